/** The pages of a stage that has several, in the order of the work, and who is led to them. */
import type { LinkProps } from '@tanstack/react-router';
import type { Role } from '../../../src/access/model.ts';
import type { Language } from '../../../src/study/localised.ts';
import type { Stage } from './stages.ts';

interface StagePage {
  to: NonNullable<LinkProps['to']>;
  who: readonly Role[];
  name: Record<Language, string>;
}

const everybody = ['lead', 'coder', 'reader'] as const;
const team = ['lead', 'coder'] as const;

export const stagePages: Partial<Record<Stage, readonly StagePage[]>> = {
  code: [
    { to: '/studies/$study/code', who: everybody, name: { ko: '코드북', en: 'Codebook' } },
    { to: '/studies/$study/code/work', who: team, name: { ko: '코딩하기', en: 'Code answers' } },
    { to: '/studies/$study/code/passes', who: team, name: { ko: '회차', en: 'Passes' } },
    { to: '/studies/$study/code/review', who: team, name: { ko: '다시 보기', en: 'Look again' } },
  ],
  agree: [
    { to: '/studies/$study/agree', who: everybody, name: { ko: '연구 전체', en: 'Whole study' } },
    { to: '/studies/$study/agree/live', who: ['lead'], name: { ko: '회차별', en: 'By pass' } },
    {
      to: '/studies/$study/agree/disagreements',
      who: ['lead', 'coder'],
      name: { ko: '불일치', en: 'Disagreements' },
    },
  ],
  scan: [
    { to: '/studies/$study/scan', who: team, name: { ko: '선별', en: 'Screening' } },
    { to: '/studies/$study/scan/sources', who: team, name: { ko: '출처', en: 'Sources' } },
    { to: '/studies/$study/scan/duplicates', who: team, name: { ko: '중복', en: 'Duplicates' } },
    { to: '/studies/$study/scan/appraise', who: team, name: { ko: '평가', en: 'Appraisal' } },
    { to: '/studies/$study/scan/signals', who: everybody, name: { ko: '외부 신호', en: 'Signals' } },
    { to: '/studies/$study/scan/digest', who: everybody, name: { ko: '소식', en: 'Digest' } },
    { to: '/studies/$study/scan/lists', who: team, name: { ko: '기준', en: 'Criteria' } },
  ],
  synthesise: [
    { to: '/studies/$study/synthesise', who: everybody, name: { ko: '결과', en: 'Results' } },
    {
      to: '/studies/$study/synthesise/board',
      who: ['lead', 'coder'],
      name: { ko: '주제 묶기', en: 'Build themes' },
    },
  ],
};
