/** What the coding stage refuses, each with a stable code and with what the person can do about it. Nothing was changed. */
import { Refusal } from '../access/refusal.ts';

export const passUnknown = () =>
  new Refusal(404, 'pass unknown', {
    ko: '이런 회차가 이 연구에 없습니다. 화면을 새로 고쳐 주십시오',
    en: 'there is no such pass in this study; load the page again',
  });

export const passNotOpen = () =>
  new Refusal(409, 'pass not open', {
    ko: '아직 열리지 않은 회차입니다. 책임자가 열면 다시 보내 주십시오',
    en: 'this pass is not open yet; send it again when the lead has opened it',
  });

export const passClosed = () =>
  new Refusal(409, 'pass closed', {
    ko: '이미 닫힌 회차라 코딩을 바꿀 수 없습니다. 고칠 것이 있으면 책임자에게 알리거나 메모로 남겨 주십시오',
    en: 'this pass is closed and its codings stay as they are; tell the lead or leave a memo',
  });

export const passTaken = () =>
  new Refusal(409, 'pass differs', {
    ko: '같은 번호의 다른 회차가 이미 있습니다. 새로 만들어 주십시오',
    en: 'another pass has this id; make it anew',
  });

export const passNotReady = (why: 'nobody assigned' | 'source not closed' | 'source needed') =>
  new Refusal(
    409,
    why,
    {
      'nobody assigned': {
        ko: '맡은 사람이 없는 회차입니다. 코더와 참여자를 정해 주십시오',
        en: 'nobody was given anything in this pass; name coders and participants',
      },
      'source not closed': {
        ko: '합의는 닫힌 회차에서 시작합니다. 먼저 그 회차를 닫아 주십시오',
        en: 'a consensus begins from a closed pass; close that pass first',
      },
      'source needed': {
        ko: '맡길 참여자를 정하거나, 합의할 회차를 골라 주십시오',
        en: 'say who is given whom, or name the pass whose disagreements this one settles',
      },
    }[why],
  );

export const assignedBefore = (participants: number) =>
  new Refusal(409, 'assigned before', {
    ko: `참여자 ${participants}명은 같은 종류의 다른 회차에서 이미 같은 코더가 맡았습니다. 다른 참여자나 코더를 골라 주십시오`,
    en: `${participants} participant(s) were given to the same coder in another pass of this kind; choose others`,
  });

export const nobodyLeft = () =>
  new Refusal(409, 'nobody left', {
    ko: '맡길 참여자가 없습니다. 모두 같은 종류의 회차에 들어 있거나 해석 가능한 응답이 없습니다',
    en: 'no participant is left to give: all are in a pass of this kind or have no interpretable answer',
  });

export const coderUnknown = () =>
  new Refusal(400, 'coder unknown', {
    ko: '이 연구에 없는 코더가 있습니다. 먼저 초대해 주십시오',
    en: 'one of the coders is not in this study; invite them first',
  });

export const noCoder = () =>
  new Refusal(403, 'no coder', {
    ko: '이 연구에서 코딩할 이름이 없습니다. 책임자에게 코더로 초대해 달라고 요청해 주십시오',
    en: 'you have no name to code under in this study; ask the lead to invite you as a coder',
  });

export const notAssigned = () =>
  new Refusal(403, 'not assigned', {
    ko: '이 회차에서 맡지 않은 응답입니다. 필요하면 책임자에게 배정을 요청해 주십시오',
    en: 'you were not given this answer in this pass; ask the lead to assign it',
  });

export const notYours = () =>
  new Refusal(403, 'not yours', {
    ko: '다른 코더의 코딩입니다. 의견이 다르면 메모로 남겨 주십시오',
    en: "this is another coder's coding; if you disagree, leave a memo",
  });

export const blindNow = () =>
  new Refusal(403, 'blind now', {
    ko: '독립 코딩이 열려 있는 동안에는 할 수 없습니다. 회차가 닫힌 뒤에 다시 해 주십시오',
    en: 'this waits while an independent pass is open, so that coders stay blind; do it when the pass is closed',
  });

export const answerUnknown = () =>
  new Refusal(404, 'answer unknown', {
    ko: '이런 응답이 없습니다. 참여자가 철회했을 수 있습니다. 화면을 새로 고쳐 주십시오',
    en: 'there is no such answer; its participant may have withdrawn. Load the page again',
  });

export const sourceDiffers = () =>
  new Refusal(409, 'source differs', {
    ko: '읽으신 응답과 저장된 응답이 다릅니다. 응답을 새로 불러와 다시 코딩해 주십시오',
    en: 'the answer that you read is not the one that is stored; load it again and code it anew',
  });

