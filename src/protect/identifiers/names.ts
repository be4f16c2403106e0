/**
 * Names of people by what stands beside them: a title, "이름은", "named". Korean names begin with one of a few dozen
 * surnames; so do many words, which are listed. Names without any such context are not found: no list could be.
 */
import { byPattern, type Detector } from './finding.ts';

const SURNAME =
  '(?:남궁|황보|제갈|선우|독고|사공|서문|[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용])';
const COMMON_SURNAME = '[김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민]';
const HIDDEN = '[○◯〇●△□*OX]';
/** A particle, punctuation or the end: what follows a title. */
const AFTER_TITLE =
  '(?=$|[^가-힣]|이?(?:가|는|은|를|을|의|도|와|과|께|에게|에|한테|라고|처럼|랑|이|로|만|께서|입|였|인))';

/** Words that begin like a surname and stand before 님, 씨, 환자 and other titles. */
const NOT_NAMES = new Set(
  `조현병 우울증 강박증 양극성 조울증 신경증 정신과 정신병 고위험 소아과 성인 여성 남성 노인 소아 신규 고령 중증 경증 주요 정신 심한 지적 성소수 공황 공황장
   인지증 인격장 기분장 우울 불안 강박 조현 조증 하지만 이런 이러한 어떤 모든 여러 오랜 오래된 전체 일부 선생 교수 원장 과장 고객 주인 부모 어머 장모 형수 심리
   전공의 주치의 보호자 심리사 간호사 지도교수 주임 전임 전담 정교수 조교수 원로 임상 상담 담당 이전 기존 기저 유사 성격 반복 위험 위기 안정 안정기 만성 급성
   장기 단기 입원 외래 신환 초진 재진 응급 실제 현재 연구 지역 해당 같은 다른 모두 우리 제가 저희 자살 자해 망상 환청 환각 치매 성년 미성년 청소년 남자 여자 남
   고등 중 초등 대 유치원 여중 여고 의대 의과 간호 한의 정신의 전문의 일반의 주간 야간 기혼 미혼 이혼 독거 무직 유학 유명 인기 은퇴 명예 석좌 부 정신질환 기타
   하나 공주 기사 소장 여보 도련 임금 왕자 선배 사장 이모 고모 조모 장인 어르신 마음 아저 아가 민감한 취약 취약한 도움 성도착 주의력 주의 금단 지체 신체 소수 전환 유전`
    .trim()
    .split(/\s+/),
);
const isWord = (title: RegExp) => (match: string) => NOT_NAMES.has(match.replace(title, '').trim());

const STRONG_TITLE =
  '(?:님|씨|군|양|교수님?|선생님?|원장님?|과장님?|박사님?|의사\\s?선생님|간호사님|할머니|할아버지|어르신|여사)';
const PLAIN_TITLE = '(?:환자분?|님의|학생|보호자|전공의|간호사|의사|상담사|팀장|부장|대리)';
const TITLE_END = new RegExp(`\\s?(?:${STRONG_TITLE}|${PLAIN_TITLE})$`);

/** Software and things with a person's title or name: Dr Google, "a bot called Luna". */
const NOT_PEOPLE =
  /\b(?:Google|GPT|ChatGPT|Chat|AI|Siri|Alexa|Replika|Woebot|Wysa|Claude|Gemini|Copilot|Character|Bard|Bing|Grok|Llama|DeepSeek|Perplexity|Clova|Youper|Tess|Internet|Robot|Bot)\b/;

const GIVEN_NAMES =
  'James|John|Robert|Michael|William|David|Richard|Joseph|Thomas|Charles|Christopher|Daniel|Matthew|Anthony|Steven|Paul|Andrew|Joshua|Kevin|Brian|George|Edward|Ronald|Timothy|Jason|Jeffrey|Ryan|Jacob|Gary|Nicholas|Eric|Jonathan|Stephen|Larry|Justin|Scott|Brandon|Benjamin|Samuel|Gregory|Patrick|Alexander|Jack|Dennis|Peter|Harry|Oliver|Mary|Patricia|Jennifer|Linda|Elizabeth|Barbara|Susan|Jessica|Sarah|Karen|Lisa|Nancy|Betty|Margaret|Sandra|Ashley|Kimberly|Emily|Donna|Michelle|Carol|Amanda|Melissa|Deborah|Stephanie|Rebecca|Laura|Sharon|Cynthia|Kathleen|Amy|Angela|Anna|Ruth|Brenda|Nicole|Helen|Samantha|Katherine|Christine|Emma|Rachel|Olivia|Hannah|Julia|Alice|Sophie|Charlotte|Minsu|Jihoon|Minji|Jiwon|Younghee|Chulsoo|Soojin|Hyejin|Jisoo|Sunghoon';
const ROMANISED = 'Kim|Lee|Park|Choi|Jung|Jeong|Kang|Cho|Yoon|Jang|Lim|Han|Shin|Kwon|Hwang|Ahn|Song|Hong';

