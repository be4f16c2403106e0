/** What appraising refuses, with what the person can do about it. */
import { Refusal } from '../../access/refusal.ts';

export const appraisalChanged = (current: unknown) =>
  new Refusal(
    409,
    'appraisal changed',
    {
      ko: '그사이 다른 사람이 이 평가를 고쳤습니다. 두 평가를 비교해 다시 저장해 주십시오. 쓰신 것은 화면에 남아 있습니다',
      en: 'somebody has changed this appraisal meanwhile; compare the two and save again. Yours is still on the screen',
    },
    current,
  );

export const appraisalWrong = (what: string) =>
  new Refusal(400, 'appraisal wrong', {
    ko: `${what}: 이 연구의 틀이나 코드북, 기준에 없습니다. 화면을 새로 고치고 다시 골라 주십시오`,
    en: `${what}: is not in this study's frame, codebook or criteria; load the page again and choose anew`,
  });
