/**
 * Hospitals, clinics, schools and companies by name. A kind of institution ("대학병원", "a memory clinic") is no name;
 * the words that make kinds are listed, and what stands before them is a name.
 */
import { byPattern, type Detector, type Found } from './finding.ts';

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

/** What may stand before 병원, 의원 and the like without naming one. */
const KOREAN_KINDS = words(`
  대학 종합 상급 상급종합 정신 정신과 정신건강의학과 신경정신과 요양 개인 일반 동네 전문 우리 저희 본 타 이 그 저 각 다른 국립 시립 도립 군립 공립 공공
  사립 민간 지역 지방 거점 수련 교육 연구 모 큰 작은 여러 모든 어느 어떤 무슨 협력 연계 입원 외래 응급 재활 아동 소아 노인 여성 한방 동물 치과 권역
  이전 원래 근처 가까운 인근 중소 중소형 대형 소형 대 국공립 일차 이차 삼차 1차 2차 3차 3급 2급 1급 폐쇄 개방 낮 주간 가상 디지털 스마트 미래 신규
  전담 지정 해당 같은 근무 현재 당 귀 소속 봉직 개원 의료 진료 국회 시 도 구 군 지방의회 산하 부속 전국 국내 해외 외국 미국 일본 영국 큰대학 대학교
  보훈 경찰 군 국군 알코올 중독 아동청소년 소아청소년 심리 심리상담 상담 정신건강 정신건강복지 기초 광역 치매안심 자살예방 응급의료 통합 트라우마
  위기 콜 고객 데이터 건강 지원 복지 서비스 연구소 물류 검진 건강검진 스포츠 문화 주민 행정복지`);
/** An ending that joins the word before to the noun without a space ("가던병원"). */
const JOINED = /(?:[가-힣](?:는|던|에서|으로|에게|하는|다른|[을를]))$/;

const KOREAN_INSTITUTION =
  /(?<![가-힣A-Za-z0-9])(?<name>[가-힣A-Za-z0-9·&○]{1,14}?)(?<space>\s?)(?<kind>대학교\s?(?:부속\s?)?병원|대학\s?병원|대\s?병원|정신건강의학과\s?의원|신경정신과\s?의원|정신과\s?의원|정신건강복지센터|정신건강센터|치매안심센터|정신건강의학과|신경정신과|요양병원|정신병원|한방병원|메디컬센터|의료원|병원|의원|클리닉|보건소)/g;

/** Hospitals known by a name that stands alone or apart from 병원. */
const KNOWN_HOSPITALS =
  /(?:(?:신촌|강남|용인)\s?)?세브란스(?:\s?병원)?|(?:서울|강릉|울산)\s?아산(?:\s?병원)?|(?:삼성\s?서울|강북\s?삼성)(?:\s?병원)?|(?:서울|여의도|은평|의정부|부천|인천|대전|강남)\s?성모(?:\s?병원)?|분당\s?서울대(?:\s?병원)?|(?<![가-힣])국립\s?(?:정신건강|나주|부곡|춘천|공주)\s?(?:센터|병원)|(?<![가-힣0-9])(?:아산|차|길|백|순천향)\s?병원|\b(?:Severance|Asan|SNUH|Mayo|Johns Hopkins|Mass(?:achusetts)? General|McLean|Maudsley)\b(?:\s(?:Hospital|Medical Cent(?:er|re)|Clinic))?/g;

function* koreanHospitals(text: string): Iterable<Found> {
  for (const match of text.matchAll(KOREAN_INSTITUTION)) {
    const { name = '', space = '', kind = '' } = match.groups ?? {};
    const universityApart = space !== '' && /(?:대|대학교)$/.test(name) && /^(?:부속\s?)?병원/.test(kind);
    const departmentApart = space !== '' && /의원$/.test(kind) && kind !== '의원';
    if (space !== '' && !universityApart && !departmentApart && !/^대학교/.test(kind)) continue;
    if (isKind(name) || JOINED.test(name)) continue;
    // "노인정신건강의학과" is a field; a clinic called by its department alone has a name of two syllables or more.
    if (
      /과$/.test(kind) &&
      (name.length < 2 || /^(?:소아|노인|청소년|성인|법|사회|생물|지역|중독|여성|응급|외래)/.test(name))
    )
      continue;
    if (kind === '의원' && (name.length < 2 || /(?:국회|시|도|구|군|위|회)$/.test(name))) continue;
    yield { kind: 'hospital', start: match.index, end: match.index + match[0].length, sure: false };
  }
}

/** Whether the word is made of listed words alone: 지역거점, 대형종합. */
function isKind(name: string): boolean {
  if (name === '' || KOREAN_KINDS.has(name)) return true;
  for (let length = 1; length < name.length; length++)
    if (KOREAN_KINDS.has(name.slice(0, length)) && isKind(name.slice(length))) return true;
  return false;
}

const ENGLISH_KINDS = words(`
  a an the our my their your his her this that these those another any each every some in at from to for of and or with by on
  general university teaching day community psychiatric psychiatry state local mental memory outpatient inpatient district regional private public
  children's children adult forensic health medical academic national tertiary secondary primary care rural urban city county veterans student sleep
  pain lithium clozapine mood anxiety eating addiction telehealth virtual online walk-in high middle elementary grammar boarding graduate law business
  emergency crisis early first episode psychosis depression bipolar addictions disorder disorders movement gender perinatal adhd autism trauma ptsd ocd liaison
  old-age geriatric paediatric pediatric cbt dbt student counselling counseling daycare family follow-up new-patient ai chatbot
  art royal american british korean european world united new old many most several both two three one large small big no every`);

