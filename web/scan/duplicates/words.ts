/** The words of the page on duplicates, in both languages. */
import type { Language } from '../../../src/study/localised.ts';

const en = {
  question: 'Are these two one document?',
  lede: 'What is certain has been joined already. Nothing is thrown away: every source’s record is kept, and whatever was joined can be taken apart.',
  left: (count: string) => (count === '1' ? '1 pair to decide' : `${count} pairs to decide`),
  none: 'No pair waits for you.',
  noneHint: 'Documents that may be one come here after each search and file.',
  same: 'One document',
  different: 'Two documents',
  again: 'Decided last',
  decided: { same: 'one document', different: 'two documents', open: 'open' },
  back: 'Decide anew',
  fields: {
    title: 'Title',
    authors: 'Authors',
    year: 'Year',
    journal: 'Journal',
    place: 'Place',
    doi: 'DOI',
    pmid: 'PMID',
    sources: 'From',
    abstract: 'Abstract',
  },
  missing: 'not given',
  file: 'a file',
};

export const duplicatesWords = {
  en,
  ko: {
    question: '이 둘은 같은 문헌인가?',
    lede: '확실한 것은 이미 합쳤습니다. 버린 것은 없습니다. 출처의 기록은 모두 남아 있고, 합친 것은 다시 나눌 수 있습니다.',
    left: (count) => `정할 쌍 ${count}개`,
    none: '기다리는 쌍이 없습니다.',
    noneHint: '같은 문헌일지 모르는 것은 찾거나 파일을 읽을 때마다 여기에 나옵니다.',
    same: '같은 문헌',
    different: '다른 문헌',
    again: '최근에 정한 것',
    decided: { same: '같은 문헌', different: '다른 문헌', open: '남음' },
    back: '다시 정하기',
    fields: {
      title: '제목',
      authors: '저자',
      year: '연도',
      journal: '학술지',
      place: '쪽',
      doi: 'DOI',
      pmid: 'PMID',
      sources: '출처',
      abstract: '초록',
    },
    missing: '없음',
    file: '파일',
  },
} satisfies Record<Language, typeof en>;
