/** What gathering signals refuses, with what the person can do about it. */
import { Refusal } from '../../access/refusal.ts';

export const signalChanged = (current: unknown) =>
  new Refusal(
    409,
    'signal changed',
    {
      ko: '그사이 다른 사람이 이 신호를 고쳤습니다. 두 내용을 비교해 다시 저장해 주십시오. 쓰신 것은 화면에 남아 있습니다',
      en: 'somebody has changed this signal meanwhile; compare the two and save again. Yours is still on the screen',
    },
    current,
  );

export const recordsUnknown = (count: number) =>
  new Refusal(400, 'records unknown', {
    ko: `레코드 ${count}건이 이 연구에 없거나 다른 레코드와 합쳐졌습니다. 그것을 빼거나 바꾸고 다시 저장해 주십시오`,
    en: `${count} record(s) are not in this study, or were joined to others; take them out or replace them and save again`,
  });

export const signalUnknown = () =>
  new Refusal(404, 'signal unknown', {
    ko: '이런 신호가 없습니다. 다른 사람이 없앴을 수 있습니다. 화면을 새로 고쳐 주십시오',
    en: 'there is no such signal; somebody may have taken it away. Load the page again',
  });
