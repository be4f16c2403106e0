/**
 * How well duplicates are found, on sets of references in which people marked every member of a group, and how long
 * reading and deduplicating take: 50,000 records of RIS and 100,000 generated records.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBelow, seededRandom } from '../packages/methods/src/index.ts';
import { findDuplicates } from '../src/scan/deduplicate/deduplicate.ts';
import { readRecords } from '../src/scan/files/read-records.ts';
import type { ExternalRecord } from '../src/scan/records/model.ts';

const LABELLED = join(import.meta.dirname, '..', '..', 'shared', 'data', 'dedup');
const PARSED = 50_000;
const DEDUPLICATED = 100_000;

export default async function benchDedupe(): Promise<object> {
  const sets = await labelledSets();
  const folder = mkdtempSync(join(tmpdir(), 'firsthand-dedupe-'));
  try {
    const file = join(folder, 'generated.ris');
    writeFileSync(file, generatedRis(DEDUPLICATED));
    const half = join(folder, 'half.ris');
    writeFileSync(half, generatedRis(PARSED));
    const parse = await timed(() => read(half));
    const records = await read(file);
    const dedupe = await timed(async () => findDuplicates(records));
    return {
      sets,
      parse: { records: parse.result.length, seconds: parse.seconds },
      dedupe: {
        records: records.length,
        seconds: dedupe.seconds,
        groups: dedupe.result.groups.length,
        review: dedupe.result.review.length,
        rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
      },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Sensitivity and specificity over records, of the automatic groups and of these with the pairs for a person. */
async function labelledSets(): Promise<object[] | null> {
  if (!existsSync(LABELLED)) {
    console.error(`${LABELLED} is not there; the labelled sets are left out`);
    return null;
  }
  const sets: object[] = [];
  for (const file of readdirSync(LABELLED).filter((name) => name.endsWith('.xml'))) {
    const records = await read(join(LABELLED, file));
    const { groups, review } = findDuplicates(records);
    const grouped = new Set(groups.flat());
    sets.push({
      set: file,
      records: records.length,
      groups: groups.length,
      review: review.length,
      automatic: rates(records, grouped),
      with_queue: rates(records, new Set([...grouped, ...review.flat()])),
    });
  }
  return sets;
}

function rates(
  records: readonly ExternalRecord[],
  found: ReadonlySet<number>,
): { sensitivity: number; specificity: number } {
  const counts = { hit: 0, duplicates: 0, spared: 0, singles: 0 };
  for (const [at, record] of records.entries()) {
    const duplicate = record.source.fields.some(
      ([name, value]) => name === 'caption' && value === 'Duplicate',
    );
    if (duplicate) {
      counts.duplicates++;
      if (found.has(at)) counts.hit++;
    } else {
      counts.singles++;
      if (!found.has(at)) counts.spared++;
    }
  }
  return { sensitivity: counts.hit / counts.duplicates, specificity: counts.spared / counts.singles };
}

async function read(path: string): Promise<ExternalRecord[]> {
  const records: ExternalRecord[] = [];
  for await (const record of readRecords(path, 'en', () => {})) records.push(record);
  return records;
}

async function timed<T>(run: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const start = performance.now();
  const result = await run();
  return { result, seconds: Math.round(performance.now() - start) / 1000 };
}

/**
 * Records as two databases would export them: every fifth is one before it, told otherwise (journal abbreviated, pages
 * cut, case changed, no DOI).
 */
function generatedRis(count: number): string {
  const random = seededRandom(11);
  const pick = <T>(list: readonly T[]): T => list[randomBelow(random, list.length)]!; // within its length
  const syllables = [
    'ba',
    'cor',
    'den',
    'fi',
    'gal',
    'hu',
    'lin',
    'mor',
    'ne',
    'pra',
    'sol',
    'tu',
    'vex',
    'zi',
  ];
  const word = () => Array.from({ length: 2 + randomBelow(random, 3) }, () => pick(syllables)).join('');
  const vocabulary = Array.from({ length: 6000 }, word);
  const families = Array.from({ length: 4000 }, word);
  const words = (length: number) => Array.from({ length }, () => pick(vocabulary)).join(' ');
  const entries: string[] = [];
  let last = { title: '', author: '', year: 0, volume: 0, page: 0, abstract: '', doi: '' };
  for (let at = 0; at < count; at++) {
    const again = at % 5 === 4;
    if (!again)
      last = {
        title: words(8 + randomBelow(random, 8)),
        author: pick(families),
        year: 1995 + randomBelow(random, 30),
        volume: 1 + randomBelow(random, 60),
        page: 1 + randomBelow(random, 900),
        abstract: words(120),
        doi: `10.5555/${at}`,
      };
    const { title, author, year, volume, page, abstract, doi } = last;
    entries.push(
      [
        'TY  - JOUR',
        `TI  - ${again ? title.toUpperCase() : title}`,
        `AU  - ${author}, ${again ? 'A.' : 'Anna'}`,
        `PY  - ${year}`,
        `T2  - ${again ? 'J Gen Med' : 'Journal of General Medicine'}`,
        `VL  - ${volume}`,
        `SP  - ${page}`,
        `EP  - ${again ? String(page + 8).slice(-1) : page + 8}`,
        ...(again ? [] : [`DO  - ${doi}`]),
        `AB  - ${abstract}`,
        'ER  - ',
        '',
      ].join('\n'),
    );
  }
  return entries.join('\n');
}
