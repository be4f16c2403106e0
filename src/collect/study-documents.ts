/** The hand-written files of a study folder: study.yaml, codebook.yaml, themes.yaml and priorities.yaml. */
import { z } from 'zod';
import { type DefectList, defect, type Place, Unreadable } from '../kernel/defects.ts';
import { Codebook, Priority, Study, Theme } from '../study/model.ts';
import { readYaml } from './read-yaml.ts';
import { FILES, findFile } from './study-files.ts';
import { zodDefects } from './zod-defects.ts';

export type PlaceInFile = (path: readonly PropertyKey[]) => Place;

export interface StudyDocument {
  study: Study;
  place: PlaceInFile;
  /** Whether the file itself describes attributes and breakdowns, or leaves them to what the tables hold. */
  describes: { attributes: boolean; breakdowns: boolean };
}

const StudyFile = z.strictObject({ format: z.literal(1).default(1), ...Study.shape });
const ThemesFile = z.strictObject({ themes: z.array(Theme) });
const PrioritiesFile = z.strictObject({ priorities: z.array(Priority) });
/** What each hand-written file holds, for reading and for the published JSON Schemas. */
export const documentSchemas = {
  study: StudyFile,
  codebook: Codebook,
  themes: ThemesFile,
  priorities: PrioritiesFile,
} as const;

/** @throws Unreadable where there is no study.yaml or it is no YAML; null after reporting what else is wrong */
export async function readStudyDocument(folder: string, defects: DefectList): Promise<StudyDocument | null> {
  const file = await findFile(folder, FILES.study);
  if (file === null) throw new Unreadable(defect({ file: FILES.study }, 'file missing', {}));
  const { value, place } = await readYaml(file.path, file.name);
  if (isLater(value)) throw new Unreadable(defect(place(['format']), 'format unknown', {}));
  const result = StudyFile.safeParse(value);
  if (!result.success) {
    defects.addAll(zodDefects(result.error, value, place));
    return null;
  }
  const { format: _, ...study } = result.data;
  const has = (key: string) => typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return { study, place, describes: { attributes: has('attributes'), breakdowns: has('breakdowns') } };
}

function isLater(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && value.format !== 1;
}

export async function readCodebook(folder: string, defects: DefectList) {
  return readDocument(folder, FILES.codebook, Codebook, { version: 1, codes: [] }, defects);
}

export async function readThemes(folder: string, defects: DefectList) {
  return readDocument(folder, FILES.themes, ThemesFile, { themes: [] }, defects);
}

export async function readPriorities(folder: string, defects: DefectList) {
  return readDocument(folder, FILES.priorities, PrioritiesFile, { priorities: [] }, defects);
}

/** The file's content, or `absent` where there is no file or where what is wrong with it has been reported. */
async function readDocument<T>(
  folder: string,
  name: string,
  schema: z.ZodType<T>,
  absent: T,
  defects: DefectList,
): Promise<{ content: T; place: PlaceInFile }> {
  const nowhere: PlaceInFile = () => ({ file: name });
  try {
    const file = await findFile(folder, name);
    if (file === null) return { content: absent, place: nowhere };
    const { value, place } = await readYaml(file.path, file.name);
    const result = schema.safeParse(value);
    if (result.success) return { content: result.data, place };
    defects.addAll(zodDefects(result.error, value, place));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    defects.addAll([error.defect]);
  }
  return { content: absent, place: nowhere };
}
