import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingByRule } from './standing.ts';

describe('the standing of an answer by rule', () => {
  it.each([
    '',
    ' ',
    '-',
    '.',
    '…',
    '없음',
    '없습니다.',
    '특별히 없음',
    '해당없음',
    '해당 없음',
    '잘 모르겠음',
    '잘 모르겠습니다',
    'N/A',
    'n.a.',
    'none',
    'None.',
    'Nothing to add',
    "I don't know",
    'ㅋㅋㅋ',
    'xxx',
    '없음. 모르겠음.',
    '없음'.normalize('NFD'),
    '🙂',
    '(없음)',
    'ㅋ'.repeat(300),
    '없음. '.repeat(60),
  ])('sets %j aside', (text) => {
    expect(standingByRule(text)).toBe('non-substantive');
  });

  it.each([
    '위와 같음',
    '상동',
    '네',
    'Same as above',
    'yes',
    'no',
    '아직 없음',
    'not yet',
    '3',
    '약',
    '없음, 상동',
  ])('leaves %j to a person', (text) => {
    expect(standingByRule(text)).toBe('undecided');
  });

  it.each([
    '공감',
    '안전성 검증',
    '경험 없음',
    '아직 경험 없음',
    '접해본 적 없습니다',
    '망상 강화 사례는 아직 못 봄',
    '없음, 다만 동의가 필요함',
    'consent',
    'No experience so far, but I expect it soon',
    '책임소재',
    'Nothing replaces a therapist',
    '모르는 환자가 많음',
    'AI',
    `${'환자마다 다르다. '.repeat(20)}`,
  ])('counts %j', (text) => {
    expect(standingByRule(text)).toBe('interpretable');
  });

  it('looks at letters, not at how they are dressed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('없음', 'none', '해당없음', 'Nothing to add'),
        fc.constantFrom('', ' ', '.', '\r\n', '~', '- '),
        (word, dress) => {
          expect(standingByRule(dress + word + dress)).toBe('non-substantive');
        },
      ),
    );
  });
});
