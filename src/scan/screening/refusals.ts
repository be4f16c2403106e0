/** What screening and appraising refuse, each with a stable code and with what the person can do about it. */
import { Refusal } from '../../access/refusal.ts';
import { inLanguage, type Localised } from '../../study/localised.ts';

export const recordUnknown = () =>
  new Refusal(404, 'record unknown', {
    ko: '이런 레코드가 없습니다. 다른 레코드와 합쳐졌을 수 있습니다. 화면을 새로 고쳐 주십시오',
    en: 'there is no such record; it may have been joined to another. Load the page again',
  });

export const screeningChanged = (current: unknown) =>
  new Refusal(
    409,
    'screening changed',
    {
      ko: '이 레코드에 대한 판단이 그사이 바뀌었습니다(다른 창이나 기기일 수 있습니다). 지금의 판단을 확인하고 다시 정해 주십시오',
      en: 'your decision on this record has changed meanwhile, perhaps in another window; look at it and decide again',
    },
    current,
  );

export const screeningDiffers = () =>
  new Refusal(409, 'screening differs', {
    ko: '같은 번호의 판단이 다른 내용으로 저장되어 있습니다. 새 판단으로 다시 만들어 주십시오',
    en: 'a decision with this id and other content is stored; make it again as a new one',
  });

export const reasonUnknown = () =>
  new Refusal(400, 'reason unknown', {
    ko: '제외 사유 목록에 없는 사유입니다. 목록을 새로 불러와 골라 주십시오',
    en: "the reason is not in the study's list; load the list again and choose one",
  });

export const reasonWithoutExclusion = () =>
  new Refusal(400, 'reason without exclusion', {
    ko: '사유는 제외에만 붙습니다. 하실 말씀은 메모로 남겨 주십시오',
    en: 'only an exclusion has a reason; write a note instead',
  });

export const noConflict = () =>
  new Refusal(409, 'no conflict', {
    ko: '조정할 불일치가 없습니다. 두 사람이 판단하기 전이거나 판단이 같아졌습니다',
    en: 'there is no conflict to settle: fewer than two have decided, or they agree by now',
  });

export const settlementChanged = (current: unknown) =>
  new Refusal(
    409,
    'settlement changed',
    {
      ko: '그사이 다른 사람이 이 불일치를 조정했습니다. 그 결정을 확인해 주십시오',
      en: 'somebody has settled this conflict meanwhile; look at how',
    },
    current,
  );

export const listChanged = (current: unknown) =>
  new Refusal(
    409,
    'list changed',
    {
      ko: '그사이 다른 사람이 이 목록을 고쳤습니다. 두 목록을 비교해 다시 저장해 주십시오. 쓰신 것은 화면에 남아 있습니다',
      en: 'somebody has changed this list meanwhile; compare the two and save again. Yours is still on the screen',
    },
    current,
  );

export const reasonInUse = (label: Localised, count: number) =>
  new Refusal(409, 'reason in use', {
    ko: `‘${inLanguage(label, 'ko')}’: 이 사유로 제외한 판단이 ${count}건 있어 뺄 수 없습니다. 사유를 목록에 남겨 두거나 그 판단을 먼저 바꿔 주십시오`,
    en: `“${inLanguage(label, 'en')}” is the reason of ${count} decision(s) and cannot be taken out; keep it in the list, or change those decisions first`,
  });

export const listTwice = (id: string) =>
  new Refusal(400, 'id twice', {
    ko: `${id}: 목록에 두 번 있습니다. 하나를 지우거나 이름을 바꿔 주십시오`,
    en: `${id}: stands twice in the list; take one out or give it another id`,
  });
