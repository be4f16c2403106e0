/** `firsthand dedupe`: which records of some reference files are one document, and which pairs a person must decide. */
import type { Problem } from '../kernel/problems.ts';
import type { ExternalRecord } from '../scan/records/model.ts';
import { type Command, jsonOption } from './command.ts';

export const dedupeCommand: Command = {
  name: 'dedupe',
  arguments: [
    {
      name: '<files...>',
      words: {
        ko: '서지 파일: RIS, nbib, Web of Science, EndNote XML, CSV, XLSX',
        en: 'reference files: RIS, nbib, Web of Science, EndNote XML, CSV, XLSX',
      },
    },
  ],
  words: {
    ko: '서지 레코드에서 같은 문헌을 찾아, 확실한 것은 묶고 의심스러운 쌍은 사람에게 남깁니다',
    en: 'find the same document among references: groups where it is sure, pairs for a person where it is not',
  },
  options: [jsonOption],
  async run(paths, options, { language, out, err }) {
    const { readRecords } = await import('../scan/files/read-records.ts');
    const { findDuplicates } = await import('../scan/deduplicate/deduplicate.ts');
    const { MOST_PROBLEMS_SHOWN, problemLine } = await import('../kernel/problems.ts');
    const records: ExternalRecord[] = [];
    const problems: Problem[] = [];
    for (const path of paths)
      for await (const record of readRecords(path, language, (problem) => problems.push(problem)))
        records.push(record);
    const { groups, review } = findDuplicates(records);
    for (const problem of problems.slice(0, MOST_PROBLEMS_SHOWN)) err(`${problemLine(problem)}\n`);
    if (problems.length > MOST_PROBLEMS_SHOWN)
      err(`${more[language](problems.length - MOST_PROBLEMS_SHOWN)}\n`);
    if (options.json) {
      const id = (place: number) => idOf(records[place]);
      out(
        `${JSON.stringify({ groups: groups.map((group) => group.map(id)), review: review.map((pair) => pair.map(id)) })}\n`,
      );
    } else {
      const spare = groups.reduce((sum, group) => sum + group.length - 1, 0);
      out(`${summary[language](records.length, groups.length, spare, review.length)}\n`);
    }
    return records.length === 0 ? 2 : 0;
  },
};

/** The file as it was given, and the record's place in it from 0. */
function idOf(record: ExternalRecord | undefined): string {
  if (record === undefined) throw new RangeError('a place outside the records');
  return `${record.source.file}#${record.source.index}`;
}

const more = {
  ko: (count: number) => `… 그 밖에 ${count}개`,
  en: (count: number) => `… and ${count} more`,
};

const summary = {
  ko: (records: number, groups: number, spare: number, review: number) =>
    `레코드 ${records}개 가운데 같은 문헌 ${groups}묶음을 찾았습니다(겹치는 레코드 ${spare}개). 사람이 볼 쌍은 ${review}개입니다.`,
  en: (records: number, groups: number, spare: number, review: number) =>
    `${records} records: ${groups} documents stand more than once (${spare} records too many); ${review} pairs for a person to decide.`,
};
