/** The pages of a stage that has several, in the order of the work, and who is led to them. */
import type { Role } from '../../../src/access/model.ts';
import type { Language } from '../../../src/study/localised.ts';
import type { Stage } from './stages.ts';

interface StagePage {
  to:
    | '/studies/$study/code'
    | '/studies/$study/agree'
    | '/studies/$study/agree/live'
    | '/studies/$study/agree/disagreements';
  who: readonly Role[];
  name: Record<Language, string>;
}

const everybody = ['lead', 'coder', 'reader'] as const;

export const stagePages: Partial<Record<Stage, readonly StagePage[]>> = {
  code: [{ to: '/studies/$study/code', who: everybody, name: { ko: '코드북', en: 'Codebook' } }],
  agree: [
    { to: '/studies/$study/agree', who: everybody, name: { ko: '연구 전체', en: 'Whole study' } },
    { to: '/studies/$study/agree/live', who: ['lead'], name: { ko: '회차별', en: 'By pass' } },
    {
      to: '/studies/$study/agree/disagreements',
      who: ['lead', 'coder'],
      name: { ko: '불일치', en: 'Disagreements' },
    },
  ],
};
