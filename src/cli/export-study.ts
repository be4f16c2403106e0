/** `firsthand export`: a study of the database as a folder in its normal form. */
import { type Command, WrongCall } from './command.ts';
import { databaseAddress, databaseOption } from './database.ts';

export const exportCommand: Command = {
  name: 'export',
  arguments: [
    { name: '<study>', words: { ko: '연구의 id', en: "the study's id" } },
    { name: '<folder>', words: { ko: '새 폴더', en: 'the new folder' } },
  ],
  words: { ko: '데이터베이스의 연구를 폴더로 내보냅니다', en: 'write a study of the database as a folder' },
  options: [databaseOption],
  async run([slug = '', folder = ''], options, { language, err }) {
    const { writeStudyFolder } = await import('../collect/index.ts');
    const { closeStore, openStore } = await import('../store/database.ts');
    const { findStudy, loadSnapshot } = await import('../store/snapshots.ts');
    const store = await openStore(databaseAddress(options.database, process.env));
    try {
      const studyId = await findStudy(store, slug);
      if (studyId === null) {
        throw new WrongCall(
          {
            ko: `데이터베이스에 \`${slug}\`라는 연구가 없습니다. 연구의 id가 필요합니다`,
            en: `the database has no study called \`${slug}\`; expected the id of one that it has`,
          },
          language,
        );
      }
      await writeStudyFolder(await loadSnapshot(store, studyId), folder, { language });
      err(`${{ ko: `${folder}에 내보냈습니다`, en: `written to ${folder}` }[language]}\n`);
      return 0;
    } finally {
      await closeStore(store);
    }
  },
};
