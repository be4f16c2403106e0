import { describe, expect, it } from 'vitest';
import { studyOf } from '../../src/study/testing.ts';
import { codeColours } from './code-colour.ts';

const outline = studyOf({ people: [{ agreed: { q1: 'fear cost' } }] });
const [domain] = outline.study.frame.domains;

describe('the colour of a code', () => {
  it('is that of its domain, by the place of the domain in the frame', () => {
    const codes = outline.codebook.codes.map((code) => ({ ...code, domain: domain?.id }));
    const colourOf = codeColours({ ...outline, codebook: { ...outline.codebook, codes } });
    expect([colourOf('fear'), colourOf('cost')]).toEqual([1, 1]);
  });

  it('is none for a code without a domain, one that is not in the codebook, and one that is not told', () => {
    const codes = outline.codebook.codes.map((code) => ({ ...code, domain: undefined }));
    const colourOf = codeColours({ ...outline, codebook: { ...outline.codebook, codes } });
    expect([colourOf('fear'), colourOf('unheard'), colourOf(null)]).toEqual([0, 0, 0]);
  });
});
