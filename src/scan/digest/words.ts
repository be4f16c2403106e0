/** The words of a digest apart from its briefs. */
import type { Language } from '../../study/localised.ts';

export const digestWords: Record<
  Language,
  {
    heading: (title: string) => string;
    span: (from: string, to: string) => string;
    none: string;
    synthetic: string;
    how: string;
  }
> = {
  ko: {
    heading: (title) => `${title}: 외부 신호 소식`,
    span: (from, to) => `${from} – ${to}`,
    none: '이 기간에 평가한 문헌이 없습니다.',
    synthetic: '가상의 연구입니다. 실제 사람이 답하지 않았습니다.',
    how: '문장은 문헌의 제목과 초록, 평가자의 글을 그대로 옮겼거나 평가 항목을 정해진 말로 적은 것입니다.',
  },
  en: {
    heading: (title) => `${title}: external signals`,
    span: (from, to) => `${from} – ${to}`,
    none: 'No document was appraised in this time.',
    synthetic: 'This study is imaginary: no real person answered.',
    how: 'Sentences stand word for word in the title, the abstract or the appraisal, or say in fixed words what a field of the appraisal holds.',
  },
};
