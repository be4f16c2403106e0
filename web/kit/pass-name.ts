/** What a pass is called: its label, or its kind where what was done before the study came here has none. */
import type { WorkingPass } from '../../src/code/model.ts';
import type { Language } from '../../src/study/localised.ts';

const kinds = {
  ko: { calibration: '연습 코딩', independent: '독립 코딩', consensus: '합의' },
  en: { calibration: 'Calibration', independent: 'Independent coding', consensus: 'Consensus' },
} as const;

export function passName({ label, kind }: Pick<WorkingPass, 'label' | 'kind'>, language: Language): string {
  return label === '' ? kinds[language][kind] : label;
}
