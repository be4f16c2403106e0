/**
 * Where and how old: addresses; ages over 89; and age, sex and place together, which point at one person although none
 * of them does alone. "20대 여성 환자" and "부산에서" are left as they are.
 */
import { byPattern, type Detector, type Found } from './finding.ts';
import { cities, counties, districts, provinces, romanisedCities } from './korean-places.ts';

const either = (names: readonly string[]) =>
  `(?:${[...new Set(names)].sort((a, b) => b.length - a.length).join('|')})`;

const MUNICIPALITY = `(?:${either(cities)}(?:특별시|광역시|특별자치시|시)|${either(counties)}군|(?:${either(districts)}|중|동|서|남|북)구)`;
/** Dong, eup, myeon, ri or a road, with what follows down to the flat. */
const STREET =
  '[가-힣0-9]{1,10}(?:동|읍|면|리|로|길|가)(?:\\s?\\d{1,5}(?:-\\d{1,4})?(?:번지|번길\\s?\\d{1,4}(?:-\\d{1,4})?|호)?)?(?:\\s[가-힣A-Za-z0-9]{2,12}(?:아파트|빌라|오피스텔|맨션))?(?:\\s?\\d{1,4}동)?(?:\\s?\\d{1,5}호)?';
const ROAD_WORD =
  '(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd|Court|Crescent|Terrace|Square|Close|Way)';
const US_STATE =
  '(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY)';

const addressDetectors: readonly Detector[] = [
  byPattern({
    kind: 'address',
    pattern: new RegExp(
      `(?<![가-힣])(?:${either(provinces)}(?:특별자치도|도)?\\s)?${MUNICIPALITY}\\s(?:${MUNICIPALITY}\\s)?${STREET}(?![가-힣]*(?:환자|활동))`,
      'g',
    ),
  }),
  byPattern({
    kind: 'address',
    pattern: /[가-힣A-Za-z]{2,12}(?:아파트|빌라|오피스텔|맨션)\s?\d{1,4}동(?:\s?\d{1,5}호)?/g,
  }),
  byPattern({ kind: 'address', pattern: /(?<!\d)\d{2,4}동\s?\d{2,5}호(?!\d)/g }),
  byPattern({
    kind: 'address',
    pattern: new RegExp(
      `(?<![\\d.])\\d{1,5}[A-Za-z]?\\s(?:[A-Z][A-Za-z'’-]+\\s){1,3}${ROAD_WORD}\\b\\.?(?:,?\\s(?:Apt|Apartment|Unit|Flat|Suite)\\.?\\s#?\\w{1,5})?`,
      'g',
    ),
  }),
  byPattern({
    kind: 'address',
    pattern: /(?<![A-Z0-9])[A-Z]{1,2}\d[A-Z\d]?\s\d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])/g, // a British postcode
    sure: false,
  }),
  byPattern({
    kind: 'address',
    pattern: new RegExp(`(?<![A-Z])${US_STATE}\\s\\d{5}(?:-\\d{4})?(?!\\d)`, 'g'),
  }),
];

const OLD = '(?<!\\d)(?:9\\d|1[01]\\d)';
const ageDetectors: readonly Detector[] = [
  byPattern({
    kind: 'age-over-89',
    pattern: new RegExp(`${OLD}\\s?(?:세|살)`, 'g'),
    // "100세 시대" is an age of society, "90세 이상" names no age.
    unless: (_, after) => /^\s?(?:시대|이상|인생)/.test(after),
  }),
  byPattern({
    kind: 'age-over-89',
    pattern: /아흔(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)?\s?살|구십[일이삼사오육칠팔구]?\s?(?:세|살)/g,
  }),
  byPattern({
    kind: 'age-over-89',
    pattern: new RegExp(`${OLD}(?:[\\s-]?years?[\\s-]old|[\\s-]?y\\/?o\\b|[\\s-]?yrs?[\\s-]old)`, 'gi'),
  }),
  byPattern({
    kind: 'age-over-89',
    pattern: new RegExp(`\\bage[d:]?\\s(?:of\\s)?(?<it>${OLD})(?![\\d%])`, 'gi'),
  }),
];

