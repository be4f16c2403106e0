/** `firsthand check`: whether a study folder can be read, and what its lead should know before analysing. */
import { type Command, jsonOption } from './command.ts';

export const checkCommand: Command = {
  name: 'check',
  arguments: [{ name: '<study>', words: { ko: '연구 폴더', en: 'the study folder' } }],
  words: {
    ko: '연구 폴더를 읽어 잘못된 곳과 빠진 것을 알려 줍니다',
    en: 'read a study folder and tell what is wrong and what is missing',
  },
  options: [jsonOption],
  async run([folder = ''], options, { language, out }) {
    const { readStudyFolder } = await import('../collect/index.ts');
    const { identifierFindings } = await import('../protect/identifier-findings.ts');
    const { studyFindings } = await import('../study/findings.ts');
    const { snapshotHash } = await import('../study/snapshot-hash.ts');
    const snapshot = await readStudyFolder(folder, { language });
    const findings = [...studyFindings(snapshot), ...identifierFindings(snapshot)];
    const counts = {
      participants: snapshot.participants.length,
      answers: snapshot.answers.length,
      codes: snapshot.codebook.codes.length,
      codings: snapshot.codings.length,
      themes: snapshot.themes.length,
      priorities: snapshot.priorities.length,
    };
    if (options.json) {
      const { id } = snapshot.study;
      const result = {
        study: id,
        snapshot: snapshotHash(snapshot),
        counts,
        problems: [],
        total: 0,
        findings,
      };
      out(`${JSON.stringify(result, null, 2)}\n`);
      return 0;
    }
    out(`${summary[language](counts)}\n`);
    for (const { about, message } of findings) out(`- ${message[language]}${listed(about)}\n`);
    return 0;
  },
};

type Counts = Record<'participants' | 'answers' | 'codes' | 'codings' | 'themes' | 'priorities', number>;

const summary = {
  ko: (counts: Counts) =>
    `잘못된 곳이 없습니다. 참여자 ${counts.participants}명, 응답 ${counts.answers}개, 코드 ${counts.codes}개, 코딩 ${counts.codings}개, 주제 ${counts.themes}개, 우선순위 ${counts.priorities}개.`,
  en: (counts: Counts) =>
    `Nothing is wrong. ${counts.participants} participants, ${counts.answers} answers, ${counts.codes} codes, ${counts.codings} codings, ${counts.themes} themes, ${counts.priorities} priorities.`,
};

const MOST_LISTED = 12;

function listed(about: readonly string[]): string {
  if (about.length === 0) return '';
  const rest = about.length - MOST_LISTED;
  return `: ${about.slice(0, MOST_LISTED).join(', ')}${rest > 0 ? ` … +${rest}` : ''}`;
}
