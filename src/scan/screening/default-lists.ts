/** The lists that a study begins with, until its lead writes others. */
import type { Criteria, Reasons } from './model.ts';

export const defaultReasons: Reasons = [
  { id: 'not-ai', label: { ko: '인공지능을 다루지 않음', en: 'Not about artificial intelligence' } },
  { id: 'not-the-field', label: { ko: '이 연구의 분야가 아님', en: "Not of this study's field" } },
  { id: 'not-care', label: { ko: '진료 현장과 관련 없음', en: 'No bearing on care' } },
  { id: 'kind', label: { ko: '다루지 않기로 한 문헌 종류', en: 'A kind of document that is left out' } },
  { id: 'duplicate', label: { ko: '중복 문헌', en: 'A duplicate' } },
  { id: 'no-text', label: { ko: '내용을 구할 수 없음', en: 'Its text cannot be had' } },
  { id: 'other', label: { ko: '그 밖의 사유(메모에 적음)', en: 'Another reason, told in the note' } },
];

export const defaultCriteria: Criteria = [
  {
    id: 'field',
    label: { ko: '분야와의 관련성', en: 'Bearing on the field' },
    weight: 1,
    levels: [
      { ko: '관련 없음', en: 'none' },
      { ko: '이웃한 분야', en: 'a neighbouring field' },
      { ko: '이 분야를 일부 다룸', en: 'touches the field' },
      { ko: '이 분야를 직접 다룸', en: 'is about the field' },
    ],
  },
  {
    id: 'change',
    label: { ko: '진료를 바꿀 가능성', en: 'Could change care' },
    weight: 1,
    levels: [
      { ko: '없음', en: 'no' },
      { ko: '먼 훗날 가능', en: 'some day' },
      { ko: '몇 해 안에 가능', en: 'within some years' },
      { ko: '이미 바꾸고 있음', en: 'it does already' },
    ],
  },
  {
    id: 'weight',
    label: { ko: '근거의 무게', en: 'Weight of the evidence' },
    weight: 1,
    levels: [
      { ko: '주장뿐', en: 'assertion' },
      { ko: '개별 사례나 의견', en: 'single cases or opinion' },
      { ko: '비교 없는 자료', en: 'data without comparison' },
      { ko: '비교가 있는 자료', en: 'data with comparison' },
    ],
  },
];
