import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength, sliceCodePoints } from '../text/code-points.ts';
import type { IdentifierKind } from './identifiers/finding.ts';
import { findIdentifiers, MASK, maskIdentifiers } from './redact.ts';

/** What was found, as `kind: words`. */
function found(text: string): string[] {
  return findIdentifiers(text).map(({ kind, start, end }) => `${kind}: ${sliceCodePoints(text, start, end)}`);
}

// Every number, address and person below is invented; telephone numbers lie in ranges kept for examples.
const planted: Partial<Record<IdentifierKind, [text: string, words: string][]>> = {
  'resident-registration-number': [
    ['주민번호 900101-1234568 입력함', '900101-1234568'],
    ['주민번호는 9001011234568이었다', '9001011234568'],
    ['210305 - 3999999 (2021년 출생이라 검증 숫자가 없음)', '210305 - 3999999'],
    ['900101-1****** 라고 적힘', '900101-1******'],
    ['생일이 900101-2라고 함', '900101-2'],
  ],
  'foreigner-registration-number': [['외국인등록번호 850615-5234567 확인', '850615-5234567']],
  'social-security-number': [['SSN 219-09-9999 in the prompt', '219-09-9999']],
  'passport-number': [['여권 M12345678 번호', 'M12345678']],
  'driver-licence-number': [['면허 11-12-345678-90 번호', '11-12-345678-90']],
  'card-number': [['카드 1234-5678-9012-3456 결제', '1234-5678-9012-3456']],
  'medical-record-number': [
    ['등록번호: 00123456', '00123456'],
    ['차트번호 A-102938 환자', 'A-102938'],
    ['MRN 4482910 was pasted', '4482910'],
    ['NHS number 943 476 5919', '943 476 5919'],
    ['번호 20481933을 붙여넣음', '20481933'],
  ],
  'phone-number': [
    ['010-0000-1234로 연락', '010-0000-1234'],
    ['01000001234 로 전화', '01000001234'],
    ['010 0000 1234', '010 0000 1234'],
    ['+82-10-0000-1234', '+82-10-0000-1234'],
    ['+82 (0)10 0000 1234', '+82 (0)10 0000 1234'],
    ['02-000-1234, 병동', '02-000-1234'],
    ['(031) 000-1234', '(031) 000-1234'],
    ['０１０－００００－１２３４', '０１０－００００－１２３４'],
    ['call (212) 555-0123 now', '(212) 555-0123'],
    ['call 212-555-0123 now', '212-555-0123'],
    ['ring 020 7946 0958', '020 7946 0958'],
    ['ring 07700 900123', '07700 900123'],
    ['ring +33 1 99 00 12 34', '+33 1 99 00 12 34'],
  ],
  email: [
    ['메일은hong.gildong@example.com으로', 'hong.gildong@example.com'],
    ['write to jane@mail.example.org.', 'jane@mail.example.org'],
    ['hong (at) example.com', 'hong (at) example.com'],
    ['hong골뱅이example점com', 'hong골뱅이example점com'],
  ],
  url: [
    ['https://example.com/chat/abc?id=3를 보여줌', 'https://example.com/chat/abc?id=3'],
    ['see www.example.org/share.', 'www.example.org/share'],
    ['링크 chat.example.ai/share/8f2e 공유', 'chat.example.ai/share/8f2e'],
    ['posted on example.co.kr yesterday', 'example.co.kr'],
  ],
  'social-handle': [
    ['인스타 @sad_river98 계정', '@sad_river98'],
    ['카톡 아이디 moonlight77 로', 'moonlight77'],
    ['Instagram: river.moon', 'river.moon'],
  ],
  date: [
    ['2026년 3월 31일 내원', '2026년 3월 31일'],
    ['26년 3월 입원', '26년 3월'],
    ['3월 31일에', '3월 31일'],
    ['2026-03-31 기록', '2026-03-31'],
    ['2026. 3. 31. 기록', '2026. 3. 31'],
    ['26.03.31 입원', '26.03.31'],
    ['20260331 입원', '20260331'],
    ['on 31 March 2026', '31 March 2026'],
    ['on March 31st, 2026', 'March 31st, 2026'],
    ['since Mar 2026', 'Mar 2026'],
    ['on 3/31/2026', '3/31/2026'],
    ['생년월일 900101', '900101'],
  ],
  hospital: [
    ['새솔대학교병원 응급실', '새솔대학교병원'],
    ['새솔대병원에서', '새솔대병원'],
    ['가람병원에 입원', '가람병원'],
    ['마음샘의원 원장', '마음샘의원'],
    ['햇살정신건강의학과의원', '햇살정신건강의학과의원'],
    ['햇살 정신건강의학과의원', '햇살 정신건강의학과의원'],
    ['햇살정신건강의학과 외래', '햇살정신건강의학과'],
    ['새솔대학교 병원에서', '새솔대학교 병원'],
    ['○○병원에서', '○○병원'],
    ['세브란스에서 보고', '세브란스'],
    ['한빛정신건강복지센터로 연계', '한빛정신건강복지센터'],
    ['seen at Riverbend General Hospital last week', 'Riverbend General Hospital'],
    ['at the Willow Creek Medical Center', 'Willow Creek Medical Center'],
    ["referred from St. Brigid's Hospital", "St. Brigid's Hospital"],
    ['The Maple Street Clinic', 'Maple Street Clinic'],
    ['Hospital of Saint Odile', 'Hospital of Saint Odile'],
  ],
  'person-name': [
    ['김민수 님이', '김민수'],
    ['홍길동씨가', '홍길동'],
    ['남궁민수 교수님께', '남궁민수'],
    ['박지영 환자는', '박지영'],
    ['김○○ 환자', '김○○'],
    ['이OO 씨', '이OO'],
    ['김 씨는', '김'],
    ['최모 씨', '최모'],
    ['이름은 홍길동이라고', '홍길동'],
    ['홍길동이라는 환자', '홍길동'],
    ['민수 씨가', '민수'],
    ['Dr. Jane Smith said', 'Jane Smith'],
    ['Mr Kim asked', 'Kim'],
    ['Prof. Okafor disagreed', 'Okafor'],
    ['a man named Tobias', 'Tobias'],
    ['my patient, Sarah, asked', 'Sarah'],
    ['John Smith told ChatGPT', 'John Smith'],
    ['Minsu Kim wrote', 'Minsu Kim'],
  ],
  'age-over-89': [
    ['만 92세 환자', '92세'],
    ['97살 할머니', '97살'],
    ['a 93-year-old widow', '93-year-old'],
    ['aged 101 and alone', '101'],
  ],
  'age-sex-place': [
    ['부산에 사는 34세 여성이', '부산에 사는 34세 여성'],
    ['34세 남자, 원주 거주', '34세 남자, 원주'],
    ['30대 초반 여성(해운대구 거주)', '30대 초반 여성(해운대구'],
    ['M/35, 서울 거주', 'M/35, 서울'],
    ['a 27-year-old woman from Leeds', '27-year-old woman from Leeds'],
    ['34-year-old woman, Daegu: e-mailed', '34-year-old woman, Daegu'],
  ],
  address: [
    ['서울특별시 강남구 가람로 12번길 5', '서울특별시 강남구 가람로 12번길 5'],
    ['수원시 팔달구 새솔동 101-3번지', '수원시 팔달구 새솔동 101-3번지'],
    ['햇살아파트 103동 1204호', '햇살아파트 103동 1204호'],
    ['103동 1204호에', '103동 1204호'],
    ['lives at 42 Maple Hollow Road', '42 Maple Hollow Road'],
    ['Portland, OR 97205', 'OR 97205'],
  ],
  organisation: [
    ['새솔고등학교 2학년', '새솔고등학교'],
    ['가람대학교 학생', '가람대학교'],
    ['가람대학교 상담센터', '가람대학교'],
    ['주식회사 새솔에 다니는', '주식회사 새솔'],
    ['(주)가람소프트 직원', '(주)가람소프트'],
    ['새솔은행에서 일하는', '새솔은행'],
    ['studies at Riverbend High School', 'Riverbend High School'],
    ['the University of Westmarch', 'University of Westmarch'],
    ['works for Bluestone Robotics Inc.', 'Bluestone Robotics Inc.'],
  ],
};

