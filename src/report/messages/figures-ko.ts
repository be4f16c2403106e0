/** Words inside figures, in Korean. */
import type { figuresEn } from './figures-en.ts';

const wholePercent = (share: number): string => `${Math.round(share * 100)}%`;

export const figuresKo: typeof figuresEn = {
  flowTitle: '누가 연구에 들어왔고 어디에서 빠졌는가',
  invited: '초대',
  responded: '응답',
  included: '분석 대상',
  answered: '답한 사람',
  interpretable: '해석 가능',
  notResponded: '무응답',
  withdrawn: '동의 철회',
  noInterpretableAnswer: '해석 가능한 답 없음',
  nonSubstantive: '내용 없음',
  undecided: '미정',
  counted: (name, count) => `${name} ${count}명`,
  lensNote: (factor) => `여기부터 ${factor}배로 넓혀 그림`,

  prevalenceTitle: '질문별 주제',
  prevalenceDescription: (level) =>
    `행마다 주제 하나. 점은 그 질문에 해석 가능한 답을 한 참여자 가운데 주제를 말한 비율, 선은 ${wholePercent(level)} 신뢰구간이며, 오른쪽에 인원, 분모, 비율, 구간을 적었다.`,

  prioritiesTitle: '우선 과제별 지지',
  prioritiesDescription: (level) =>
    `행마다 우선 과제 하나. 점은 해석 가능한 답을 한 참여자 가운데 이를 요구한 비율, 선은 ${wholePercent(level)} 신뢰구간이며, 수치는 오른쪽에 적었다.`,

  agreementTitle: '코드별 코더 간 일치도',
  agreementDescription:
    '행마다 코드 하나, 일치도가 낮은 코드부터. 점과 선은 크리펜도르프 알파와 그 신뢰구간이고, 작은 칸은 질문별·코더 쌍별 값으로 짙을수록 일치도가 높다.',
  used: '사용',
  alphaAxis: '크리펜도르프 α',
  byQuestion: 'α, 질문',
  byPair: 'κ, 쌍',

  saturationTitle: '참여자를 더 읽을수록 발견되는 코드',
  saturationDescription:
    '질문마다 그림 하나. 선은 무작위 순서로 읽었을 때 발견한 서로 다른 코드 수의 평균, 띠는 순서들의 5~95 백분위, 점선은 전체 코드 수의 추정치이다.',
  participantsRead: '읽은 참여자 수',
  codesFound: (codes) => `코드 ${codes}개`,
  codesEstimated: (codes) => `추정 ${codes}개`,
  allQuestions: '전체 질문',

  alluvialTitle: '검정을 통과한 질문 간 연결(탐색적)',
  alluvialDescription: (q) =>
    `열은 질문, 막대는 주제이며 높이는 그 주제를 말한 참여자 수이다. 같은 참여자가 두 주제를 우연보다 자주 함께 말한 경우(q ${q} 이하)만 띠로 이었다. 띠의 너비는 둘 다 말한 참여자 수, 진하기는 집단오류율 순열검정의 확실성이다.`,
  alluvialThread: (left, right, both, q) =>
    `${left} 및 ${right}: 둘 다 말한 참여자 ${both}명, q ${q}, 탐색적`,

  heatTitle: (left, right) => `${left} × ${right} 향상도(탐색적)`,
  heatDescription:
    '행은 첫째 질문의 주제, 열은 둘째 질문의 주제이다. 칸의 수는 향상도로 1보다 크면 우연보다 자주 함께 나타난다는 뜻이고, 그 아래는 q값이다. 테두리는 q 0.05 이하, 빗금은 비공개이다.',
  heatCell: (left, right, lift, q) => `${left} 및 ${right}: 향상도 ${lift}, q ${q}, 탐색적`,
  heatWithheld: (left, right) => `${left} 및 ${right}: 비공개`,
};
