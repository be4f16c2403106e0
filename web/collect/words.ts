/** Words of the grid of answers and of the reading view. */
import { josa } from 'es-hangul';
import type { Language } from '../../src/study/localised.ts';

const en = {
  participant: 'Participant',
  filter: 'Conditions',
  add: 'Add a condition',
  addHint: 'Role, code, standing, or words in an answer',
  remove: (condition: string) => `${condition}: remove`,
  inText: (typed: string) => `“${typed}” in an answer`,
  number: (attribute: string, value: string) => `${attribute} ${value}`,
  groups: { participants: 'Participants', answers: 'Answers', codes: 'Codes' },
  conditions: {
    equals: (attribute: string, value: string) => `${attribute} = ${value}`,
    code: (code: string) => `code: ${code}`,
    noCode: 'no code',
    noCodeOn: (question: string) => `no code on: ${question}`,
    standing: (standing: string) => `an answer that is ${standing.toLowerCase()}`,
    answered: (question: string) => `answered: ${question}`,
    text: (typed: string) => `says “${typed}”`,
    assigned: (pass: string) => `given to me: ${pass}`,
  },
  back: 'To the grid',
  before: 'Participant before',
  after: 'Participant after',
  place: (at: number, of: number) => `${at} of ${of}`,
  consent: {
    quotation: 'May be quoted without name',
    analysis: 'Counted, never quoted',
  },
  wholeAnswer: 'on the whole answer',
  noCodes: 'No code',
  noAnswer: 'No answer',
  gone: 'No such participant here. They may have withdrawn, or not fit the conditions.',
  passes: 'Codes of',
  allPasses: 'all passes',
  codeThis: 'Code this answer',
  coders: (count: number) => `${count} coders`,
  forReaders: {
    say: 'Answers as they were written are read by those who work on the study.',
    hint: 'What may be quoted you reach from every number, and question by question here:',
  },
};

export type CollectWords = typeof en;

export const collectWords = {
  en,
  ko: {
    participant: '참여자',
    filter: '조건',
    add: '조건 더하기',
    addHint: '직위, 코드, 상태 또는 답 속의 말',
    remove: (condition) => `${condition}: 빼기`,
    inText: (typed) => `답에 ‘${typed}’${josa.pick(typed, '이/가')} 있음`,
    number: (attribute, value) => `${attribute} ${value}`,
    groups: { participants: '참여자', answers: '답', codes: '코드' },
    conditions: {
      equals: (attribute, value) => `${attribute} = ${value}`,
      code: (code) => `코드: ${code}`,
      noCode: '코드 없음',
      noCodeOn: (question) => `코드 없음: ${question}`,
      standing: (standing) => `답의 상태: ${standing}`,
      answered: (question) => `답한 질문: ${question}`,
      text: (typed) => `답에 ‘${typed}’`,
      assigned: (pass) => `내가 맡은 답: ${pass}`,
    },
    back: '표로 돌아가기',
    before: '앞 참여자',
    after: '다음 참여자',
    place: (at, of) => `${of}명 중 ${at}번째`,
    consent: {
      quotation: '이름 없이 인용할 수 있음',
      analysis: '세기만 하고 인용하지 않음',
    },
    wholeAnswer: '답 전체에',
    noCodes: '코드 없음',
    noAnswer: '답하지 않음',
    gone: '그런 참여자가 없습니다. 철회했거나 조건에 맞지 않는 사람일 수 있습니다.',
    passes: '코드',
    allPasses: '모든 회차',
    codeThis: '이 답 코딩하기',
    coders: (count) => `코더 ${count}명`,
    forReaders: {
      say: '적힌 그대로의 답은 이 연구에서 코딩하는 사람만 읽습니다.',
      hint: '인용할 수 있는 말은 모든 수에서, 또는 여기에서 질문별로 읽을 수 있습니다.',
    },
  },
} satisfies Record<Language, CollectWords>;
