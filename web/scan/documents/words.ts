/** The words of the sheet that shows what a document was joined from, in both languages. */
import type { Language } from '../../../src/study/localised.ts';

const en = {
  joined: (count: string, sources: string) => `Joined from ${count} source records: ${sources}`,
  file: 'a file',
  title: 'What this document was joined from',
  hint: 'What is marked contradicts the joined document. Each stays as its source gave it.',
  differs: 'differs',
  nth: (nth: string) => `Source record ${nth}`,
  by: { rules: 'joined by the rules', person: 'joined by a person' },
  alone: 'The document has one source record now.',
  part: 'Take out as a document of its own',
  parted: 'It is a document of its own now.',
  back: 'Join again',
  rejoined: 'Joined again.',
  later: 'It can be joined again later too, under Duplicates.',
};

export const documentsWords = {
  en,
  ko: {
    joined: (count, sources) => `출처 기록 ${count}건을 합친 문헌: ${sources}`,
    file: '파일',
    title: '이 문헌으로 합쳐진 출처 기록',
    hint: '표시한 칸은 합친 문헌과 다르게 말하는 곳입니다. 출처가 준 기록은 그대로 남아 있습니다.',
    differs: '다름',
    nth: (nth) => `출처 기록 ${nth}`,
    by: { rules: '규칙이 합침', person: '사람이 합침' },
    alone: '이제 이 문헌의 출처 기록은 하나입니다.',
    part: '다른 문헌으로 나누기',
    parted: '다른 문헌으로 나누었습니다.',
    back: '다시 합치기',
    rejoined: '다시 합쳤습니다.',
    later: '나중에 ‘중복’ 화면에서도 다시 합칠 수 있습니다.',
  },
} satisfies Record<Language, typeof en>;
