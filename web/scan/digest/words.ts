/** The words of the page with the digest, in both languages. */
import type { Language } from '../../../src/study/localised.ts';

const en = {
  question: 'What has come up outside, and what does it rest on?',
  lede: 'Documents that were appraised, in briefs. Rest on a sentence to see which field it comes from.',
  by: { week: 'By week', month: 'By month' },
  byName: 'Gather',
  from: 'From',
  to: 'To',
  language: 'Language of the briefs',
  languages: { ko: '한국어', en: 'English' },
  files: 'As a file',
  formats: { html: 'HTML', md: 'Markdown', rss: 'RSS' },
  count: (count: string) => (count === '1' ? '1 document' : `${count} documents`),
  span: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
  score: (score: string) => `relevance ${score}`,
  none: 'No document was appraised in this time.',
  noneHint: 'Choose a longer time, or appraise what screening has included.',
  noneHintReader: 'Choose a longer time.',
  toAppraise: 'To the appraisal',
  wrong: 'The last day lies before the first.',
};

export const digestPageWords = {
  en,
  ko: {
    question: '밖에서는 무엇이 나왔고, 무엇에 근거하는가?',
    lede: '평가한 문헌을 짧게 정리한 것입니다. 문장에 머물면 어느 항목에서 왔는지 보입니다.',
    by: { week: '주별', month: '월별' },
    byName: '묶기',
    from: '시작일',
    to: '끝일',
    language: '글의 언어',
    languages: { ko: '한국어', en: 'English' },
    files: '파일로',
    formats: { html: 'HTML', md: 'Markdown', rss: 'RSS' },
    count: (count) => `문헌 ${count}건`,
    span: (from, to) => (from === to ? from : `${from} ~ ${to}`),
    score: (score) => `관련도 ${score}`,
    none: '이 기간에 평가한 문헌이 없습니다.',
    noneHint: '기간을 늘리거나, 선별에서 포함한 문헌을 평가하세요.',
    noneHintReader: '기간을 늘려 보세요.',
    toAppraise: '평가하러 가기',
    wrong: '끝일이 시작일보다 앞섭니다.',
  },
} satisfies Record<Language, typeof en>;