const CAPITALS = "(?:[A-Z][A-Za-z0-9'’.&-]*|of|and|the|for)";
const ENGLISH_HOSPITAL = new RegExp(
  `(?<![A-Za-z])(?:[A-Z][A-Za-z0-9'’.&-]*\\s)(?:${CAPITALS}\\s){0,5}?(?:Hospital|Medical\\sCent(?:er|re)|Clinic|Infirmary|Health\\sSystem|NHS(?:\\sFoundation)?\\sTrust)(?![a-z])|(?<![A-Za-z])Hospital\\s(?:of|for)\\s(?:[A-Z][A-Za-z'’-]+\\s?){1,4}`,
  'g',
);
const ENGLISH_SCHOOL =
  /(?<![A-Za-z])(?:[A-Z][A-Za-z0-9'’.&-]*\s){1,4}(?:University|College|(?:High|Middle|Elementary|Primary|Secondary|Grammar)\sSchool|Academy)(?![a-z])|(?<![A-Za-z])University\sof\s(?:[A-Z][A-Za-z'’-]+\s?){1,3}/g;
const ENGLISH_COMPANY =
  /(?<![A-Za-z])(?:[A-Z][A-Za-z0-9'’&-]*,?\s){1,4}(?:Inc|Ltd|LLC|LLP|Corp|Corporation|GmbH|PLC|Pharmaceuticals|Holdings)(?![A-Za-z])\.?/g;

/** The capitalised words without leading words that belong to the sentence; nothing where only kinds are left. */
function englishNames(kind: 'hospital' | 'organisation', pattern: RegExp, kindWords: RegExp): Detector {
  return function* detect(text) {
    for (const match of text.matchAll(pattern)) {
      const phrase = match[0].trimEnd();
      const lead =
        /^(?:(?:A|An|The|Our|My|Their|This|That|At|In|From|To|For|Of|And|But|When|If|As|I)\s)+/.exec(phrase);
      const name = phrase.slice(lead?.[0].length ?? 0);
      const proper = name
        .replace(kindWords, ' ')
        .split(/\s+/)
        .filter((word) => word !== '' && !ENGLISH_KINDS.has(word.toLowerCase()));
      if (proper.length === 0) continue;
      const start = match.index + (lead?.[0].length ?? 0);
      yield { kind, start, end: start + name.length, sure: false };
    }
  };
}

const KNOWN_UNIVERSITIES =
  '서울|연세|고려|성균관|한양|중앙|경희|이화여|아주|인하|가톨릭|순천향|한림|울산|부산|경북|전남|전북|충남|충북|강원|제주|경상|조선|원광|동아|인제|고신|계명|영남|을지|건양|단국|건국|동국|차의과학';
const SCHOOL_KINDS = words(
  '초 중 고 초중 중고 초중고 일반 특성화 국립 사립 공립 대안 지역 우리 모교 같은 다른 의과 간호 여자 남자 해당 지방 전문 명문 이 그',
);

export const institutionDetectors: readonly Detector[] = [
  koreanHospitals,
  byPattern({ kind: 'hospital', pattern: KNOWN_HOSPITALS }),
  englishNames(
    'hospital',
    ENGLISH_HOSPITAL,
    /Hospital|Medical\sCent(?:er|re)|Clinic|Infirmary|Health\sSystem|NHS|Foundation|Trust|University/g,
  ),
  byPattern({
    kind: 'organisation',
    pattern:
      /(?<![가-힣A-Za-z])[가-힣A-Za-z]{1,10}?(?:초등학교|고등학교|중학교|여중|여고|외고|과학고|대학교|대학원|유치원|어린이집)/g,
    sure: false,
    unless: (name) =>
      SCHOOL_KINDS.has(
        name.replace(/(?:초등학교|고등학교|중학교|여중|여고|외고|과학고|대학교|대학원|유치원|어린이집)$/, ''),
      ) ||
      /(?:는|던|에서|에|의|인|은|을|를|이|가)(?:초등학교|고등학교|중학교|대학교|대학원|유치원|어린이집)$/.test(
        name,
      ),
  }),
  byPattern({
    kind: 'organisation',
    pattern: new RegExp(
      `(?<![가-힣])(?:${KNOWN_UNIVERSITIES})(?:대(?:학교)?|의대|의과대학)(?=$|[^가-힣]|[에의를을는은이가와과도로서출재학생])|카이스트|포스텍|\\bKAIST\\b|\\bPOSTECH\\b`,
      'g',
    ),
  }),
  byPattern({
    kind: 'organisation',
    pattern:
      /(?:주식회사\s?|㈜\s?|\(주\)\s?)[가-힣A-Za-z0-9]{2,15}?(?=$|[^가-힣A-Za-z0-9]|[에의을를은는이가와과도로])|[가-힣A-Za-z0-9]{2,15}(?:\s?주식회사|㈜|\(주\))/g,
  }),
  byPattern({
    kind: 'organisation',
    pattern:
      /(?<![가-힣A-Za-z])[가-힣A-Za-z]{2,8}(?:(?<!유)전자|은행|증권|중공업|건설|생명보험|화재보험)(?=$|[^가-힣]|[에의를을는은이가와과도로])/g,
    sure: false,
    unless: (name) =>
      /^(?:시중|혈액|모유|정자|제대혈|주거래|인터넷|상업|투자|문제|지방|대형|부실)(?:은행|증권|건설)|^(?:의무기록|진료기록|병원)전자/.test(
        name,
      ),
  }),
  englishNames(
    'organisation',
    ENGLISH_SCHOOL,
    /University|College|High|Middle|Elementary|Primary|Secondary|Grammar|School|Academy/g,
  ),
  englishNames(
    'organisation',
    ENGLISH_COMPANY,
    /Inc|Ltd|LLC|LLP|Corp|Corporation|GmbH|PLC|Pharmaceuticals|Holdings/g,
  ),
];
