/** The words of the passes page, in both languages. */
import { josa } from 'es-hangul';
import type { PassState } from '../../../src/code/model.ts';
import type { Language } from '../../../src/study/localised.ts';
import type { Pass } from '../../../src/study/model.ts';

type PlannedKind = Exclude<Pass, 'consensus'>;

const en = {
  question: 'Who codes what, and how far are they?',
  kinds: {
    calibration: 'Calibration',
    independent: 'Independent',
    consensus: 'Consensus',
  } satisfies Record<Pass, string>,
  states: { planned: 'planned', open: 'open', closed: 'closed' } satisfies Record<PassState, string>,
  about: {
    calibration:
      'Coders work through the same answers and see each other’s codings, to sharpen the codebook.',
    independent: 'Nobody sees another’s codings until it is closed. Agreement is measured here.',
  } satisfies Record<PlannedKind, string>,
  none: 'No pass has been planned yet.',
  noneHint: 'A pass says who codes whose answers, and with which version of the codebook.',
  noneCoder: 'You will find your answers here when the lead has opened a pass for you.',
  version: (version: number) => `codebook version ${version}`,
  participants: (count: string) => `${count} participants`,
  progress: (done: string, of: string) => `${done} of ${of} answers`,
  nobody: 'Nobody has been given anything in this pass.',
  mine: 'Code',
  open: 'Open the pass',
  close: 'Close the pass',
  closeTitle: (label: string) => `Close “${label}”?`,
  closeHint: (left: string) =>
    left === '0'
      ? 'Every answer is done. Codings of a closed pass stay as they are.'
      : `${left} answers are not done yet. Codings of a closed pass stay as they are, and nobody can add any.`,
  keepOpen: 'Leave it open',
  moveTo: (version: number) => `Move on to codebook version ${version}`,
  agreement: 'Agreement',
  disagreements: 'Disagreements',
  plan: 'Plan a pass',
  kind: 'Kind',
  label: 'Name',
  labelExample: 'First independent pass',
  codebook: 'Version of the codebook',
  latest: (version: number) => `${version} (latest)`,
  coders: 'Coders',
  noCoders: 'Nobody in this study codes yet. Invite coders first.',
  whom: 'Participants',
  all: 'everybody who has not been in a pass of this kind',
  sample: 'a random sample of',
  people: 'participants',
  shared: 'Coded by all of them',
  sharedHint: (percent: number) =>
    percent === 100
      ? 'Every participant goes to every coder.'
      : `${percent} in 100 participants go to every coder, so that agreement can be measured; the others to one coder each.`,
  seed: 'Seed of the draw',
  seedHint: 'The same seed draws the same assignment again.',
  make: 'Plan it',
  madeHint: 'It opens when you say so: look at who was given what first.',
  help: {
    title: 'Help for coders',
    notBlind: 'Off in independent passes, whatever is chosen here',
    hints: 'Hints',
    hintsHow: 'codes that the team’s own decisions make likely, learned on this machine',
    model: 'Language model',
    modelHow: (model: string) => `${model}: an extra coder, labelled as such and left out of agreement`,
    modelMissing: 'none is configured; an administrator names its address',
    modelSoFar: (asked: string, suggested: string, discarded: string) =>
      `Asked ${asked} times: ${suggested} codings suggested, ${discarded} thrown away because their words are not in the answer or their code is not in the codebook.`,
  },
};

export const passesWords = {
  en,
  ko: {
    question: '누가 무엇을 코딩하며, 어디까지 했는가?',
    kinds: { calibration: '보정', independent: '독립', consensus: '합의' },
    states: { planned: '시작 전', open: '열림', closed: '닫힘' },
    about: {
      calibration: '같은 답을 함께 코딩하고 서로의 코딩을 보며 코드북을 다듬습니다.',
      independent: '닫힐 때까지 서로의 코딩을 보지 못합니다. 일치도는 여기에서 잽니다.',
    },
    none: '아직 계획한 회차가 없습니다.',
    noneHint: '회차는 누가 누구의 답을 코드북 몇 판으로 코딩하는지를 정합니다.',
    noneCoder: '책임자가 회차를 열면 맡은 답이 여기에 나옵니다.',
    version: (version) => `코드북 ${version}판`,
    participants: (count) => `참여자 ${count}명`,
    progress: (done, of) => `답 ${of}건 중 ${done}건`,
    nobody: '이 회차에는 맡은 사람이 없습니다.',
    mine: '코딩하기',
    open: '회차 열기',
    close: '회차 닫기',
    closeTitle: (label) => `‘${label}’${josa.pick(label, '을/를')} 닫을까요?`,
    closeHint: (left) =>
      left === '0'
        ? '모든 답을 마쳤습니다. 닫힌 회차의 코딩은 바뀌지 않습니다.'
        : `아직 마치지 않은 답이 ${left}건 있습니다. 닫힌 회차의 코딩은 바뀌지 않으며, 아무도 더 코딩할 수 없습니다.`,
    keepOpen: '열어 두기',
    moveTo: (version) => `코드북 ${version}판으로 옮기기`,
    agreement: '일치도',
    disagreements: '불일치',
    plan: '회차 계획하기',
    kind: '종류',
    label: '이름',
    labelExample: '첫 독립 회차',
    codebook: '코드북 판',
    latest: (version) => `${version}판(최신)`,
    coders: '코더',
    noCoders: '이 연구에는 아직 코더가 없습니다. 먼저 코더를 초대하세요.',
    whom: '참여자',
    all: '같은 종류의 회차에 들지 않은 모든 사람',
    sample: '무작위로 뽑은',
    people: '명',
    shared: '모두가 함께 코딩할 비율',
    sharedHint: (percent) =>
      percent === 100
        ? '모든 참여자를 모든 코더가 코딩합니다.'
        : `참여자 100명 중 ${percent}명은 모든 코더가 코딩해 일치도를 잴 수 있게 하고, 나머지는 한 사람씩 맡습니다.`,
    seed: '추첨의 시드',
    seedHint: '시드가 같으면 배정도 같습니다.',
    make: '계획하기',
    madeHint: '바로 열리지 않습니다. 누가 무엇을 맡았는지 먼저 확인하세요.',
    help: {
      title: '코더를 돕는 것',
      notBlind: '여기서 무엇을 고르든 독립 회차에서는 꺼집니다',
      hints: '힌트',
      hintsHow: '팀이 지금까지 정한 것에서 이 컴퓨터가 배워 보여 주는 코드',
      model: '언어 모델',
      modelHow: (model) => `${model}: 따로 표시하는 또 하나의 코더이며 일치도에는 넣지 않습니다`,
      modelMissing: '설정된 모델이 없습니다. 관리자가 주소를 정해야 합니다',
      modelSoFar: (asked, suggested, discarded) =>
        `${asked}번 물어 코딩 ${suggested}건을 제안받았고, 답에 없는 말이거나 코드북에 없는 코드여서 버린 것이 ${discarded}건입니다.`,
    },
  },
} satisfies Record<Language, typeof en>;
