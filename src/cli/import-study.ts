/** `firsthand import`: a study folder into the database. */
import type { Command } from './command.ts';
import { WrongCall } from './command.ts';
import { databaseAddress, databaseOption } from './database.ts';

export const importCommand: Command = {
  name: 'import',
  arguments: [{ name: '<study>', words: { ko: '연구 폴더', en: 'the study folder' } }],
  words: { ko: '연구 폴더를 데이터베이스에 가져옵니다', en: 'bring a study folder into the database' },
  options: [databaseOption],
  async run([folder = ''], options, { language, err }) {
    const { readStudyFolder } = await import('../collect/index.ts');
    const { closeStore, openStore } = await import('../store/database.ts');
    const { findStudy, importSnapshot } = await import('../store/snapshots.ts');
    const snapshot = await readStudyFolder(folder, { language });
    const store = await openStore(databaseAddress(options.database, process.env));
    try {
      const { id } = snapshot.study;
      if ((await findStudy(store, id)) !== null) {
        throw new WrongCall(
          {
            ko: `데이터베이스에 이미 \`${id}\`라는 연구가 있습니다. study.yaml의 id를 바꾸거나 다른 데이터베이스를 쓰십시오`,
            en: `the database already has a study called \`${id}\`; expected another id in study.yaml, or another database`,
          },
          language,
        );
      }
      await importSnapshot(store, snapshot, new Date().toISOString());
      err(`${{ ko: `\`${id}\` 연구를 가져왔습니다`, en: `brought in \`${id}\`` }[language]}\n`);
      return 0;
    } finally {
      await closeStore(store);
    }
  },
};
