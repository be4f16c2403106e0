/** Defects in English: what is wrong, what is expected. Korean is in `ko.ts`; the two hold the same codes. */
import type { Words } from '../defects.ts';

type None = Record<string, never>;
const list = (choices: readonly string[]) => choices.map((choice) => `\`${choice}\``).join(', ');

export const en = {
  // Files and folders
  'not a folder': (_: None): Words => [
    'there is no such folder',
    'expected a folder with `study.yaml` in it',
  ],
  'file missing': (_: None): Words => ['the file is missing', 'expected it in the study folder'],
  'file outside folder': (_: None): Words => [
    'the file lies outside the folder',
    'expected a file within it, not a link out of it',
  ],
  'not a regular file': (_: None): Words => [
    'this is not an ordinary file',
    'expected a file with text in it',
  ],
  'file too large': (v: { megabytes: number }): Words => [
    'the file is too large',
    `expected at most ${v.megabytes} MB`,
  ],
  'two files for one table': (v: { other: string }): Words => [
    `\`${v.other}\` holds the same table`,
    'expected one of the two files only',
  ],
  'file empty': (_: None): Words => ['the file is empty', 'expected a header row at least'],
  'file type unknown': (_: None): Words => [
    'the name does not say what kind of file this is',
    'expected a name that ends in .csv, .tsv or .xlsx',
  ],
  'output is not a folder': (_: None): Words => [
    'there is something here that is not a folder',
    'expected the name of a new folder',
  ],
  'output folder not ours': (_: None): Words => [
    'the folder was not made by firsthand for this purpose, so it is left alone',
    'expected a new folder, an empty one, or one made by the same command',
  ],
  'folder not empty': (_: None): Words => [
    'there is something in the folder',
    'expected a new folder or an empty one',
  ],
  'output folder holds other files': (v: { count: number }): Words => [
    `the folder holds ${v.count} file(s) that firsthand did not put there, so it is left alone`,
    'expected those files elsewhere, or another folder',
  ],

  // Tables
  'encoding unknown': (_: None): Words => [
    'the text is in no encoding that can be read',
    'expected UTF-8, UTF-16 or CP949 (Korean Windows)',
  ],
  'quotes broken': (_: None): Words => [
    'the quotes from here on do not add up',
    'expected a cell with quotes to begin and end with `"`, and quotes in it doubled',
  ],
  'cell too large': (v: { characters: number }): Words => [
    'the cell is too large',
    `expected at most ${v.characters} characters`,
  ],
  'too many rows': (v: { rows: number }): Words => [
    'the table has too many rows',
    `expected at most ${v.rows}`,
  ],
  'spreadsheet unreadable': (_: None): Words => [
    'the spreadsheet cannot be read',
    'expected an .xlsx file as Excel, Google Sheets or LibreOffice saves it, without a password',
  ],
  'column missing': (v: { column: string }): Words => [
    `the column \`${v.column}\` is missing`,
    'expected its name in the header row',
  ],
  'column unknown': (v: { known: readonly string[] }): Words => [
    'the column is none that this table has',
    `expected columns among ${list(v.known)}`,
  ],
  'attribute column unknown': (_: None): Words => [
    'the column is none of the table and no attribute of the study',
    'expected it under `attributes` in study.yaml, or the column removed',
  ],
  'column twice': (_: None): Words => ['the column is there twice', 'expected each column once'],
  'row too long': (_: None): Words => [
    'the row has more cells than the header',
    'expected as many; a text with the separator in it needs quotes',
  ],
  'cell empty': (_: None): Words => ['the cell is empty', 'expected a value'],
  'id malformed': (_: None): Words => [
    'this cannot be an id',
    'expected letters, digits, dots, dashes or underscores, at most 64, the first a letter or digit',
  ],
  'cell not among': (v: { choices: readonly string[] }): Words => [
    'the value is none of those possible',
    `expected ${list(v.choices)}`,
  ],
  'date malformed': (_: None): Words => ['this is no date', 'expected a calendar date as 2026-03-31'],
  'whole number expected': (v: { minimum: number }): Words => [
    'this is no whole number that fits',
    `expected a whole number from ${v.minimum}`,
  ],
  'number expected': (_: None): Words => [
    'this is no number',
    'expected a number, as the attribute is of the kind `number`',
  ],

  // YAML
  'yaml unreadable': (_: None): Words => [
    'the YAML cannot be read from here on',
    'expected correct indentation, and quotes round text that holds `: ` or ` #`',
  ],
  'yaml key twice': (_: None): Words => ['the same key is there twice', 'expected each key once'],
  'yaml alias': (_: None): Words => [
    'the file uses an anchor or alias (`&`, `*`)',
    'expected the value written out, or quotes round text that begins with `*` or `&`',
  ],
  'yaml too deep': (_: None): Words => ['the file is nested too deeply', 'expected a few levels'],
  'key unknown': (v: { key: string }): Words => [
    `the key \`${v.key}\` means nothing here`,
    'expected another spelling, or the key removed',
  ],
  'key missing': (_: None): Words => ['the key is missing', 'expected a value for it'],
  'wrong kind of value': (v: { expected: string }): Words => [
    'the value is of the wrong kind',
    `expected ${kinds[v.expected] ?? v.expected}`,
  ],
  'value not among': (v: { choices: readonly string[] }): Words => [
    'the value is none of those possible',
    `expected ${list(v.choices)}`,
  ],
  'value too small': (v: { minimum: number }): Words => [
    'there is too little here',
    `expected at least ${v.minimum}`,
  ],
  'value too large': (v: { maximum: number }): Words => [
    'there is too much here',
    `expected at most ${v.maximum}`,
  ],
  'attribute id malformed': (_: None): Words => [
    'this cannot be the id of an attribute',
    'expected lower-case letters, digits and underscores, the first a letter',
  ],
  'no words': (_: None): Words => ['there is no text in any language', 'expected `ko`, `en` or both'],
  'value malformed': (_: None): Words => ['the value cannot be used', 'expected another value'],
  'format unknown': (_: None): Words => ['the folder was made by a later version', 'expected `format: 1`'],

  // What refers to what
  'id twice': (_: None): Words => ['the id is used before in the same list', 'expected each id once'],
  'id reserved': (_: None): Words => [
    'the name is taken by a column of participants.csv',
    'expected another id for the attribute',
  ],
  'participant unknown': (_: None): Words => [
    'nobody of this id is among the participants',
    'expected an id from participants.csv',
  ],
  'question unknown': (_: None): Words => [
    'the study has no such question',
    'expected the id of a question in study.yaml',
  ],
  'wave unknown': (_: None): Words => [
    'the study has no such wave',
    'expected the id of a wave in study.yaml',
  ],
  'coder unknown': (_: None): Words => [
    'the study has no such coder',
    'expected the id of a coder in study.yaml',
  ],
  'code unknown': (_: None): Words => [
    'the codebook has no such code',
    'expected the id of a code in codebook.yaml',
  ],
  'domain unknown': (_: None): Words => [
    'the frame has no such domain',
    'expected the id of a domain of the frame in study.yaml',
  ],
  'coding unknown': (_: None): Words => [
    'there is no such coding',
    'expected the id of a coding in codings.csv',
  ],
  'attribute unknown': (_: None): Words => [
    'the study has no such attribute',
    'expected the id of an attribute in study.yaml, or `language`',
  ],
  'answer unknown': (_: None): Words => [
    'this participant gave no answer to this question in this wave',
    'expected a coding of an answer in answers.csv',
  ],
  'answer twice': (v: { row: number | undefined }): Words => [
    v.row === undefined ? 'the answer is there twice' : `the answer is there before, in row ${v.row}`,
    'expected one answer of a participant to a question in a wave',
  ],
  'coding twice': (v: { row: number | undefined }): Words => [
    v.row === undefined ? 'the coding is there twice' : `the coding is there before, in row ${v.row}`,
    'expected a code by a coder in a pass once on the same words',
  ],
  'assignment twice': (_: None): Words => [
    'the assignment is there before',
    'expected a coder once for a participant in a pass',
  ],
  'parent in a circle': (_: None): Words => [
    'the code is its own ancestor',
    'expected parents that end at a code without one',
  ],
  'wave closes first': (_: None): Words => [
    'the wave closes before it opens',
    'expected `closes` on the day of `opens` or later',
  ],
  'span backwards': (_: None): Words => [
    'the span ends where it starts or before',
    'expected `end` greater than `start`',
  ],
  'span outside': (v: { length: number }): Words => [
    'the span reaches beyond its answer',
    `expected an end of ${v.length} at most (code points of the text after NFC)`,
  ],
  'span half given': (_: None): Words => [
    'only one end of the span is given',
    'expected `start` and `end`, or neither',
  ],
  'quote differs': (_: None): Words => [
    'the quote is not what stands at the span',
    'expected the exact words from `start` to `end` (code points of the text after NFC)',
  ],
  'quote not found once': (_: None): Words => [
    'the quote without `start` and `end` does not stand exactly once in the answer',
    'expected words that occur once, or `start` and `end`',
  ],
  'codebook version later': (v: { version: number }): Words => [
    'the codebook version is later than the codebook',
    `expected at most ${v.version}`,
  ],
  'text malformed': (_: None): Words => [
    'the text holds something that is no character (a lone surrogate or NUL)',
    'expected well-formed Unicode',
  ],
  'default not possible': (v: { column: string }): Words => [
    `the column \`${v.column}\` is missing and there is more than one possible value`,
    'expected the column',
  ],

  // Survey exports and single files
  'column not in export': (_: None): Words => [
    'the export has no column of this name',
    'expected the name, the letter or the number of a column of the export',
  ],
  'no open question found': (_: None): Words => [
    'no column looks like answers to an open question',
    'expected `--questions` with the columns that hold the answers',
  ],
  'too many questions': (v: { maximum: number }): Words => [
    'too many columns look like open questions',
    `expected \`--questions\` with at most ${v.maximum} of them`,
  ],
  'too few rows': (v: { minimum: number }): Words => [
    'there are too few rows',
    `expected ${v.minimum} at least besides the header`,
  ],
  'too few coders': (_: None): Words => [
    'there are fewer than two coders',
    'expected a column for each of two coders or more',
  ],
  'label not a number': (_: None): Words => [
    'the label is no number',
    'expected numbers for this level, or `--level nominal`',
  ],
  'label negative': (_: None): Words => [
    'the label is negative',
    'expected numbers from 0 at the ratio level',
  ],
  'frame unknown': (v: { choices: readonly string[] }): Words => [
    'there is no such frame',
    `expected ${list(v.choices)}`,
  ],
} as const;

const kinds: Record<string, string> = {
  string: 'text (in quotes if it looks like a number)',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list (lines that begin with `- `)',
  object: 'keys with values',
};
