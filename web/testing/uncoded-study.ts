/** A few participants of the sample study before anybody has coded them, so that a team can be played from the start. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStudyFolder, writeStudyFolder } from '../../src/collect/index.ts';
import { packageRoot } from '../../src/kernel/package-root.ts';
import { StudyId } from '../../src/study/ids.ts';

export const UNCODED = 'before-coding';

/** @returns the folder, in a temporary place of its own */
export async function uncodedStudy(participants: number): Promise<string> {
  const sample = await readStudyFolder(join(packageRoot(), 'examples', 'genai-psychiatry'));
  const chosen = sample.participants
    .filter(({ id, language }) => language === 'ko' && answersOf(id).length === 3)
    .slice(0, participants);
  const ids = new Set(chosen.map(({ id }) => id));
  function answersOf(id: string) {
    return sample.answers.filter(
      ({ participant, standing }) => participant === id && standing === 'interpretable',
    );
  }
  const folder = join(await mkdtemp(join(tmpdir(), 'firsthand-uncoded-')), UNCODED);
  await writeStudyFolder(
    {
      ...sample,
      study: { ...sample.study, id: StudyId.parse(UNCODED), threshold: 0, coders: [] },
      participants: chosen,
      answers: sample.answers.filter(({ participant }) => ids.has(participant)),
      assignments: [],
      codings: [],
      themes: [],
      priorities: [],
    },
    folder,
  );
  return folder;
}
