/** The JSON Schemas that are published in `schemas/`, made from the definitions that check files when they are read. */
import { z } from 'zod';
import { documentSchemas } from '../collect/study-documents.ts';
import { StudySnapshot } from '../study/snapshot.ts';
import { Analysis } from './model.ts';

/** File name and content of each schema; `npm run schemas` writes them, a test compares them. */
export function jsonSchemas(): Map<string, string> {
  const schemas: Record<string, { schema: z.ZodType; title: string }> = {
    'study.schema.json': { schema: documentSchemas.study, title: 'study.yaml' },
    'codebook.schema.json': { schema: documentSchemas.codebook, title: 'codebook.yaml' },
    'themes.schema.json': { schema: documentSchemas.themes, title: 'themes.yaml' },
    'priorities.schema.json': { schema: documentSchemas.priorities, title: 'priorities.yaml' },
    'snapshot.schema.json': { schema: StudySnapshot, title: 'a snapshot of a study' },
    'analysis.schema.json': { schema: Analysis, title: 'analysis.json' },
  };
  return new Map(
    Object.entries(schemas).map(([file, { schema, title }]) => {
      // As input: what may be left out of a file because it has a default is not required of it.
      const json = { title, ...z.toJSONSchema(schema, { io: 'input' }) };
      return [file, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}
