/** `firsthand convert`: reference files of any kind as one file of the kind that another program wants. */
import type { Problem } from '../kernel/problems.ts';
import type { ExternalRecord } from '../scan/records/model.ts';
import { type Command, oneOf, WrongCall } from './command.ts';
import { words } from './words.ts';

export const convertCommand: Command = {
  name: 'convert',
  arguments: [
    {
      name: '<files...>',
      words: {
        ko: '서지 파일: RIS, nbib, Web of Science, EndNote(XML, enw), BibTeX, CSV, XLSX',
        en: 'reference files: RIS, nbib, Web of Science, EndNote (XML, enw), BibTeX, CSV, XLSX',
      },
    },
  ],
  words: {
    ko: '서지 파일을 다른 형식의 파일 하나로 바꿉니다',
    en: 'write references as one file of another format',
  },
  options: [
    {
      flags: '--to <format>',
      words: {
        ko: '형식: ris, nbib, endnote-xml, bibtex, csv, xlsx',
        en: 'the format: ris, nbib, endnote-xml, bibtex, csv or xlsx',
      },
    },
    { flags: '--out <file>', words: { ko: '새 파일', en: 'the new file' } },
  ],
  async run(paths, options, { language, err }) {
    const { readRecords } = await import('../scan/files/read-records.ts');
    const { writeRecords, writtenFormats } = await import('../scan/files/write-records.ts');
    const { MOST_PROBLEMS_SHOWN, problemLine } = await import('../kernel/problems.ts');
    const { writeNewFile } = await import('../kernel/new-file.ts');
    const format = oneOf(options.to, '--to', writtenFormats, language);
    if (format === undefined || typeof options.out !== 'string') throw new WrongCall(needed, language);
    let told = 0;
    let count = 0;
    const tell = (problem: Problem) => {
      if (told++ < MOST_PROBLEMS_SHOWN) err(`${problemLine(problem)}\n`);
    };
    const all = async function* (): AsyncGenerator<ExternalRecord> {
      for (const path of paths)
        for await (const record of readRecords(path, language, tell)) {
          count++;
          yield record;
        }
    };
    const written = await writeNewFile(
      options.out,
      writeRecords(all(), format, { file: options.out, language, tell }),
    );
    if (!written) throw new WrongCall(taken(options.out), language);
    if (told > MOST_PROBLEMS_SHOWN) err(`${words.more[language](told - MOST_PROBLEMS_SHOWN)}\n`);
    err(`${done[language](count, options.out)}\n`);
    return count === 0 ? 2 : 0;
  },
};

const needed = {
  ko: '--to와 --out이 필요합니다. 예: --to ris --out references.ris',
  en: 'expected --to and --out, as in --to ris --out references.ris',
};

const taken = (path: string) => ({
  ko: `${path}: 이미 있는 파일입니다. 다른 이름이 필요합니다`,
  en: `${path}: there is a file of this name already; expected a new one`,
});

const done = {
  ko: (count: number, path: string) => `레코드 ${count}개를 ${path}에 썼습니다`,
  en: (count: number, path: string) => `${count} records written to ${path}`,
};
