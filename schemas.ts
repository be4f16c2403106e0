// `npm run schemas`: writes the published JSON Schemas anew after a definition has changed.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from './src/report/json-schemas.ts';

for (const [file, content] of jsonSchemas())
  writeFileSync(join(import.meta.dirname, 'schemas', file), content);
