/**
 * One page of the grid. Whatever grows with the study is left to the database: a page reads its own rows and, of
 * everybody else, no more than whether the filter lets them through.
 */
import { sql } from 'kysely';
import type { Store } from '../store/database.ts';
import { participantOf } from '../store/rows.ts';
import type { Participant, Polarity } from '../study/model.ts';
import { EXCERPT, type GridCell, type GridPage, type GridQuery, type GridRow } from './answers-model.ts';
import { type Asker, participantsFound } from './grid-filter.ts';
import { readStudy } from './read-study.ts';
import { type SightNow, visibleCodings } from './visible-codings.ts';

export async function gridPage(store: Store, asker: Asker, query: GridQuery): Promise<GridPage> {
  const { studyId, sight } = asker;
  const study = await readStudy(store, studyId);
  const columns = study.waves.flatMap((wave) =>
    study.questions.map((question) => ({ question: question.id, wave: wave.id })),
  );
  const attributes = study.attributes.map(({ id }) => id);
  const { total, participants } = await participantsOnPage(store, asker, query);
  const cells = await cellsOf(store, { studyId, sight }, participants, query.passId);
  return {
    total,
    from: query.from,
    attributes,
    columns,
    rows: participants.map(
      (participant): GridRow => ({
        participant: participant.id,
        language: participant.language,
        attributes: attributes.map((id) => participant.attributes[id] ?? ''),
        cells: columns.map(
          ({ question, wave }) => cells.get(`${participant.id}/${question}/${wave}`) ?? null,
        ),
      }),
    ),
  };
}

async function participantsOnPage(
  store: Store,
  asker: Asker,
  { from, count, filter = [] }: GridQuery,
): Promise<{ total: number; participants: Participant[] }> {
  const found = participantsFound(store, asker, filter);
  const { total } = await found
    .select(({ fn }) => fn.countAll<number | bigint | string>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .selectAll('participants')
    .orderBy('participants.participant')
    .offset(from)
    .limit(count)
    .execute();
  return { total: Number(total), participants: rows.map(participantOf) };
}

async function cellsOf(
  store: Store,
  { studyId, sight }: { studyId: string; sight: SightNow },
  page: readonly Participant[],
  passId: string | undefined,
): Promise<Map<string, GridCell>> {
  if (page.length === 0) return new Map();
  const ids = page.map(({ id }) => id);
  const answers = await store
    .selectFrom('answers')
    .select(['participant', 'question', 'wave', 'standing'])
    .select([
      sql<string>`substr(text, 1, ${sql.lit(EXCERPT)})`.as('beginning'),
      sql<number>`length(text)`.as('length'),
    ])
    .where('study_id', '=', studyId)
    .where('participant', 'in', ids)
    .execute();
  const cells = new Map<string, GridCell>(
    answers.map(({ participant, question, wave, beginning, length, standing }) => [
      `${participant}/${question}/${wave}`,
      { text: beginning, length, standing, codes: [] },
    ]),
  );
  let coded = visibleCodings(store, studyId, sight).where('codings.participant', 'in', ids);
  if (passId !== undefined) coded = coded.where('codings.pass_id', '=', passId);
  const rows = await coded
    .select(['codings.participant', 'codings.question', 'codings.wave'])
    .select(['codings.code', 'codings.coder', 'codings.polarity'])
    .orderBy('codings.code')
    .execute();
  for (const [key, given] of groupedByAnswer(rows)) cells.get(key)?.codes.push(...given);
  return cells;
}

interface CodedRow {
  participant: string;
  question: string;
  wave: string;
  code: string;
  coder: string;
  polarity: Polarity | null;
}

/** Each code of an answer once, with how many coders gave it and the polarity on which they agree. */
function groupedByAnswer(rows: readonly CodedRow[]): Map<string, GridCell['codes']> {
  const byAnswer = new Map<string, Map<string, CodedRow[]>>();
  for (const row of rows) {
    const key = `${row.participant}/${row.question}/${row.wave}`;
    const byCode = byAnswer.get(key) ?? new Map<string, CodedRow[]>();
    byAnswer.set(key, byCode);
    byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  }
  const codesOf = (byCode: Map<string, CodedRow[]>): GridCell['codes'] =>
    [...byCode].map(([code, given]) => ({
      code: code as GridCell['codes'][number]['code'], // parsed when it was kept
      polarity: given.every(({ polarity }) => polarity === given[0]?.polarity)
        ? (given[0]?.polarity ?? null)
        : null,
      coders: new Set(given.map(({ coder }) => coder)).size,
    }));
  return new Map([...byAnswer].map(([key, byCode]) => [key, codesOf(byCode)]));
}
