/** What may be wrong with a reference file, in both languages. The records around a fault are kept all the same. */
import type { Problem } from '../../kernel/problems.ts';
import type { Language } from '../../study/localised.ts';

const words = {
  'start tag missing': {
    ko: ['레코드의 시작 태그가 없습니다', '시작 태그가 필요합니다. 나머지는 그대로 읽었습니다'],
    en: ['the record has no start tag', 'expected one; the rest was read as it stands'],
  },
  'end tag missing': {
    ko: ['레코드가 끝나지 않았습니다', '끝 태그가 필요합니다. 있는 데까지 읽었습니다'],
    en: ['the record does not end', 'expected an end tag; what is there was read'],
  },
  'year unreadable': {
    ko: ['연도를 읽을 수 없습니다', '네 자리 연도가 필요합니다. 연도 없이 읽었습니다'],
    en: ['the year cannot be read', 'expected four digits; the record was read without a year'],
  },
  'title missing': {
    ko: ['제목이 없습니다', '제목이 필요합니다. 제목 없이 읽었습니다'],
    en: ['the record has no title', 'expected one; the record was read without'],
  },
  'encoding damaged': {
    ko: ['일부 바이트가 UTF-8이 아닙니다', '온전한 UTF-8이 필요합니다. 그 글자는 �로 읽었습니다'],
    en: ['some bytes are not UTF-8', 'expected UTF-8 throughout; those characters were read as �'],
  },
  'not well-formed': {
    ko: ['XML 형식이 어긋납니다', '올바른 XML이 필요합니다. 읽을 수 있는 데까지 읽었습니다'],
    en: ['the XML is not well-formed', 'expected well-formed XML; what could be read was read'],
  },
  'text cut': {
    ko: [
      '셀 하나에 담기에 글이 너무 길어 잘렸습니다',
      '엑셀 셀은 32,767자까지입니다. 전문은 CSV나 RIS로 내보내십시오',
    ],
    en: [
      'a text was too long for one cell and was cut',
      'a workbook holds 32,767 characters a cell; write CSV or RIS for the whole',
    ],
  },
  'too many records': {
    ko: ['엑셀 시트 하나에 담기에 레코드가 너무 많습니다', '1,048,575개까지 담깁니다. CSV로 내보내십시오'],
    en: ['there are too many records for one sheet', 'a workbook holds 1,048,575; write CSV'],
  },
  'no records': {
    ko: [
      '서지 레코드가 없습니다',
      'RIS, nbib, Web of Science, EndNote(XML, enw), BibTeX, CSV 또는 XLSX가 필요합니다',
    ],
    en: [
      'there are no references here',
      'expected RIS, nbib, Web of Science, EndNote (XML, enw), BibTeX, CSV or XLSX',
    ],
  },
} as const;

export type ReferenceFault = keyof typeof words;

/** `record` counts from 1; without it the fault is the whole file's. */
export function referenceProblem(
  code: ReferenceFault,
  file: string,
  language: Language,
  record?: number,
): Problem {
  const [problem, expected] = words[code][language];
  return { code, file, ...(record === undefined ? {} : { row: record }), problem, expected };
}