export const nameDetectors: readonly Detector[] = [
  // 김민수 님, 남궁민수 교수님, 홍길동씨
  byPattern({
    kind: 'person-name',
    pattern: new RegExp(`(?<![가-힣])(?<it>${SURNAME}[가-힣]{2})\\s?${STRONG_TITLE}${AFTER_TITLE}`, 'g'),
    unless: isWord(TITLE_END),
  }),
  // 김민수 환자: three syllables, since two are mostly words
  byPattern({
    kind: 'person-name',
    pattern: new RegExp(
      `(?<![가-힣])(?<it>${COMMON_SURNAME}[가-힣]{2})\\s?${PLAIN_TITLE}${AFTER_TITLE}`,
      'g',
    ),
    sure: false,
    unless: (name) =>
      NOT_NAMES.has(name) ||
      /(?:병|증|과|애|성|적|한|인|된|는|던|형|군|기|자|급|험|의|든|을|를|에|로)$/.test(name),
  }),
  // 김 씨, 박씨, 김 교수님, 이모 씨
  byPattern({
    kind: 'person-name',
    pattern: new RegExp(
      `(?<![가-힣])(?<it>${COMMON_SURNAME}모?)(?:\\s?씨(?!앗|족|름|줄)|\\s(?:교수님|선생님|원장님|과장님|박사님))${AFTER_TITLE}`,
      'g',
    ),
    unless: (name) => name === '이모' || name === '고모',
  }),
  // 민수 씨
  byPattern({
    kind: 'person-name',
    pattern: new RegExp(`(?<![가-힣])(?<it>[가-힣]{2,3})\\s씨${AFTER_TITLE}`, 'g'),
    sure: false,
    unless: isWord(TITLE_END),
  }),
  // 김○○, 박OO, 이X* 환자
  byPattern({
    kind: 'person-name',
    pattern: new RegExp(`(?<![가-힣])${SURNAME}${HIDDEN}{2}(?![A-Za-z*])`, 'g'),
  }),
  byPattern({
    kind: 'person-name',
    pattern: new RegExp(
      `(?<![가-힣])${SURNAME}[가-힣]?${HIDDEN}[가-힣]?(?=\\s?(?:님|씨|환자|군|양|교수))`,
      'g',
    ),
  }),
  // 이름은 홍길동, 성명: 홍길동
  byPattern({
    kind: 'person-name',
    pattern: new RegExp(
      `(?:이름|성명|성함|환자명|보호자명|본명)\\s?(?:[:은는이가]\\s?)(?<it>${SURNAME}[가-힣]{2})${AFTER_TITLE}`,
      'g',
    ),
    sure: false,
  }),
  // 홍길동이라는 환자
  byPattern({
    kind: 'person-name',
    pattern: new RegExp(
      `(?<![가-힣])(?<it>${COMMON_SURNAME}[가-힣]{2})이?라는\\s(?:환자|분|사람|남자|여자|학생|아이|청년)`,
      'g',
    ),
    sure: false,
    unless: (name) => NOT_NAMES.has(name) || /(?:병|증|애)$/.test(name),
  }),
  // Dr. Jane Smith, Prof Kim
  byPattern({
    kind: 'person-name',
    pattern:
      /(?<![A-Za-z])(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Doctor|Nurse|Sister)\.?\s(?<it>[A-Z][a-z'’-]+(?:[\s-][A-Z][a-z'’-]+)?)(?![a-z])/g,
    unless: (name) => NOT_PEOPLE.test(name) || /^(?:Who|In|On|The)\b/.test(name),
  }),
  // named Sarah, my name is John Smith
  byPattern({
    kind: 'person-name',
    pattern:
      /\b(?:named|name is|name was|name's|called)\s(?<it>[A-Z][a-z][a-z'’-]*(?:\s[A-Z][a-z'’-]+)?)(?![A-Za-z])/g,
    sure: false,
    unless: (name) => NOT_PEOPLE.test(name) || /^(?:Emergency|Crisis|Deep|Large|Generative)\b/.test(name),
  }),
  // John Smith; patient Sarah; Minsu Kim, Kim Min-su
  byPattern({
    kind: 'person-name',
    pattern: new RegExp(
      `(?<![A-Za-z])(?:(?:${GIVEN_NAMES})\\s(?:[A-Z]\\.\\s)?[A-Z][a-z'’-]+|(?<=\\b(?:patient|client|colleague|daughter|son|wife|husband|mother|father|friend),?\\s)(?:${GIVEN_NAMES})|[A-Z][a-z]+(?:-[A-Za-z][a-z]+)?\\s(?:${ROMANISED})|(?:${ROMANISED})\\s[A-Z][a-z]+-[A-Za-z][a-z]+)(?![A-Za-z])`,
      'g',
    ),
    sure: false,
    unless: (name) =>
      NOT_PEOPLE.test(name) ||
      /^(?:Dr|Mr|Mrs|Ms|Prof|Professor|Doctor|The|In|At|By|And|See|With|While|For|As|But|National|Hyde|Central|Car)\s/.test(
        name,
      ),
  }),
];
