/** The codebook's own words as passages, so that there are hints before much is coded. */
import { languages } from '../../study/localised.ts';
import type { Codebook } from '../../study/model.ts';
import type { CodedPassage } from './suggester.ts';

export function codebookPassages({ version, codes }: Codebook): CodedPassage[] {
  return codes
    .filter(({ retired }) => retired !== true)
    .flatMap((code) =>
      languages
        .flatMap((language) => [code.label[language], code.definition[language], code.include?.[language]])
        .filter((text) => text !== undefined)
        .map((text, nth) => ({
          id: `codebook ${version} ${code.id} ${nth}`,
          origin: 'codebook',
          code: code.id,
          text,
          question: null,
          participant: null,
          coder: null,
        })),
    );
}
