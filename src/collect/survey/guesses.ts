/** What a study's lead would otherwise fill in: languages, the concepts of questions, the days of the wave. */
import { type Language, type Localised, languages } from '../../study/localised.ts';
import type { Concept, Participant } from '../../study/model.ts';
import { languageOf } from '../../text/language.ts';
import type { TableRow } from '../read-table.ts';
import type { ExportColumn } from './export-shape.ts';

/** The language that a survey tool recorded. */
export function languageNamed(cell: string): Language | null {
  const word = cell.trim().toLowerCase();
  if (/^(?:ko|kor|korean|한국어)/.test(word)) return 'ko';
  return /^(?:en|eng|english|영어)/.test(word) ? 'en' : null;
}

/** Those that a tenth of the participants answered in; the one asked for first. */
export function languagesOf(participants: readonly Participant[], asked: Language | undefined): Language[] {
  const common = languages.filter(
    (language) => participants.filter((one) => one.language === language).length * 10 >= participants.length,
  );
  const found =
    common.length > 0
      ? common
      : languages.filter((language) => participants.some((one) => one.language === language));
  return [...new Set([...(asked === undefined ? [] : [asked]), ...found])];
}

/** By the words that such questions are asked with; `other` where none is there. */
export function conceptOf(question: string): Concept {
  if (/우선|필요한|갖춰|갖추|priorit|should|needed|first\b/i.test(question)) return 'priority';
  if (/장점|단점|한계|어떻게 (?:보|생각)|의견|advantage|limit|benefit|opinion|think/i.test(question))
    return 'interpretation';
  return /경험|겪|experience|encounter/i.test(question) ? 'experience' : 'other';
}

/** Under the language that it is written in. */
export function inOne(text: string): Localised {
  return languageOf(text) === 'ko' ? { ko: text } : { en: text };
}

const LONGEST_LABEL = 60;

/** For labels. */
export function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST_LABEL ? text : `${characters.slice(0, LONGEST_LABEL - 1).join('')}…`;
}

/** From the first to the last day that the tool recorded, where it writes dates with the year first. */
export function period(columns: readonly ExportColumn[], rows: readonly TableRow[], today: string) {
  const dates = columns
    .filter((column) => column.role === 'date')
    .flatMap((column) => rows.flatMap((row) => dayOf(row.cells[column.at] ?? '') ?? []))
    .sort();
  return { opens: dates[0] ?? today, closes: dates.at(-1) ?? today };
}

function dayOf(cell: string): string | null {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,2})/.exec(cell.trim()) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}
