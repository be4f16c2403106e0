/** What the fields are called from which the sentences of a brief come, in both languages. */
import type { Language } from '../../../src/study/localised.ts';

interface BriefWords {
  /** The sentence stands there word for word. */
  verbatim: (field: string) => string;
  /** The sentence says what these hold. */
  told: (fields: string) => string;
  fields: Record<string, string>;
}

export const briefWords: Record<Language, BriefWords> = {
  en: {
    verbatim: (field) => `word for word from ${field}`,
    told: (fields) => `says what stands in ${fields}`,
    fields: {
      title: 'the title',
      abstract: 'the abstract',
      authors: 'authors',
      year: 'year',
      journal: 'journal',
      volume: 'volume',
      issue: 'issue',
      pages: 'pages',
      doi: 'DOI',
      pmid: 'PMID',
      url: 'address',
      sources: 'sources',
      criteria: 'the criteria',
      'appraisal.kind': 'the kind of evidence',
      'appraisal.setting': 'the setting',
      'appraisal.population': 'the population',
      'appraisal.channels': 'the channels',
      'appraisal.lenses': 'the lenses',
      'appraisal.codes': 'the codes',
      'appraisal.watch': 'what to watch',
      'appraisal.levels': 'the levels',
      'appraisal.rationale': 'the rationale',
    },
  },
  ko: {
    verbatim: (field) => `${field}에서 글자 그대로`,
    told: (fields) => `${fields}에 적힌 것`,
    fields: {
      title: '제목',
      abstract: '초록',
      authors: '저자',
      year: '연도',
      journal: '학술지',
      volume: '권',
      issue: '호',
      pages: '쪽',
      doi: 'DOI',
      pmid: 'PMID',
      url: '주소',
      sources: '출처',
      criteria: '기준',
      'appraisal.kind': '근거의 종류',
      'appraisal.setting': '장소',
      'appraisal.population': '대상',
      'appraisal.channels': '경로',
      'appraisal.lenses': '관점',
      'appraisal.codes': '코드',
      'appraisal.watch': '지켜볼 것',
      'appraisal.levels': '기준별 점수',
      'appraisal.rationale': '평가의 까닭',
    },
  },
};
