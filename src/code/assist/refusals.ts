/** Why the language model is not asked, or what came of it. Nothing was changed in the codings. */
import { Refusal } from '../../access/refusal.ts';

export const notConfigured = () =>
  new Refusal(409, 'not configured', {
    ko: '이 서버에는 언어 모델이 연결되어 있지 않습니다. 쓰려면 관리자에게 주소를 설정해 달라고 요청해 주십시오',
    en: 'no language model is connected to this server; to use one, ask the administrator to configure its address',
  });

export const switchedOff = () =>
  new Refusal(409, 'switched off', {
    ko: '이 연구에서는 언어 모델을 쓰지 않습니다. 책임자가 설정에서 켤 수 있습니다',
    en: 'the language model is switched off in this study; its lead can switch it on in the settings',
  });

export const independentPass = () =>
  new Refusal(409, 'independent pass', {
    ko: '독립 코딩이 열려 있는 동안에는 언어 모델을 쓰지 않습니다. 회차가 닫힌 뒤에 다시 해 주십시오',
    en: 'the language model rests while an independent pass is open, so that coders judge alone; ask when it is closed',
  });

export const answerTooLong = (most: number) =>
  new Refusal(409, 'answer too long', {
    ko: `${most}자가 넘는 응답은 언어 모델에 보내지 않습니다. 직접 코딩해 주십시오`,
    en: `answers of more than ${most} characters are not sent to the language model; code this one yourself`,
  });

export const modelBusy = () =>
  new Refusal(429, 'model busy', {
    ko: '먼저 물어본 응답에 언어 모델이 아직 답하지 않았습니다. 답이 온 뒤에 다시 물어 주십시오',
    en: 'the language model has not answered yet what you asked before; ask again when it has',
  });

export const modelFailed = () =>
  new Refusal(502, 'model failed', {
    ko: '언어 모델이 응답하지 않았습니다. 잠시 뒤에 다시 해 보고, 계속되면 관리자에게 알려 주십시오',
    en: 'the language model did not answer; try again later, and tell the administrator if it goes on',
  });

export const modelMalformed = () =>
  new Refusal(502, 'model malformed', {
    ko: '언어 모델이 두 번 모두 정해진 형식으로 답하지 못했습니다. 이 응답은 직접 코딩하거나 관리자에게 알려 주십시오',
    en: 'the language model answered twice in another form than asked; code this answer yourself or tell the administrator',
  });

export const modelTimedOut = (seconds: number) =>
  new Refusal(504, 'model timed out', {
    ko: `언어 모델이 ${seconds}초 안에 답하지 않았습니다. 나중에 다시 해 주십시오`,
    en: `the language model did not answer within ${seconds} seconds; try again later`,
  });

export const notSuggested = () =>
  new Refusal(400, 'not suggested', {
    ko: '언어 모델이 이 말에 이 코드를 제안한 적이 없습니다. 직접 붙인 코딩으로 보내 주십시오',
    en: 'the language model did not suggest this code on these words; send the coding as your own',
  });

export const helpIsOff = () =>
  new Refusal(409, 'help is off', {
    ko: '독립 코딩에서는 제안을 쓰지 않습니다. 직접 판단해 붙인 코딩으로 보내 주십시오',
    en: 'suggestions are not used in an independent pass; send the coding as your own judgement',
  });
