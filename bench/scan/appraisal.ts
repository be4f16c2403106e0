/** Included records are appraised, and the digest is fetched in every form; every sentence is followed to its field. */
import { z } from 'zod';
import { type AppraisalContent, AppraisedRecord } from '../../src/scan/appraisal/model.ts';
import type { Brief } from '../../src/scan/briefs/model.ts';
import { Digest } from '../../src/scan/digest/model.ts';
import { CriterionList, RecordList } from '../../src/scan/screening/model.ts';
import { codePointLength } from '../../src/text/code-points.ts';
import type { Calls } from '../workbench/calls.ts';
import { expectThat } from './expect.ts';

const APPRAISED = 5;
const languages = ['ko', 'en'] as const;
const RATIONALE = 'Rated by a rule of the benchmark. It stands for what a person would say.';

/** Those with most to tell, the longest abstract first. @returns what was appraised, as it stands now */
export async function appraiseIncluded(calls: Calls): Promise<AppraisedRecord[]> {
  const { records } = await calls.get('/scan/screening/records?outcome=include&count=500', RecordList);
  const { version, items } = await calls.get('/scan/criteria', CriterionList);
  const found: AppraisedRecord[] = [];
  for (const { id } of records) found.push(await calls.get(`/scan/appraisals/${id}`, AppraisedRecord));
  const length = ({ document }: AppraisedRecord) => document.abstract?.length ?? 0;
  const chosen = found.sort((left, right) => length(right) - length(left)).slice(0, APPRAISED);
  expectThat(chosen.length >= 3, `${chosen.length} records were included; expected 3 at least to appraise`);
  const appraised: AppraisedRecord[] = [];
  for (const { document, hints } of chosen) {
    const hinted = (name: string) => hints.filter((hint) => hint.for === name).map(({ value }) => value);
    const content = {
      kind: hinted('kind')[0] ?? 'unknown',
      setting: '',
      population: '',
      channels: [...new Set(hinted('channels'))],
      lenses: [...new Set(hinted('lenses'))],
      codes: [],
      criteriaVersion: version,
      levels: Object.fromEntries(items.map(({ id }, at) => [id, ([2, 1, 3] as const)[at % 3] ?? 2])),
      rationale: RATIONALE,
      watch: 'Whether it is repeated.',
    } satisfies Record<keyof AppraisalContent, unknown>;
    await calls.put(`/scan/appraisals/${document.id}`, { expected: 0, content }, z.unknown());
    appraised.push(await calls.get(`/scan/appraisals/${document.id}`, AppraisedRecord));
  }
  return appraised;
}

/** Bytes of each form in each language, and how many sentences were followed to where they come from. */
export async function fetchDigests(calls: Calls, appraised: readonly AppraisedRecord[]): Promise<object> {
  const to = new Date().toISOString().slice(0, 10);
  const from = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
  const figures: Record<string, unknown> = {};
  let sentences = 0;
  for (const language of languages) {
    const at = (format: string) =>
      `/scan/digest?from=${from}&to=${to}&by=week&language=${language}&format=${format}`;
    const digest = await calls.get(at('json'), Digest);
    const briefs = digest.groups.flatMap((group) => group.briefs);
    for (const { document } of appraised)
      expectThat(
        briefs.some(({ record }) => record === document.id),
        `the digest in ${language} does not tell of a record that was appraised`,
      );
    for (const brief of briefs) sentences += followed(brief, appraised);
    const bytes: Record<string, number> = {};
    for (const format of ['html', 'md', 'rss']) {
      const text = await calls.text(at(format));
      for (const brief of briefs)
        expectThat(
          bare(text).includes(bare(brief.title)),
          `the digest as ${format} in ${language} leaves out a title`,
        );
      bytes[format] = Buffer.byteLength(text);
    }
    figures[language] = { briefs: briefs.length, bytes };
  }
  return { ...figures, sentences_with_fields: sentences };
}

/** How many sentences the brief has. @throws where one does not stand in the field that it names, as it says */
function followed({ record, parts }: Brief, appraised: readonly AppraisedRecord[]): number {
  const found = appraised.find(({ document }) => document.id === record);
  expectThat(found !== undefined, 'the digest tells of a record that nobody appraised');
  let count = 0;
  for (const { text, from } of parts.flatMap(({ sentences }) => sentences)) {
    expectThat(from.length > 0, 'a sentence of the digest names no field');
    for (const { field, start, end } of from) {
      if (start === undefined || end === undefined) continue;
      const words = fieldOf(found, field);
      expectThat(
        end <= codePointLength(words) && Array.from(words).slice(start, end).join('') === text,
        `a sentence of the digest does not stand in ${field} where it says`,
      );
    }
    count++;
  }
  return count;
}

function fieldOf({ document, appraisal }: AppraisedRecord, field: string): string {
  const fields: Record<string, string | null | undefined> = {
    title: document.title,
    abstract: document.abstract,
    'appraisal.rationale': appraisal?.content.rationale,
    'appraisal.watch': appraisal?.content.watch,
  };
  return fields[field] ?? '';
}

/** Letters and figures alone: each format escapes marks in its own way. */
function bare(text: string): string {
  return text.replaceAll(/&(?:#\d+|#x[\da-f]+|\w+);/gi, '').replaceAll(/[^\p{L}\p{N}]/gu, '');
}
