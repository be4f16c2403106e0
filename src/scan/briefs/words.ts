/** The sentences in which a brief speaks of an appraisal, in both languages, and what each kind of evidence can carry. */
import type { Language } from '../../study/localised.ts';
import type { EvidenceKind } from '../appraisal/model.ts';
import type { BriefPart } from './model.ts';

export const partTitles: Record<Language, Record<BriefPart, string>> = {
  ko: {
    happened: '무슨 일인가',
    evidence: '어떤 근거인가',
    context: '맥락',
    watch: '지켜볼 것',
    points: '핵심',
    score: '관련도',
    sources: '출처',
  },
  en: {
    happened: 'What happened',
    evidence: 'What kind of evidence it is',
    context: 'Context',
    watch: 'What to watch',
    points: 'Key points',
    score: 'Relevance',
    sources: 'Sources',
  },
};

/** The kind, and what it can carry and cannot. Standing remarks on designs, not on the record. */
export const evidenceWords: Record<Language, Record<EvidenceKind, string>> = {
  ko: {
    qualitative: '질적 연구: 무엇이 왜 일어나는지 보여 줄 수 있으나 얼마나 잦은지는 말하지 못합니다.',
    survey:
      '설문 조사: 답한 사람들이 말한 바를 세지만, 답하지 않은 사람에게 넓히거나 원인을 말할 수는 없습니다.',
    cohort: '코호트 연구: 시간에 따른 관련을 보이지만, 비교한 집단의 다른 차이를 모두 배제하지 못합니다.',
    trial: '임상시험: 조건이 지켜졌다면 효과를 말할 수 있으나, 그 대상과 기간 밖으로는 조심스럽습니다.',
    'evaluation of a model': '모델 평가: 그 자료에서의 성능을 말하며, 진료에서의 이득은 말하지 않습니다.',
    guidance: '지침: 무엇을 해야 하는지 정하며, 그 근거의 세기는 따로 살펴야 합니다.',
    'product notice': '제품 공지: 제품에 무슨 일이 있었는지 알리며, 얼마나 잦은지는 말하지 못합니다.',
    news: '보도: 일이 알려졌음을 보이며, 사실은 원자료에서 확인해야 합니다.',
    'case report': '증례: 일어날 수 있음을 보이며, 얼마나 잦은지나 원인은 말하지 못합니다.',
    review: '종설: 다른 연구를 모은 것이어서, 모은 방법과 그 연구들만큼만 단단합니다.',
    opinion: '의견: 주장과 근거의 논리를 보이며, 자료는 아닙니다.',
    other: '그 밖의 근거: 무엇을 뒷받침하는지 문헌마다 살펴야 합니다.',
    unknown: '근거의 종류를 알 수 없습니다.',
  },
  en: {
    qualitative: 'A qualitative study: it can show what happens and why, not how often.',
    survey: 'A survey: it counts what those who answered said; it does not speak for others, nor of causes.',
    cohort:
      'A cohort study: it shows what goes with what over time; other differences between groups remain.',
    trial:
      'A trial: kept to its protocol it can speak of effects, with care beyond its people and its duration.',
    'evaluation of a model':
      'An evaluation of a model: it tells performance on those data, not benefit in care.',
    guidance: 'Guidance: it says what should be done; how strong its grounds are must be looked up.',
    'product notice': 'A product notice: it tells what happened to a product, not how often.',
    news: 'News: it shows that something is talked of; the facts must be checked at their source.',
    'case report': 'A case report: it shows that something can happen, not how often or why.',
    review: 'A review: it gathers other studies and is as firm as they are and as its way of gathering.',
    opinion: 'An opinion: it gives arguments, not data.',
    other: 'Evidence of another kind: what it carries must be judged for itself.',
    unknown: 'The kind of evidence is not known.',
  },
};

export const sayings = {
  ko: {
    untitled: '제목 없음',
    setting: (words: string) => `장소: ${words}`,
    noSetting: '장소: 알 수 없음',
    population: (words: string) => `대상: ${words}`,
    noPopulation: '대상: 알 수 없음',
    channels: (labels: string) => `경로: ${labels}`,
    lenses: (labels: string) => `관점: ${labels}`,
    codes: (labels: string) => `코드: ${labels}`,
    score: (value: number, levels: string) => `관련도 ${value} / 100 (${levels})`,
    noScore: (missing: string) => `관련도는 매기지 않았습니다. 남은 기준: ${missing}`,
    level: (criterion: string, level: number, words: string) => `${criterion} ${level}/3: ${words}`,
    address: (address: string) => `주소: ${address}`,
    foundIn: (sources: string) => `찾은 곳: ${sources}`,
    file: '가져온 파일',
  },
  en: {
    untitled: 'Untitled',
    setting: (words: string) => `Setting: ${words}`,
    noSetting: 'Setting: unknown',
    population: (words: string) => `Population: ${words}`,
    noPopulation: 'Population: unknown',
    channels: (labels: string) => `Channels: ${labels}`,
    lenses: (labels: string) => `Lenses: ${labels}`,
    codes: (labels: string) => `Codes: ${labels}`,
    score: (value: number, levels: string) => `Relevance ${value} of 100 (${levels})`,
    noScore: (missing: string) => `Relevance is not scored; criteria without a level: ${missing}`,
    level: (criterion: string, level: number, words: string) => `${criterion} ${level}/3: ${words}`,
    address: (address: string) => `Address: ${address}`,
    foundIn: (sources: string) => `Found in: ${sources}`,
    file: 'an imported file',
  },
} as const;