export const spanOutside = () =>
  new Refusal(400, 'span outside', {
    ko: '구간이 응답 밖에 있습니다. 응답을 새로 불러와 다시 선택해 주십시오',
    en: 'the span lies outside the answer; load it again and select anew',
  });

export const quoteDiffers = () =>
  new Refusal(400, 'quote differs', {
    ko: '인용한 말이 그 자리에 있는 말과 다릅니다. 응답을 새로 불러와 다시 선택해 주십시오',
    en: 'the quoted words are not the words at that place; load the answer again and select anew',
  });

export const codeUnknown = () =>
  new Refusal(400, 'code unknown', {
    ko: '그 코드북 판에 없는 코드입니다. 코드북을 새로 불러와 주십시오',
    en: 'the code is not in that version of the codebook; load the codebook again',
  });

export const codeRetired = () =>
  new Refusal(409, 'code retired', {
    ko: '폐기된 코드입니다. 코드북에서 대신 쓸 코드를 골라 주십시오',
    en: 'the code is retired; choose the one that takes its place in the codebook',
  });

export const codebookVersionStale = (current: number) =>
  new Refusal(
    409,
    'codebook version stale',
    {
      ko: `이 회차는 코드북 ${current}판을 씁니다. 코드북을 새로 불러와 코드를 확인하고 다시 보내 주십시오`,
      en: `this pass uses version ${current} of the codebook; load it, check the code and send again`,
    },
    current,
  );

export const codebookVersionUnknown = () =>
  new Refusal(400, 'codebook version unknown', {
    ko: '이 연구에 없는 코드북 판입니다. 코드북을 새로 불러와 주십시오',
    en: 'the study has no such version of the codebook; load the codebook again',
  });

export const codingUnknown = () =>
  new Refusal(404, 'coding unknown', {
    ko: '이런 코딩이 없습니다. 화면을 새로 고쳐 주십시오',
    en: 'there is no such coding; load the page again',
  });

export const codingDiffers = (current: unknown) =>
  new Refusal(
    409,
    'coding differs',
    {
      ko: '같은 번호의 코딩이 다른 내용으로 저장되어 있습니다. 새 코딩으로 다시 만들어 주십시오',
      en: 'a coding with this id and other content is stored; make it again as a new coding',
    },
    current,
  );

export const codingEnded = () =>
  new Refusal(409, 'coding ended', {
    ko: '이미 지운 코딩을 고치려 했습니다. 화면을 새로 고쳐 주십시오',
    en: 'the coding to change was taken back already; load the page again',
  });

export const alreadyCoded = (current: unknown) =>
  new Refusal(
    409,
    'already coded',
    {
      ko: '같은 구간에 같은 코드를 이미 붙였습니다',
      en: 'you have put this code on these words already',
    },
    current,
  );

export const codebookChanged = (current: number) =>
  new Refusal(
    409,
    'codebook changed',
    {
      ko: `그사이 코드북 ${current}판이 나왔습니다. 새 판과 비교해 고친 것을 다시 적용해 주십시오. 고치신 것은 화면에 남아 있습니다`,
      en: `version ${current} of the codebook has come out meanwhile; compare with it and apply your changes again. They are still on the screen`,
    },
    current,
  );

/** `problem` in each language says which code and what is wrong with it. */
export const codebookWrong = (problem: { ko: string; en: string }) =>
  new Refusal(400, 'codebook wrong', problem);

export const reviewUnknown = () =>
  new Refusal(404, 'review unknown', {
    ko: '다시 볼 목록에 없는 코딩입니다. 화면을 새로 고쳐 주십시오',
    en: 'this coding is not in the list of those to look at again; load the page again',
  });

export const memoChanged = (current: unknown) =>
  new Refusal(
    409,
    'memo changed',
    {
      ko: '그사이 다른 사람이 이 메모를 고쳤습니다. 두 글을 나란히 보고 합쳐서 다시 저장해 주십시오. 쓰신 글은 화면에 남아 있습니다',
      en: 'somebody has changed this memo meanwhile; compare the two texts, join them and save again. Yours is still on the screen',
    },
    current,
  );

export const themeChanged = (current: unknown) =>
  new Refusal(
    409,
    'theme changed',
    {
      ko: '그사이 다른 사람이 이 주제를 고쳤습니다. 두 내용을 비교해 다시 저장해 주십시오. 쓰신 것은 화면에 남아 있습니다',
      en: 'somebody has changed this theme meanwhile; compare the two and save again. Yours is still on the screen',
    },
    current,
  );

export const themeWrong = (problem: { ko: string; en: string }) => new Refusal(400, 'theme wrong', problem);
