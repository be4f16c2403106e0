/** What must hold before a coding is kept: the pass, the codebook's version, the words that it quotes. */
import { sql, type Transaction } from 'kysely';
import type { Store } from '../store/database.ts';
import type { PassTable, Tables } from '../store/tables.ts';
import type { CoderId } from '../study/ids.ts';
import { Codebook } from '../study/model.ts';
import { codePointLength } from '../text/code-points.ts';
import { LARGEST_NUMBER, type NewCoding } from './model.ts';
import {
  answerUnknown,
  codebookVersionStale,
  codeRetired,
  codeUnknown,
  notAssigned,
  passClosed,
  passNotOpen,
  passUnknown,
  quoteDiffers,
  sourceDiffers,
  spanOutside,
} from './refusals.ts';

/** The open pass in which this coder was given this participant. @throws Refusal */
export async function passOfWork(
  transaction: Transaction<Tables>,
  { studyId, coder }: { studyId: string; coder: CoderId },
  { passId, participant }: { passId: string; participant: string },
): Promise<PassTable> {
  const pass = await findPass(transaction, studyId, passId);
  if (pass.state === 'planned') throw passNotOpen();
  if (pass.state === 'closed') throw passClosed();
  const assigned = await transaction
    .selectFrom('assignments')
    .select('coder')
    .where('study_id', '=', studyId)
    .where('pass', '=', pass.kind)
    .where('pass_id', '=', passId)
    .where('participant', '=', participant)
    .where('coder', '=', coder)
    .executeTakeFirst();
  if (assigned === undefined) throw notAssigned();
  return pass;
}

/** @throws Refusal */
export async function findPass(store: Store, studyId: string, passId: string): Promise<PassTable> {
  const pass = await store
    .selectFrom('passes')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('pass_id', '=', passId)
    .executeTakeFirst();
  if (pass === undefined) throw passUnknown();
  return pass;
}

/** The code is one of the version that the pass uses, and not retired there. @throws Refusal */
export async function checkAgainstCodebook(
  transaction: Transaction<Tables>,
  studyId: string,
  pass: Pick<PassTable, 'codebook_version'>,
  { codebookVersion, code }: Pick<NewCoding, 'codebookVersion' | 'code'>,
): Promise<void> {
  if (codebookVersion !== pass.codebook_version) throw codebookVersionStale(pass.codebook_version);
  const retired = (await codesOfVersion(transaction, studyId, codebookVersion)).get(code);
  if (retired === undefined) throw codeUnknown();
  if (retired) throw codeRetired();
}

// Versions never change, so what was read once stays right; the few that are in use are kept.
const MOST_KEPT = 200;
const versions = new Map<string, ReadonlyMap<string, boolean>>();

/** The codes of a version, and whether each is retired there. */
export async function codesOfVersion(
  store: Store,
  studyId: string,
  version: number,
): Promise<ReadonlyMap<string, boolean>> {
  const key = `${studyId}/${version}`;
  const known = versions.get(key);
  if (known !== undefined) return known;
  const { document } = await store
    .selectFrom('codebooks')
    .select('document')
    .where('study_id', '=', studyId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  const codes = new Map(
    Codebook.parse(JSON.parse(document)).codes.map(({ id, retired }) => [id as string, retired === true]),
  );
  if (versions.size >= MOST_KEPT) versions.clear();
  versions.set(key, codes);
  return codes;
}

/**
 * The answer is the one that was read, and the quoted words stand where the span says. The database cuts the words out,
 * counting code points as both databases do, so that a coding on a long transcript does not carry it here.
 * @throws Refusal
 */
export async function checkAgainstAnswer(
  transaction: Transaction<Tables>,
  studyId: string,
  { participant, question, wave, span, textHash }: Omit<NewCoding, 'id'>,
): Promise<void> {
  if (span !== null && span.end > LARGEST_NUMBER) throw spanOutside();
  const start = span?.start ?? 0;
  const length = span === null ? 0 : span.end - span.start;
  const answer = await transaction
    .selectFrom('answers')
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.study_id', '=', 'answers.study_id')
        .onRef('participants.participant', '=', 'answers.participant'),
    )
    .select('answers.text_hash')
    .select(
      sql<string>`substr(answers.text, cast(${start + 1} as integer), cast(${Math.max(length, 0)} as integer))`.as(
        'words',
      ),
    )
    .where('answers.study_id', '=', studyId)
    .where('answers.participant', '=', participant)
    .where('answers.question', '=', question)
    .where('answers.wave', '=', wave)
    .where('participants.withdrawn', 'is', null)
    .executeTakeFirst();
  if (answer === undefined) throw answerUnknown();
  if (answer.text_hash !== textHash) throw sourceDiffers();
  if (span === null) return;
  // Both databases cut what lies past the end off without a word.
  if (length <= 0 || codePointLength(answer.words) < length) throw spanOutside();
  if (answer.words !== span.quote) throw quoteDiffers();
}
