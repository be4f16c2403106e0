/** Shares by group: a table for each attribute, groups as columns, withheld cells named as such. */
import { group as groupBy } from 'd3-array';
import type { Breakdown } from '../../synthesise/model.ts';
import { percent, percentRange } from '../format.ts';
import { element, type Markup } from '../markup.ts';
import type { EvidenceGroup, EvidenceRef } from '../trace.ts';
import type { ReportContext } from './context.ts';
import { foreign, headCells, notShown, row, rowHead, table } from './parts.ts';

export interface BrokenDown {
  name: string;
  breakdowns: readonly Breakdown[];
  ref: (group: EvidenceGroup) => EvidenceRef;
}

type Groups = Breakdown['groups'];

/** `over`: what the shares are of, for the caption; `rowsAre`: what a row is. */
export function breakdownTables(
  context: ReportContext,
  over: string,
  rowsAre: string,
  rows: readonly BrokenDown[],
): Markup {
  const attributes = [
    ...groupBy(
      rows.flatMap(({ breakdowns }) => breakdowns),
      ({ attribute }) => attribute,
    ),
  ];
  return attributes.map(([attribute, breakdowns]) => {
    const values = [...new Set(breakdowns.flatMap(({ groups }) => groups.map(({ value }) => value)))];
    return table(context, {
      classes: 'groups',
      caption: context.m.themes.breakdown(over, context.names.attribute(attribute)),
      head: headCells(
        rowsAre,
        ...values.map((value) =>
          value === '' ? context.m.unknownGroup : context.names.value(attribute, value),
        ),
      ),
      body: rows.map(({ name, breakdowns: own, ref }) => {
        const groups = own.find((breakdown) => breakdown.attribute === attribute)?.groups ?? [];
        return row(
          rowHead(foreign(name)),
          values.map((value) => cell(context, groups, value, ref({ attribute, value }))),
        );
      }),
    });
  });
}

function cell(context: ReportContext, groups: Groups, value: string, ref: EvidenceRef): Markup {
  const share = groups.find((group) => group.value === value)?.share;
  if (share === undefined) return element('td', { class: 'v' });
  if (share.state !== 'shown') return element('td', { class: 'v' }, notShown(context, share));
  const counts = `${share.count}/${share.of}`;
  return element(
    'td',
    { class: 'v' },
    share.count === 0 ? counts : element('a', { class: 'n', href: context.cite(ref) }, counts),
    ` ${percent(share.estimate)}`,
    element('small', {}, ` (${percentRange(share.interval)})`),
  );
}
