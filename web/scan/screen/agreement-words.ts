/** The words of the view on agreement among screeners, in both languages. */
import type { Language } from '../../../src/study/localised.ts';

const en = {
  name: 'Agreement among screeners',
  basis:
    'On records that two read without seeing each other’s decision, as they decided then. Records that come early hold more that is relevant than the rest, so this is not yet agreement on all of them.',
  who: 'Screeners',
  records: 'Records',
  percent: 'Same decision',
  kappa: 'Cohen’s κ',
  alpha: 'Krippendorff’s α',
  overall: 'All together',
  tooFew: (least: string) => `No estimate of fewer than ${least} records`,
  prevalence:
    'One decision prevails, so that κ is low although the two agree; AC1 does not fall for that reason.',
  intervals:
    '95% intervals: Wilson for the same decision, normal for κ, t for AC1, bootstrap of records for α.',
  table: (one: string, other: string) => `Rows: ${one}. Columns: ${other}.`,
  none: 'No record has been read by two yet.',
  noneHint: 'When two people have decided on the same record, it is counted here.',
};

export const agreementWords = {
  en,
  ko: {
    name: '선별자 사이의 일치도',
    basis:
      '두 사람이 서로의 판단을 보지 않고 읽은 문헌에서, 그때 내린 판단으로 셉니다. 먼저 나오는 문헌에는 관련된 것이 더 많으므로 아직 전체의 일치도는 아닙니다.',
    who: '선별자',
    records: '문헌',
    percent: '같은 판단',
    kappa: '코헨 κ',
    alpha: '크리펜도르프 α',
    overall: '모두',
    tooFew: (least) => `${least}건이 안 되어 아직 추정하지 않습니다`,
    prevalence: '한쪽 판단이 훨씬 많아, 판단이 대부분 같은데도 κ가 낮게 나옵니다. AC1은 그렇지 않습니다.',
    intervals: '95% 구간: 같은 판단은 윌슨, κ는 정규 근사, AC1은 t, α는 문헌을 다시 뽑은 부트스트랩.',
    table: (one, other) => `행 ${one}, 열 ${other}`,
    none: '아직 두 사람이 읽은 문헌이 없습니다.',
    noneHint: '두 사람이 같은 문헌을 판단하면 여기에서 셉니다.',
  },
} satisfies Record<Language, typeof en>;
