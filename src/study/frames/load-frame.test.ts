import { describe, expect, it } from 'vitest';
import { loadFrame } from './load-frame.ts';

describe('the frame for generative AI in psychiatry', () => {
  it('has the three lenses and every code in a domain of the frame', async () => {
    const { frame, codebook } = await loadFrame('genai-psychiatry');
    const domains = new Set(frame.domains.map((domain) => domain.id));
    expect(frame.domains.filter((domain) => domain.kind === 'lens')).toHaveLength(3);
    expect(codebook.codes).toHaveLength(89);
    expect(codebook.codes.filter((code) => !domains.has(code.domain ?? ''))).toEqual([]);
    expect(new Set(codebook.codes.map((code) => code.id)).size).toBe(89);
  });

  it('speaks both languages, and says that every code is prior and where it comes from', async () => {
    const { codebook } = await loadFrame('genai-psychiatry');
    for (const code of codebook.codes) {
      expect(code.label).toEqual({ ko: expect.stringMatching(/[가-힣]/), en: expect.any(String) });
      expect(code.definition).toEqual({ ko: expect.stringMatching(/[가-힣]/), en: expect.any(String) });
      expect(code).toMatchObject({ origin: 'prior', source: expect.stringMatching(/\S/) });
    }
  });

  it('can be left out', async () => {
    expect((await loadFrame('none')).codebook.codes).toEqual([]);
  });
});
