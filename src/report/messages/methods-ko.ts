/** The methods chapter in Korean. */
import type { methodsEn } from './methods-en.ts';

export const methodsKo: typeof methodsEn = {
  design: '설계',
  questions: '질문',
  participants: '참여자와 동의',
  coding: '코딩',
  agreement: '일치도',
  prevalence: '빈도',
  saturation: '포화',
  alignment: '정렬',
  protection: '보호',

  label: {
    'directed content analysis':
      '지시적 내용분석: 이론에서 가져온 코드로 시작하고, 어느 코드에도 맞지 않는 내용에는 새 코드를 부여하였다(Hsieh and Shannon, Qual Health Res 2005;15:1277).',
    'codebook thematic analysis':
      '코드북 주제분석: 코더들이 코드북을 공유하고 읽어 가며 보완하였다(Braun and Clarke, Qual Res Psychol 2021;18:328).',
    'reflexive thematic analysis':
      '성찰적 주제분석: 주제는 분석자의 해석이며 일치도 통계는 쓰지 않는다(Braun and Clarke, Qual Res Psychol 2021;18:328).',
  },
  frame: (frame) => `분석틀: ${frame}.`,
  wave: (id, opens, closes) => `${id} 차수는 ${opens}부터 ${closes}까지 열려 있었다.`,
  consentText: '참여자는 다음 글에 동의하였다.',
  consentScopes:
    '각자 이름 없이 인용하는 것까지 동의하거나 분석에만 동의하였다. 동의를 철회한 사람은 어디에도 나타나지 않는다.',
  standing:
    '답은 해석 가능, 내용 없음(‘없음’ 등), 미정 가운데 하나로 구분하였다. 해석 가능한 답이 하나 이상인 참여자를 분석하였다.',
  codebook: (version, codes, prior) =>
    `코드북 ${version}판: 코드 ${codes}개 가운데 ${prior}개는 이론에서, ${codes - prior}개는 답에서 나왔다. 코딩에는 해당 대목이 그 내용을 긍정, 부정, 양가, 중립 가운데 어떻게 평가하는지를 함께 적을 수 있다.`,
  coders: (count) =>
    count === 1
      ? '코더 한 명이 작업하였다.'
      : `코더 ${count}명이 작업하였고, 독립 단계에서는 서로의 코딩을 보지 않았다.`,
  layer: {
    consensus: '합의 단계의 코딩을 집계하였다.',
    'single coder': '합의 단계가 없어 참여자마다 유일한 코더의 코딩을 집계하였다.',
    majority: '일부 참여자는 합의 단계가 없어, 코더의 과반이 부여한 코드를 집계하였다.',
  },
  agreementText: (bootstrap, level) =>
    `코드마다 답에 그 코드가 있는지에 대한 크리펜도르프 α, 그웨트 AC1, 단순 일치율을 구하였다. 한 답의 코드 전체에 대해서는 자카드 거리와 MASI 거리의 α를, 코더 쌍에 대해서는 코헨 κ를 구하였다. ${Math.round(level * 100)}% 신뢰구간은 참여자 단위(한 참여자의 모든 답을 함께) 부트스트랩 표본 ${bootstrap}개의 백분위 구간이다.`,
  prevalenceText: (level, method) =>
    `질문에 해석 가능한 답을 한 참여자 가운데 주제에 속한 코드를 하나라도 말한 비율이며, 한 참여자는 한 번만 센다. ${Math.round(level * 100)}% 신뢰구간 계산법: ${method}.`,
  saturationText: (orders) =>
    `참여자를 무작위 순서 ${orders}가지로 읽으며 발견한 코드 수, 기준 구간 대비 새 정보의 비율(Guest, Namey and Chen, PLoS ONE 2020;15:e0232076), Chao2로 추정한 전체 코드 수를 구하였다.`,
  alignmentText: (permutations) =>
    `두 질문의 주제 쌍마다 두 질문 모두에 해석 가능한 답을 한 참여자를 교차표로 나누어 향상도, φ, 오즈비, 양측 피셔 검정을 구하고, 참여자 전체를 섞는 순열검정을 ${permutations}회 하였다. q는 두 질문의 모든 쌍에 대해 벤야미니-호흐베르크 방법으로 보정한 피셔 p이고, 집단오류율 p는 단일단계 maxT(Westfall and Young 1993)이다. 모두 탐색적 분석이다.`,
  protectionText: (threshold) =>
    `${threshold > 1 ? `0보다 크고 ${threshold} 미만인 수, 그리고 이를 역산할 수 있게 하는 수는 공개하지 않았다. ` : ''}답 속의 개인 식별 정보는 ○로 가렸고 참여자는 무작위 식별자로 표시하였다.`,
};
