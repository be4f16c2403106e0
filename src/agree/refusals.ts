/** What settling disagreements refuses. Nothing was changed. */
import { Refusal } from '../access/refusal.ts';

export const notConsensus = () =>
  new Refusal(409, 'not a consensus', {
    ko: '닫힌 회차의 불일치를 다루는 합의 회차가 아닙니다. 합의 회차를 골라 주십시오',
    en: 'this pass settles no other; choose a consensus pass',
  });

export const matterUnknown = () =>
  new Refusal(404, 'disagreement unknown', {
    ko: '이 회차에서 이 응답에 그 코드를 붙인 코더가 없습니다. 화면을 새로 고쳐 주십시오',
    en: 'no coder of the pass gave this code to this answer; load the page again',
  });

export const decisionChanged = (current: unknown) =>
  new Refusal(
    409,
    'decision changed',
    {
      ko: '그사이 다른 사람이 결정했습니다. 그 결정을 보고 다시 정해 주십시오. 적으신 이유는 화면에 남아 있습니다',
      en: 'somebody has decided this meanwhile; look at their decision and decide again. Your reason is still on the screen',
    },
    current,
  );

export const decisionDiffers = () =>
  new Refusal(409, 'decision differs', {
    ko: '같은 번호의 다른 결정이 이미 있습니다. 다시 정해 주십시오',
    en: 'another decision has this id; decide again',
  });

export const recodeNeedsCode = () =>
  new Refusal(400, 'code needed', {
    ko: '어느 코드로 바꿀지 골라 주십시오',
    en: 'choose the code to put in its place',
  });
