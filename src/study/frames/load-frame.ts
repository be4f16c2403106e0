/** Frames that come with the program: a field's domains and its starting codebook, each a YAML file in this folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageRoot } from '../../kernel/package-root.ts';
import { Code, type Codebook, Frame } from '../model.ts';

export const frameNames = ['genai-psychiatry', 'none'] as const;
export type FrameName = (typeof frameNames)[number];

const FrameFile = z.strictObject({ frame: Frame, codes: z.array(Code) });

export interface StartingPoint {
  frame: Frame;
  codebook: Codebook;
}

/** The frame with its codebook as version 1; `none` is a field without domains and without codes. */
export async function loadFrame(name: FrameName): Promise<StartingPoint> {
  if (name === 'none')
    return {
      frame: { id: 'none', label: { ko: '틀 없음', en: 'No frame' }, domains: [] },
      codebook: { version: 1, codes: [] },
    };
  const file = join(packageRoot(), 'src', 'study', 'frames', `${name}.yaml`);
  const { frame, codes } = FrameFile.parse(parse(await readFile(file, 'utf8')));
  return { frame, codebook: { version: 1, codes } };
}
