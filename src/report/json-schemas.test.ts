import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../kernel/package-root.ts';
import { jsonSchemas } from './json-schemas.ts';

const folder = join(packageRoot(), 'schemas');

describe('the published JSON Schemas', () => {
  it('are those that the definitions give now; `npm run schemas` writes them', () => {
    expect(readdirSync(folder).sort()).toEqual([...jsonSchemas().keys()].sort());
    for (const [file, content] of jsonSchemas())
      expect(readFileSync(join(folder, file), 'utf8'), file).toBe(content);
  });

  it('say what each field of the analysis is', () => {
    const analysis = JSON.parse(jsonSchemas().get('analysis.schema.json') ?? '');
    expect(Object.keys(analysis.properties)).toContain('alignment');
    expect(analysis.properties.snapshot.description).toContain('SHA-256');
  });
});
