/** A record in the form in which it is compared: every field in one spelling, worked out once. */
import type { ExternalRecord } from '../records/model.ts';
import { journalWords } from './journals.ts';
import { familyName, numberIn, pageRange, plainWords } from './normalise.ts';

export interface Comparable {
  /** Plain words with blanks. */
  title: string;
  /** The title without blanks, which sources put where they like. */
  titleLetters: string;
  /** Its letters, a Hangul syllable counting twice. */
  titleLength: number;
  /** Numbers of the title, Roman ones in digits, in order: they tell part I from part II. */
  numerals: string;
  /** What kind of note on another document this is: an erratum, a reply. */
  notes: string;
  abstract: string;
  authors: string[];
  year: number | null;
  journals: string[][];
  volume: string | null;
  issue: string | null;
  firstPage: string | null;
  lastPage: string | null;
  doi: string | null;
  pmid: string | null;
  issns: string[];
  /** Number of a trial or a device, where the record is the register's own entry. */
  registration: string | null;
}

const COMPARED_OF_ABSTRACT = 600;
const NUMERALS = /\d+|\b(?:i{1,3}|iv|v|vi{1,3}|ix|x)\b/g;
const ROMAN: Record<string, string> = Object.fromEntries(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].map((roman, at) => [roman, String(at + 1)]),
);
/** Of ClinicalTrials.gov, ISRCTN, ChiCTR, the EU and Korean registers, and of the FDA's lists of devices. */
const REGISTRATION =
  /NCT\d{8}|ISRCTN\d{8}|ChiCTR[-\w]*\d{8,}|EUCTR\d{4}-\d{6}-\d{2}|KCT\d{7}|\?ID=(?:K|DEN)\d{6}|productcode=[A-Z]{3}|mdrfoi__id=\d+/i;
const NOTES =
  /\b(?:errat\w*|corrigend\w*|correction|retract\w*|withdrawn|reply|response|comments?|letter|editorial|protocol|abstract|supplement|poster|author s)\b/g;

export function comparable(record: ExternalRecord): Comparable {
  const title = plainWords(record.title ?? '');
  const titleLetters = title.replaceAll(' ', '');
  const pages = pageRange(record.pages);
  const journals = [record.journal, record.journalAbbreviation].map(journalWords);
  return {
    title,
    titleLetters,
    titleLength: titleLetters.length + (titleLetters.match(/\p{Script=Hangul}/gu)?.length ?? 0),
    numerals: (title.match(NUMERALS) ?? []).map((one) => ROMAN[one] ?? one).join(' '),
    notes: [...new Set(title.match(NOTES))].sort().join(' '),
    abstract: plainWords((record.abstract ?? '').slice(0, COMPARED_OF_ABSTRACT)),
    authors: record.authors.map(familyName).filter((name) => name !== ''),
    year: record.year,
    journals: journals.filter((words) => words.length > 0),
    volume: numberIn(record.volume),
    issue: numberIn(record.issue),
    firstPage: pages?.first ?? null,
    lastPage: pages?.last ?? null,
    doi: record.doi,
    pmid: record.pmid,
    issns: record.issns,
    registration: registrationIn(record.journal ?? '') ?? registrationIn(record.url ?? ''),
  };
}

function registrationIn(text: string): string | null {
  return REGISTRATION.exec(text)?.[0].toLowerCase() ?? null;
}
