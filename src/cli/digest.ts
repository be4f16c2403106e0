/** `firsthand digest`: briefs of a span of time as a file to send on. */
import { type Command, oneOf, WrongCall } from './command.ts';
import { databaseAddress, databaseOption } from './database.ts';

export const digestCommand: Command = {
  name: 'digest',
  arguments: [],
  words: {
    ko: '평가한 외부 문헌의 요약을 주나 달로 묶어 파일로 씁니다',
    en: 'write briefs of appraised documents, by week or month, as a file',
  },
  options: [
    databaseOption,
    { flags: '--study <id>', words: { ko: '연구의 id', en: "the study's id" } },
    { flags: '--from <date>', words: { ko: '첫날(YYYY-MM-DD)', en: 'the first day (YYYY-MM-DD)' } },
    { flags: '--to <date>', words: { ko: '마지막 날(YYYY-MM-DD)', en: 'the last day (YYYY-MM-DD)' } },
    { flags: '--by <span>', words: { ko: 'week 또는 month', en: 'week or month' } },
    { flags: '--format <format>', words: { ko: 'html, md 또는 rss', en: 'html, md or rss' } },
    { flags: '--out <file>', words: { ko: '새 파일', en: 'the new file' } },
  ],
  async run(_, options, { language, err }) {
    const { DigestQuery } = await import('../scan/digest/model.ts');
    const { digestText, readDigest } = await import('../scan/digest/read-digest.ts');
    const { writeNewFile } = await import('../kernel/new-file.ts');
    const { closeStore, openStore } = await import('../store/database.ts');
    const { findStudy } = await import('../store/snapshots.ts');
    const format = oneOf(options.format, '--format', ['html', 'md', 'rss'] as const, language);
    const { from, to, by = 'week', study, out } = options;
    const asked = DigestQuery.safeParse({ from, to, by, language, format });
    if (!asked.success || format === undefined || typeof study !== 'string' || typeof out !== 'string')
      throw new WrongCall(needed, language);
    const store = await openStore(databaseAddress(options.database, process.env));
    try {
      const studyId = await findStudy(store, study);
      if (studyId === null) throw new WrongCall(unknownStudy(study), language);
      const digest = await readDigest(store, studyId, asked.data);
      const written = await writeNewFile(out, [digestText(digest, format, `urn:firsthand:${studyId}`)]);
      if (!written) throw new WrongCall(taken(out), language);
      const count = digest.groups.reduce((sum, { briefs }) => sum + briefs.length, 0);
      err(
        `${{ ko: `요약 ${count}개를 ${out}에 썼습니다`, en: `${count} briefs written to ${out}` }[language]}\n`,
      );
      return 0;
    } finally {
      await closeStore(store);
    }
  },
};

const needed = {
  ko: '--study, --from, --to, --format, --out이 필요하고, 날짜는 YYYY-MM-DD, 첫날이 마지막 날보다 늦지 않아야 합니다',
  en: 'expected --study, --from, --to, --format and --out, with dates as YYYY-MM-DD, the first not after the last',
};

const unknownStudy = (slug: string) => ({
  ko: `데이터베이스에 \`${slug}\`라는 연구가 없습니다. 연구의 id가 필요합니다`,
  en: `the database has no study called \`${slug}\`; expected the id of one that it has`,
});

const taken = (path: string) => ({
  ko: `${path}: 이미 있는 파일입니다. 다른 이름이 필요합니다`,
  en: `${path}: there is a file of this name already; expected a new one`,
});