describe('what is found', () => {
  const cases = Object.entries(planted).flatMap(([kind, texts]) =>
    texts.map(([text, words]) => [text, `${kind}: ${words}`] as const),
  );
  it.each(cases)('in %j is %j', (text, expected) => {
    expect(found(text)).toContain(expected);
  });

  it('is surer of a resident number whose check digit holds', () => {
    const sure = (text: string) => findIdentifiers(text).map((one) => one.sure);
    expect(sure('900101-1234568')).toEqual([true]);
    expect(sure('900101-1234560')).toEqual([false]);
  });

  it('is no number with an impossible date of birth', () => {
    expect(found('901332-1234567')).toEqual([]);
  });
});

describe('what clinicians ordinarily write stays as it is', () => {
  it.each([
    '정신과 전문의 10년차로 외래에서 하루 40명을 본다',
    '전공의 3년차, 대학병원 근무. 종합병원과 정신병원에서 수련함',
    '에스시탈로프람 20mg, 하루 3번, 24시간 이내 재평가',
    'ChatGPT-4와 GPT-4o, 클로드 3.5를 써 봄. 3.10.2 버전에서는 안 됨',
    'F20.0, F32.2 환자에서 DSM-5 기준을 물어봄. PHQ-9 15점, BDI 32점',
    '조현병 환자, 우울증 환자, 고위험 환자, 신규 환자, 성인 환자, 노인 환자에게 위험함',
    '20대 여성 환자가 망상을 AI로 강화함. 30대 남성 환자는 반대였음',
    '환자님, 보호자님, 선생님, 교수님, 부모님, 고객님이라고 부름',
    '날씨 얘기, 말씨, 아저씨, 아가씨, 마음씨 같은 말은 그대로 둔다',
    '위기상담전화 109, 1577-0199, 1393을 안내함',
    '3개월간 사용, 2주 후 재방문, 3월에 처음 들음, 2024년 이후 늘어남',
    '주 3회 50분씩, 1~2주 간격, 2/3 정도의 환자, 10명 중 3명',
    '우리 병원, 큰 병원, 동네병원, 다른병원, 1차병원, 정신과의원에서 모두 비슷함',
    '의원급에서는 쓰기 어렵다. 국회의원도 관심을 가져야 함',
    '소아정신과, 노인정신건강의학과, 정신건강의학과 의사로서 말함',
    '유전자 검사와 전자의무기록, 자전거, 혈액은행은 상관없음',
    '책임소재가 불명확하고 동의와 고지가 필요함. 이런 의사 결정은 위험',
    '환자군 활동, 위험군 이동, 대조군 행동을 비교하면 다시 활동이 늘어남',
    '약물로 20mg, 상담으로 3회, 하루로 24시간이 모자람',
    '비용이 5000000원 들고 12000000명이 씀. 20% 정도, 1,234,567건',
    '학교 상담교사, 고등학생, 중학생, 대학생이 주로 씀. 같은 대학교 학생',
    '카카오톡으로 챗봇과 대화, 인스타그램과 네이버 클로바를 씀',
    '100세 시대라 하고, 90세 이상은 드물다. 정확도는 95%',
    '이 씨앗 같은 생각이 자람. 그 분은 김치를 좋아함',
    '최근 환자들이, 주요 환자군, 정말 환자에게, 성인 학생',
    '이름은 밝히지 않겠음. 성함은 적지 않음',
    '부산에서도 서울에서도 마찬가지. 지방 환자의 접근성이 좋아짐',
    'Over 15 years of practice I have seen 3 or 4 cases',
    'He took 20mg three times a week for 24 hours; B12 5MG daily',
    'ChatGPT-4, GPT-4o, Claude 3.5 and Character.AI; Dr Google and Dr. GPT',
    'ICD-10 F20.0, PHQ-9 of 15, QTc 480 ms, HR 120/80, 3/4 of patients',
    'A 27-year-old woman with bipolar disorder used a chatbot named Replika',
    'Our memory clinic, the university hospital, a General Hospital and our Outpatient Clinic',
    'Call 988 or 1-800-273-8255 in a crisis',
    'In May most patients improved; may 5 percent relapse; since 2020 it is common',
    'I may call the patient. Will power and hope help. Mark my words.',
    'The Royal College, e.g. of psychiatrists, i.e. our society, etc.',
    'Clinical validation, human oversight, informed consent (5-10 minutes).',
    'Patients aged 65 and over; 90% of them; 10-15 per 100 000',
    'Early Psychosis Clinic or Emergency Department',
  ])('%j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('covering', () => {
  it('keeps the length, so that spans made on the original hold', () => {
    const text = '😀 김민수 님은 010-0000-1234로 "괜찮다"고 함';
    expect(maskIdentifiers(text)).toBe('😀 ○○○ 님은 ○○○○○○○○○○○○○로 "괜찮다"고 함');
  });

  it('finds identifiers in decomposed Hangul at their places in it', () => {
    const text = '김민수 님, 가람병원'.normalize('NFD');
    expect(found(text)).toEqual([
      `person-name: ${'김민수'.normalize('NFD')}`,
      `hospital: ${'가람병원'.normalize('NFD')}`,
    ]);
  });

  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(...Object.values(planted).flatMap((texts) => texts.map(([text]) => text))),
      fc.constantFrom('의무기록'.normalize('NFD'), '👩‍⚕️', '\r\n', '가', 'é'.normalize('NFD')),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
    ),
  );

  it('leaves every other code point alone, whatever the text', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join(' ');
        const covered = Array.from(maskIdentifiers(text));
        const at = new Set(
          findIdentifiers(text).flatMap(({ start, end }) =>
            Array.from({ length: end - start }, (_, nth) => start + nth),
          ),
        );
        expect(covered).toEqual(Array.from(text, (character, place) => (at.has(place) ? MASK : character)));
        expect(codePointLength(covered.join(''))).toBe(codePointLength(text));
      }),
    );
  });

  it('gives findings in order, none empty, none over another', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        let end = 0;
        for (const one of findIdentifiers(parts.join(' '))) {
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(one.end).toBeGreaterThan(one.start);
          end = one.end;
        }
      }),
    );
  });
});
