/** Tables of words: the codebook as it was used, and every quote with its place. */
import type { StudySnapshot } from '../../study/snapshot.ts';
import type { Quote } from '../../synthesise/model.ts';
import type { Analysis } from '../model.ts';
import { type Cell, namedHeader, type Table } from './table.ts';

export function codebookTable({ codebook }: StudySnapshot): Table {
  return {
    header: [
      ...namedHeader('code'),
      'domain',
      'parent',
      'origin',
      'definition_ko',
      'definition_en',
      'include_ko',
      'include_en',
      'exclude_ko',
      'exclude_en',
      'source',
      'retired',
      'codebook_version',
    ],
    rows: codebook.codes.map((code) => [
      code.id,
      code.label.ko ?? '',
      code.label.en ?? '',
      code.domain ?? '',
      code.parent ?? '',
      code.origin,
      code.definition.ko ?? '',
      code.definition.en ?? '',
      code.include?.ko ?? '',
      code.include?.en ?? '',
      code.exclude?.ko ?? '',
      code.exclude?.en ?? '',
      code.source ?? '',
      code.retired ? 'yes' : 'no',
      codebook.version,
    ]),
  };
}

/** Quotes of themes, of their claims and of priorities, in the order of the report. */
export function quotesTable(_: StudySnapshot, { synthesis, priorities }: Analysis): Table {
  const rows = (place: string, id: string, index: number | null, quotes: readonly Quote[]): Cell[][] =>
    quotes.map(({ answer, text }) => [place, id, index, answer, text]);
  return {
    header: ['place', 'id', 'claim', 'answer', 'quote'],
    rows: [
      ...synthesis.accounts.flatMap(({ theme, narrative, negativeCases, quotes }) => [
        ...narrative.flatMap((claim, at) => rows('narrative', theme, at + 1, claim.quotes)),
        ...negativeCases.flatMap((claim, at) => rows('negative case', theme, at + 1, claim.quotes)),
        ...rows('theme', theme, null, quotes),
      ]),
      ...priorities.flatMap(({ priority, quotes }) => rows('priority', priority, null, quotes)),
    ],
  };
}