const AGE =
  /(?<!\d)(?:만\s?)?\d{1,3}\s?(?:세|살)|(?<!\d)[1-9]0대(?:\s?(?:초반|중반|후반))?|(?<!\d)\d{1,3}[\s-]?(?:years?[\s-]old|y\/?o\b|yrs?[\s-]old)|\b(?:in (?:his|her|their) (?:early |mid |late )?[a-z]+ties)|(?<![A-Za-z\d])[MF]\s?\/\s?\d{1,3}(?!\d)|(?<!\d)\d{1,3}\s?\/\s?[MF](?![A-Za-z])|\baged \d{1,3}/gi;
const SEX =
  /남성|여성|남자|여자|남아|여아|남학생|여학생|(?<![가-힣])[남녀여](?=\s?환자|\s?[,)/])|할머니|할아버지|\b(?:wo)?m[ae]n\b|\b(?:fe)?male\b|\bboy\b|\bgirl\b|\blady\b|\bgentleman\b|(?<![A-Za-z\d])[MF](?=\s?\/\s?\d)|(?<=\d\s?\/\s?)[MF](?![A-Za-z])/gi;
const PLACE = new RegExp(
  `(?<![가-힣])(?:(?:${either([...provinces, ...cities, ...counties])}(?:특별시|광역시|시|군|도)?|(?:${either(districts)})구?)\\s?)+(?:[가-힣]{1,5}(?:구|동|읍|면))?(?=에|의|거주|사는|출신|소재|[\\s,.)/]|$)|\\b(?:from|in|near|of|living in)\\s[A-Z][a-z]{2,}(?:\\s[A-Z][a-z]{2,})?|(?<=(?:man|woman|male|female|boy|girl|[MF]),?\\s\\(?)[A-Z][a-z]{2,}|\\b${either(romanisedCities)}\\b`,
  'g',
);
const NOT_A_PLACE =
  /\s(?:AI|ChatGPT|Chat|Gemini|Claude|English|Korean|January|February|March|April|May|June|July|August|September|October|November|December|The|This|My|Our|One|Psychiatry|Clinic)\b/;

/** In characters, from the end of one to the start of the next. */
const NEAR = 25;

/** From the first to the last of the three where they stand near each other in one sentence. */
function* ageSexPlace(text: string): Iterable<Found> {
  const places = [...text.matchAll(PLACE)].filter((match) => !NOT_A_PLACE.test(match[0])).map(rangeOf);
  if (places.length === 0) return;
  const sexes = [...text.matchAll(SEX)].map(rangeOf);
  for (const age of [...text.matchAll(AGE)].map(rangeOf)) {
    const sex = nearest(age, sexes, text);
    const place = nearest(age, places, text) ?? (sex && nearest(sex, places, text));
    if (sex === undefined || place === undefined) continue;
    const start = Math.min(age.start, sex.start, place.start);
    yield { kind: 'age-sex-place', start, end: Math.max(age.end, sex.end, place.end), sure: false };
  }
}

interface Range {
  start: number;
  end: number;
}

function rangeOf(match: RegExpExecArray): Range {
  return { start: match.index, end: match.index + match[0].trimEnd().length };
}

/** `among` is in the order of the text: only those near are looked at, so that a long text costs no more a word. */
function nearest(to: Range, among: readonly Range[], text: string): Range | undefined {
  let best: { one: Range; distance: number } | undefined;
  for (let at = firstEndingFrom(among, to.start - NEAR); at < among.length; at++) {
    const one = among[at]!; // `at` is within
    if (one.start > to.end + NEAR) break;
    const between = one.start >= to.end ? text.slice(to.end, one.start) : text.slice(one.end, to.start);
    const nearer = best === undefined || between.length < best.distance;
    if (nearer && between.length <= NEAR && !/[.!?。\n]/.test(between))
      best = { one, distance: between.length };
  }
  return best?.one;
}

/** Position of the first that ends at `place` or later, by halving. */
function firstEndingFrom(among: readonly Range[], place: number): number {
  let [low, high] = [0, among.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (among[middle]!.end < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const placeDetectors: readonly Detector[] = [...addressDetectors, ...ageDetectors, ageSexPlace];
