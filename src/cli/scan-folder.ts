/** What a scan has found so far, as a folder: its documents as reference files, how they were searched for, the digest. */
import type { ExternalRecord } from '../scan/records/model.ts';
import type { Store } from '../store/database.ts';
import type { Language } from '../study/localised.ts';

/** Files of the folder with what each holds, in pieces. */
type Files = Map<string, string | Iterable<string>>;

/** @throws InputProblems where the folder may not be written, before anything was asked of a source */
export async function checkScanFolder(folder: string, language: Language): Promise<void> {
  const { problemOf } = await import('../kernel/defects.ts');
  const { refusalToWrite } = await import('../kernel/output-folder.ts');
  const { InputProblems } = await import('../kernel/problems.ts');
  const refusal = await refusalToWrite(folder, 'scan');
  if (refusal !== null) throw new InputProblems([problemOf(refusal, language)]);
}

/** All of the study that there is: each document once, all searches and runs, and the digest where any is appraised. */
export async function writeStudyScan(
  folder: string,
  store: Store,
  studyId: string,
  { now, language }: { now: string; language: Language | undefined },
): Promise<void> {
  const { readJoinedRecords } = await import('../scan/documents/store.ts');
  const { listQueries } = await import('../scan/runs/queries.ts');
  const { runOf } = await import('../scan/runs/run-rows.ts');
  const { listRuns } = await import('../scan/runs/runs.ts');
  const files = await recordFiles(await readJoinedRecords(store, studyId));
  const runs = (await listRuns(store, studyId)).map((row) => runOf(row, now));
  const searched = { queries: await listQueries(store, studyId, now), runs };
  files.set('runs.json', `${JSON.stringify(searched, null, 2)}\n`);
  for (const [name, text] of await digestFiles(store, studyId, now, language)) files.set(name, text);
  await write(folder, files);
}

/** The documents alone, of a look that keeps nothing. @param groups places of records that are one document */
export async function writeLook(
  folder: string,
  records: readonly ExternalRecord[],
  groups: readonly (readonly number[])[],
): Promise<void> {
  const { mergedRecord } = await import('../scan/documents/merge.ts');
  const grouped = new Map(groups.flatMap((group) => group.map((place) => [place, group])));
  const joined = records.flatMap((record, place) => {
    const group = grouped.get(place);
    if (group === undefined) return [record];
    if (group[0] !== place) return [];
    const says = group.flatMap((at) => records[at] ?? []);
    return [mergedRecord(says.map((one) => ({ source: 'file', key: '', record: one })))];
  });
  await write(folder, await recordFiles(joined));
}

async function recordFiles(records: readonly ExternalRecord[]): Promise<Files> {
  const { csvOf, csvStart } = await import('../scan/files/write-table.ts');
  const { risOf } = await import('../scan/files/write-tagged.ts');
  return new Map([
    ['records.csv', [csvStart, ...records.map(csvOf)]],
    ['records.ris', records.map(risOf)],
  ]);
}

/** Of all that was ever appraised, week by week; in the study's first language unless another is wanted. */
async function digestFiles(
  store: Store,
  studyId: string,
  now: string,
  wanted: Language | undefined,
): Promise<Files> {
  const { readStudy } = await import('../code/read-study.ts');
  const { readAppraisals } = await import('../scan/appraisal/appraisals.ts');
  const { digestText, readDigest } = await import('../scan/digest/read-digest.ts');
  const days = [...(await readAppraisals(store, studyId)).values()].map(({ firstAt }) =>
    firstAt.slice(0, 10),
  );
  const from = days.sort()[0];
  if (from === undefined) return new Map();
  const { languages } = await readStudy(store, studyId);
  const language = wanted ?? languages[0];
  const to = now.slice(0, 10);
  const digest = await readDigest(store, studyId, { from, to, by: 'week', language, format: 'json' });
  const link = `urn:firsthand:${studyId}`;
  return new Map([
    ['digest.html', digestText(digest, 'html', link)],
    ['digest.md', digestText(digest, 'md', link)],
    ['digest.rss', digestText(digest, 'rss', link)],
  ]);
}

async function write(folder: string, files: Files): Promise<void> {
  const { writeFolder } = await import('../kernel/output-folder.ts');
  await writeFolder(folder, 'scan', async (add) => {
    for (const [path, content] of files) await add(path, content);
  });
}
