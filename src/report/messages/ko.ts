/** The report's words in Korean, in the plain style of a paper. */
import { josa } from 'es-hangul';
import { text } from '../markup.ts';
import type { Messages } from './en.ts';
import { figuresKo } from './figures-ko.ts';
import { methodsKo } from './methods-ko.ts';

export const ko: Messages = {
  figures: figuresKo,
  methods: methodsKo,

  figureNumber: (number) => `그림 ${number}.`,
  tableNumber: (number) => `표 ${number}.`,
  exploratory: '탐색적',
  synthetic:
    '가상 자료로 만든 연구이다. 실제로 답한 사람은 없으며, 여기의 어떤 것도 누구에 대한 근거가 되지 않는다.',
  syntheticShort: '가상 자료',
  snapshotNamed: (start) => `스냅숏 ${start}`,
  kicker: '진료 현장 기반 호라이즌 스캐닝',
  withheldNote: (threshold) =>
    `이 보고서에서 ‘비공개’: 0보다 크고 ${threshold} 미만인 수이거나, 그러한 수를 역산할 수 있게 하는 수.`,
  outline: '차례',
  skip: '보고서로 바로 가기',
  asTable: '그림을 표로 보기',

  sections: {
    summary: '요약',
    methods: '방법',
    inclusion: '분석 대상',
    agreement: '코더 간 일치도',
    themes: '주제',
    saturation: '포화',
    alignment: '질문 간 정렬',
    priorities: '우선 과제',
    limits: '한계와 주의',
    again: '보고서를 다시 만드는 법',
    codebook: '코드북',
    evidence: '근거',
  },

  methodLabels: {
    'directed content analysis': '지시적 내용분석',
    'codebook thematic analysis': '코드북 주제분석',
    'reflexive thematic analysis': '성찰적 주제분석',
  },

  concepts: { experience: '경험', interpretation: '해석', priority: '우선순위', other: '기타' },

  columns: {
    question: '질문',
    theme: '주제',
    code: '코드',
    id: '식별자',
    priority: '우선 과제',
    rank: '순위',
    count: '명 / 분모',
    share: '비율',
    interval: (level) => `${Math.round(level * 100)}% 신뢰구간`,
    answered: '답함',
    nonSubstantive: '내용 없음',
    undecided: '미정',
    interpretable: '해석 가능',
    units: '답 수',
    jaccard: 'α, 자카드',
    masi: 'α, MASI',
    alpha: 'α',
    ac1: 'AC1',
    percent: '일치율',
    used: '사용률',
    coders: '코더',
    kappa: 'κ',
    both: '둘 다',
    shareWith: '앞 주제를 말한 사람 중',
    shareWithout: '말하지 않은 사람 중',
    lift: '향상도',
    odds: '오즈비',
    q: 'q',
    familyWise: '집단오류율 p',
    definition: '정의',
    origin: '출처',
    polarity: '평가',
    found: '발견',
    estimated: '전체 추정(SE)',
    reached: '새 코드가 5% 이하 / 0이 되기까지 읽은 참여자',
    participants: '참여자',
  },

  count: (value, of) => text`${of} 중 ${value}`,
  shareOf: (count, of, inside) => `${of}명 중 ${count}명(${inside})`,
  unknownGroup: '알 수 없음',

  summary: {
    responded: (responded, invited, included) =>
      invited === null
        ? text`${responded}명이 응답하였다. 한 질문 이상에 해석 가능한 답을 한 ${included}명을 분석하였다.`
        : text`${invited}명을 초대하여 ${responded}명이 응답하였다. 한 질문 이상에 해석 가능한 답을 한 ${included}명을 분석하였다.`,
    participationList: (invited, responded, included) => [
      invited === null ? text`응답 ${responded}` : text`초대 ${invited}, 응답 ${responded}`,
      text`, 한 질문 이상에 해석 가능한 답을 하여 분석한 사람 ${included}.`,
    ],
    interpretable: (counts) => text`질문별 해석 가능한 답: ${counts}.`,
    noThemes: '아직 만든 주제가 없어 주제별 집계가 없다.',
    nothingCoded: '아직 코딩한 것이 없다.',
    prioritiesHead: '가장 많이 꼽은 우선 과제',
    priority: (name, share) => text`${name}: ${share}이 우선 과제로 꼽았다.`,
    otherPriorities: (count) => `그 밖의 우선 과제 ${count}개는 본문에 있다.`,
    noSurvivors: '검정을 통과한 질문 간 주제 쌍은 없다.',
    agreement: (coders, alpha, units) =>
      text`코더 ${coders}명이 독립적으로 코딩하였다. 답 ${units}개에 대한 다중 코드 크리펜도르프 α: ${alpha}.`,
    agreementHead: '일치도',
    reading: (level, method) =>
      `비율의 분모는 해당 질문에 해석 가능한 답을 한 참여자이며, 괄호 안은 백분율과 ${Math.round(level * 100)}% 신뢰구간(${method})이다. 참여자는 자원하여 답하였으므로 어떤 비율도 모집단의 비율이 아니다. 밑줄 친 수를 누르면 그 근거가 된 답이 나온다.`,
  },

  inclusion: {
    text: '물길의 너비는 사람 수이다. 좁아지는 곳에 빠진 사람과 까닭을 적었다.',
    caption: '질문별 답. 한 참여자는 질문마다 한 번 센다.',
  },

  agreement: {
    notMeasured: {
      'one coder': '코더가 한 명이어서 일치도를 구할 수 없었다.',
      'no shared answers': '두 코더가 독립적으로 함께 코딩한 답이 없어 일치도를 구할 수 없었다.',
      'method rejects it':
        '밝힌 방법인 성찰적 주제분석은 코더의 읽기를 측정이 아니라 해석의 도구로 보므로 일치도를 구하지 않는다.',
      'nothing coded': '독립적으로 코딩한 것이 없어 일치도를 구할 수 없었다.',
    },
    text: (coders, participants) =>
      text`${josa(coders, '이/가')} 참여자 ${participants}명의 답을 서로 독립적으로 코딩하였다. 읽고도 코드를 부여하지 않은 답은 코드가 없는 답으로 셌다.`,
    overall: '질문별, 한 답의 코드 전체에 대한 일치도.',
    codes: '코드별 일치도(전체 질문), 낮은 것부터.',
    pairs: '코더 쌍별 일치도(전체 코드): 합동 코헨 κ.',
    figure: (part, parts) =>
      `코드별 일치도, 낮은 것부터${parts > 1 ? `(${parts}개 중 ${part})` : ''}. 점선은 크리펜도르프의 관례적 기준인 0.667과 0.8이다.`,
    notDrawn: (withheld, undetermined) =>
      `그리지 않은 코드: ${[
        ...(withheld > 0 ? [`비공개 ${withheld}개`] : []),
        ...(undetermined > 0 ? [`자료로 α를 정할 수 없는 것 ${undetermined}개`] : []),
      ].join(', ')}.`,
    prevalenceNote:
      '코드가 드물거나 거의 모든 답에 있으면 코더가 잘 일치해도 α가 낮아지므로 AC1과 단순 일치율을 함께 적었다.',
  },

  themes: {
    figure: '질문별 주제, 많은 것부터.',
    table: '주제별 빈도.',
    breakdown: (over, attribute) => `${over} · ${attribute}.`,
    codes: '코드',
    claims: '서술',
    negativeCases: '반대 사례',
    quotes: '참여자의 말',
    codings: (count) => text`코딩 ${count}건`,
    fullAnswers: '답 전체',
    none: '아직 만든 주제가 없다.',
  },

  saturation: {
    figure: '참여자를 무작위 순서로 읽을 때 발견되는 코드.',
    table: '질문별 포화.',
    withheld: (question) =>
      `${question}: 드문 코드의 수에서 그 코드를 말한 사람 수를 알 수 있어 공개하지 않는다.`,
    undefined: (question) => `${question}: 이 자료로는 구할 수 없다.`,
    none: '코딩한 것이 없어 그릴 곡선이 없다.',
    notReached: '절반 이상의 순서에서 이르지 못함',
    guest: (base, run) => `기준 ${base}명, 구간 ${run}명. 순서들의 중앙값과 5~95 백분위.`,
  },

  alignment: {
    text: '같은 참여자 안에서 한 질문의 어떤 주제가 다른 질문의 어떤 주제와 함께 나타나는지를 보았다. 이 쌍들을 검정하도록 설계한 연구가 아니므로, 어디를 더 볼지 알려 줄 뿐 무엇도 확정하지 않는다.',
    alluvial: (q) => `우연보다 자주 함께 나타난 쌍(q ≤ ${q}). 띠의 너비: 둘 다 말한 참여자, 진하기: 확실성.`,
    heat: (left, right) => `${left} × ${right}: 향상도와 그 아래 q. 테두리: q ≤ 0.05. 빗금: 비공개.`,
    table: (left, right) => `${left} × ${right}: 공개한 쌍, q가 작은 것부터.`,
    pair: ({ withLeft, left, both, right, without, shareWithout, q }) =>
      text`${left} 주제를 말한 ${withLeft}명 중 ${both}이 ${right} 주제도 말하였고, 말하지 않은 ${without}명 중에서는 ${shareWithout}이 말하였다. ${q}, 탐색적.`,
    people: (count, share) => `${count}명(${share})`,
    few: '주제가 있는 질문이 하나뿐이거나 없어 정렬할 것이 없다.',
    allWithheld: '두 질문의 모든 쌍을 공개하지 않는다.',
    morePairs: (count) => `q가 더 큰 쌍 ${count}개는 tables/alignment.csv에 있다.`,
  },

  priorities: {
    figure: '우선 과제별 지지.',
    none: '아직 정한 우선 과제가 없다.',
    goesWith: '함께 나타나는 것',
    supports: (share) => text`${share}이 요구하였다.`,
    withheld: '요구한 사람의 수는 공개하지 않는다.',
    rank: (rank) => `${rank}순위`,
  },

  limits: {
    own: '연구가 밝힌 한계',
    automatic: '설계에서 따라 나오는 한계',
    warnings: '분석이 알리는 주의',
    volunteers:
      '참여자는 스스로 답하기로 한 사람들이다. 비율은 답한 사람을 서술할 뿐 임상의나 환자 집단의 비율을 추정하지 않는다. 신뢰구간은 우연만으로 얼마나 달라질 수 있는지를 보일 뿐 답하지 않은 사람에 대해서는 말하지 않는다.',
    questions: '모두가 모든 질문에 답하지는 않아 분모가 서로 다르며, 뒤의 질문일수록 답한 사람이 적다.',
    alignment: '질문 간 정렬은 탐색적이다. 많은 쌍을 보았고 미리 지정한 쌍은 없다.',
    suppression: (threshold) =>
      `0보다 크고 ${threshold} 미만인 수와 이를 역산할 수 있게 하는 수는 공개하지 않는다. 적히지 않은 수가 0이라는 뜻은 아니다.`,
    quotation:
      '인용에 동의한 참여자만 인용하고 나머지는 수에만 넣었다. 따라서 인용문은 참여자 전체가 한 말과 다를 수 있다.',
    synthetic: '모든 답은 소프트웨어를 시험하려고 지어낸 것이다. 현실에 관한 어떤 결론도 낼 수 없다.',
  },

  again: {
    text: '이 보고서는 연구의 스냅숏과 시드만으로 정해진다. 같은 판의 프로그램에서 아래 명령으로 바이트까지 똑같이 다시 만들 수 있다.',
    snapshot: '스냅숏(SHA-256)',
    seed: '시드',
    software: '소프트웨어',
    command: '명령',
    options: '설정',
    optionsText: ({ permutations, bootstrap, orders, level, threshold }) =>
      `순열 ${permutations}회, 부트스트랩 표본 ${bootstrap}개, 읽기 순서 ${orders}가지, 신뢰수준 ${level}, 공개 기준 ${threshold}`,
  },

  codebook: {
    text: (version, codes, prior) =>
      `${version}판: 코드 ${codes}개 가운데 ${prior}개는 이론에서, ${codes - prior}개는 답에서 나왔다.`,
    prior: '이론',
    emergent: '답',
    retired: '폐기',
    include: '포함:',
    exclude: '제외:',
    caption: (domain) => `코드: ${domain}.`,
    otherDomain: '영역 없음',
    perQuestion: '질문별 빈도',
  },

  evidence: {
    close: '닫기',
    answers: (question) => `해석 가능한 답: ${question}`,
    theme: (theme, question) => `${theme} · ${question}`,
    code: (code, question) => `${code} · ${question}`,
    pair: (left, right) => `${left} 및 ${right}`,
    priority: (priority) => `우선 과제: ${priority}`,
    goesWith: (priority, theme) => `우선 과제 ${priority} 및 ${theme}`,
    claim: '이 문장의 근거',
    quotable: (shown) => `답 ${shown}개. 코드를 부여한 대목을 표시하였다.`,
    countedOnly: '나머지는 수에 넣는 데만 동의하고 인용에는 동의하지 않은 참여자의 답이다.',
    withheld: '이 수의 근거는 공개할 수 없다.',
  },
};
