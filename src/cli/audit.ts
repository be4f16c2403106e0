/** `firsthand audit`: whether the audit trail is whole, and the trail as a table. */
import type { Verdict } from '../access/audit.ts';
import type { CodingsVerdict } from '../code/verify-codings.ts';
import type { Store } from '../store/database.ts';
import type { Language } from '../study/localised.ts';
import { type Command, jsonOption, oneOf, WrongCall } from './command.ts';
import { databaseAddress, databaseOption } from './database.ts';

interface Checked {
  /** The study's name, or `server` for what concerns no study. */
  chain: string;
  trail: Verdict;
  codings: CodingsVerdict;
}

export const auditCommand: Command = {
  name: 'audit',
  arguments: [
    { name: '<action>', words: { ko: 'verify 또는 export', en: 'verify or export' } },
    {
      name: '[study]',
      words: { ko: '연구의 id (없으면 모든 연구)', en: "the study's id (none: every study)" },
    },
  ],
  words: {
    ko: '감사 기록이 온전한지 확인하거나 표로 내보냅니다',
    en: 'say whether the audit trail is whole, or write it as a table',
  },
  options: [databaseOption, jsonOption],
  async run([action, slug], options, { language, out, err }) {
    const wanted = oneOf(action, 'audit', ['verify', 'export'], language);
    const { closeStore, openStore } = await import('../store/database.ts');
    const store = await openStore(databaseAddress(options.database, process.env));
    try {
      const chains = await chainsOf(store, slug, language);
      if (wanted === 'export') {
        const { auditCsv } = await import('../access/audit-csv.ts');
        for (const { id } of chains) out(await auditCsv(store, id));
        return 0;
      }
      const checked = await checkAll(store, chains);
      if (options.json === true) out(`${JSON.stringify(checked, null, 2)}\n`);
      else for (const one of checked) out(`${lineOf(one, language)}\n`);
      const isWhole = checked.every(({ trail, codings }) => trail.whole && codings.differing.length === 0);
      if (!isWhole) err(`${words.broken[language]}\n`);
      return isWhole ? 0 : 2;
    } finally {
      await closeStore(store);
    }
  },
};

interface Chain {
  id: string;
  name: string;
}

async function chainsOf(store: Store, slug: string | undefined, language: Language): Promise<Chain[]> {
  const { SERVER_CHAIN } = await import('../access/audit.ts');
  const { listStudies } = await import('../store/snapshots.ts');
  const studies = (await listStudies(store)).map(({ studyId, study }) => ({ id: studyId, name: study.id }));
  if (slug === undefined) return [{ id: SERVER_CHAIN, name: SERVER_CHAIN }, ...studies];
  const found = studies.filter(({ name }) => name === slug);
  if (found.length > 0) return found;
  throw new WrongCall(
    {
      ko: `데이터베이스에 \`${slug}\`라는 연구가 없습니다. 연구의 id가 필요합니다`,
      en: `the database has no study called \`${slug}\`; expected the id of one that it has`,
    },
    language,
  );
}

async function checkAll(store: Store, chains: readonly Chain[]): Promise<Checked[]> {
  const { verifyChain } = await import('../access/audit.ts');
  const { verifyCodings } = await import('../code/verify-codings.ts');
  const checked: Checked[] = [];
  for (const { id, name } of chains) {
    checked.push({
      chain: name,
      trail: await verifyChain(store, id),
      codings: await verifyCodings(store, id),
    });
  }
  return checked;
}

function lineOf({ chain, trail, codings }: Checked, language: Language): string {
  const told = trail.whole
    ? words.whole[language](trail.entries, codings.checked, trail.lastHash)
    : words.breaks[language](trail.brokenAt, words.why[trail.why][language]);
  const differing = codings.differing.map((id) => `\n  ${words.differs[language](id)}`);
  return `${chain}: ${told}${differing.join('')}`;
}

const words = {
  whole: {
    ko: (entries: number, codings: number, hash: string) =>
      `온전합니다. 기록 ${entries}건, 코딩 ${codings}개, 마지막 해시 ${hash}`,
    en: (entries: number, codings: number, hash: string) =>
      `whole: ${entries} entries, ${codings} codings, last hash ${hash}`,
  },
  breaks: {
    ko: (at: number, why: string) => `${at}번째 기록에서 끊어졌습니다(${why})`,
    en: (at: number, why: string) => `breaks at entry ${at} (${why})`,
  },
  why: {
    changed: { ko: '바뀜', en: 'changed' },
    missing: { ko: '빠짐', en: 'missing' },
    'end cut off': { ko: '끝이 잘림', en: 'the end was cut off' },
  },
  differs: {
    ko: (id: string) => `코딩 ${id}: 기록과 다릅니다`,
    en: (id: string) => `coding ${id}: not as the trail says`,
  },
  broken: {
    ko: '감사 기록이 온전하지 않습니다. 이 데이터베이스를 그대로 보관하고 백업과 비교해 주십시오',
    en: 'the audit trail is not whole; keep this database as it is and compare it with a backup',
  },
};
