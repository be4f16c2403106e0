import { describe, expect, it } from 'vitest';
import { studyOf } from '../study/testing.ts';
import { identifierFindings } from './identifier-findings.ts';

const named = { answers: { q1: '김민수 님이 010-0000-1234로 전화함' } };

describe('identifiers in the answers of a study', () => {
  it('are counted by answer and named by kind, without their words', () => {
    const [finding] = identifierFindings(
      studyOf({ people: [named, named, { answers: { q1: '망상이 심해짐' } }] }),
    );
    expect(finding).toMatchObject({ code: 'identifiers in answers', about: ['person-name', 'phone-number'] });
    expect(finding?.message.en).toContain('2 answer(s)');
    expect(JSON.stringify(finding)).not.toContain('민수');
  });

  it('are none where nothing looks like one, or where its writer withdrew', () => {
    expect(identifierFindings(studyOf({ people: [{ answers: { q1: '공감의 한계' } }] }))).toEqual([]);
    expect(identifierFindings(studyOf({ people: [{ ...named, withdrawn: '2026-01-20' }] }))).toEqual([]);
  });
});
