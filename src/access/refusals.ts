/** What is refused to people as people: signing in, invitations, members. */
import { Refusal } from './refusal.ts';

export const wrongNameOrPassword = () =>
  new Refusal(401, 'wrong name or password', {
    ko: '이름이나 비밀번호가 맞지 않습니다. 다시 확인해 주십시오',
    en: 'the name or the password is wrong; check both and try again',
  });

export const tooManyAttempts = (seconds: number) =>
  new Refusal(429, 'too many attempts', {
    ko: `로그인에 여러 번 실패했습니다. ${seconds}초 뒤에 다시 시도해 주십시오`,
    en: `too many attempts to sign in; try again in ${seconds} seconds`,
  });

export const passwordTooShort = (least: number) =>
  new Refusal(400, 'password too short', {
    ko: `비밀번호가 너무 짧습니다. ${least}자 이상으로 정해 주십시오`,
    en: `the password is too short; choose one of ${least} characters or more`,
  });

export const wrongPassword = () =>
  new Refusal(403, 'wrong password', {
    ko: '지금 비밀번호가 맞지 않습니다. 다시 확인해 주십시오',
    en: 'the present password is wrong; check it and try again',
  });

export const nameTaken = () =>
  new Refusal(409, 'name taken', {
    ko: '이미 쓰고 있는 이름입니다. 다른 이름을 골라 주십시오',
    en: 'somebody has this name already; choose another',
  });

export const invitationUnknown = () =>
  new Refusal(400, 'invitation unknown', {
    ko: '이미 썼거나 기한이 지난 초대입니다. 책임자에게 새 초대를 요청해 주십시오',
    en: 'this invitation has been used or is too old; ask the lead for a new one',
  });

export const linkUnknown = () =>
  new Refusal(401, 'link unknown', {
    ko: '이미 썼거나 기한이 지난 링크입니다. 관리자에게 새 링크를 요청해 주십시오',
    en: 'this link has been used or is too old; start the program again for a new one, or ask the administrator',
  });

export const coderTaken = () =>
  new Refusal(409, 'coder taken', {
    ko: '그 코더 이름은 없거나 다른 사람이 쓰고 있습니다. 다른 이름으로 초대해 주십시오',
    en: 'there is no such coder, or somebody else codes under the name; invite under another',
  });

export const memberUnknown = () =>
  new Refusal(404, 'member unknown', {
    ko: '이 연구의 구성원이 아닙니다. 화면을 새로 고쳐 주십시오',
    en: 'nobody of the study has this account; load the page again',
  });

export const lastLead = () =>
  new Refusal(409, 'last lead', {
    ko: '연구에는 책임자가 한 명은 있어야 합니다. 먼저 다른 사람을 책임자로 정해 주십시오',
    en: 'a study needs one lead; make somebody else a lead first',
  });

export const organisationRefused = () =>
  new Refusal(401, 'organisation refused', {
    ko: '기관 로그인이 끝나지 않았습니다. 다시 시도하거나 관리자에게 알려 주십시오',
    en: 'signing in through the organisation did not succeed; try again or tell the administrator',
  });
