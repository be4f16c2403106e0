/** Words of the search through answers, codes and memos. */
import { josa } from 'es-hangul';
import type { MemoSubject } from '../../src/code/model.ts';
import type { SearchHit, SearchKind } from '../../src/code/search-model.ts';
import type { Language } from '../../src/study/localised.ts';

type CodeField = Extract<SearchHit, { kind: 'codes' }>['field'];

const en = {
  title: 'Search',
  question: 'Where was this said?',
  hint: 'Words in answers, codes and memos',
  how: 'Type words; answers that hold all of them are found, however they are spaced.',
  nothing: (q: string) => `Nothing holds “${q}”.`,
  kinds: { answers: 'Answers', codes: 'Codes', memos: 'Memos' } satisfies Record<SearchKind, string>,
  found: (total: number) => `${total} found`,
  shown: (shown: number, total: number) => (shown < total ? `${shown} of ${total}` : String(total)),
  more: 'Show more',
  fields: {
    id: 'identifier',
    label: 'name',
    definition: 'definition',
    include: 'when to give it',
    exclude: 'when not to give it',
  } satisfies Record<CodeField, string>,
  memoOn: {
    study: 'on the study',
    question: 'on a question',
    participant: 'on a participant',
    answer: 'on an answer',
    coding: 'on a coding',
    code: 'on a code',
    theme: 'on a theme',
    pass: 'on a pass',
  } satisfies Record<MemoSubject['kind'], string>,
  searchFor: (q: string) => `Search answers for “${q}”`,
  forReaders:
    'Those who work on the study search its answers. What may be quoted you reach from every number.',
};

export const searchWords = {
  en,
  ko: {
    title: '검색',
    question: '이 말은 어디에 나오는가?',
    hint: '답, 코드, 메모 속의 말',
    how: '찾을 말을 적으세요. 모두 들어 있는 답을 띄어쓰기와 상관없이 찾습니다.',
    nothing: (q) => `‘${q}’${josa.pick(q, '이/가')} 들어 있는 곳이 없습니다.`,
    kinds: { answers: '답', codes: '코드', memos: '메모' },
    found: (total) => `${total}건 찾음`,
    shown: (shown, total) => (shown < total ? `${total}건 중 ${shown}건` : `${total}건`),
    more: '더 보기',
    fields: {
      id: '코드 기호',
      label: '이름',
      definition: '정의',
      include: '주는 경우',
      exclude: '주지 않는 경우',
    },
    memoOn: {
      study: '연구에',
      question: '질문에',
      participant: '참여자에',
      answer: '답에',
      coding: '코딩에',
      code: '코드에',
      theme: '주제에',
      pass: '회차에',
    },
    searchFor: (q) => `답에서 ‘${q}’ 찾기`,
    forReaders:
      '답은 이 연구에서 코딩하는 사람이 검색합니다. 인용할 수 있는 말은 모든 수에서 읽을 수 있습니다.',
  },
} satisfies Record<Language, typeof en>;
