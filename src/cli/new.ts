/** `firsthand new`: a study folder, empty or from a survey tool's export. */
import { basename, resolve } from 'node:path';
import { type Command, oneOf, type Terminal, WrongCall } from './command.ts';

const FRAMES = ['genai-psychiatry', 'none'] as const;

export const newCommand: Command = {
  name: 'new',
  arguments: [{ name: '<folder>', words: { ko: '만들 폴더', en: 'the folder to make' } }],
  words: {
    ko: '새 연구 폴더를 만듭니다: 설문 도구에서 내보낸 파일로부터, 또는 빈 틀로',
    en: "make a study folder, from a survey tool's export or empty with explanations",
  },
  options: [
    {
      flags: '--from <file>',
      words: { ko: '내보낸 설문 파일 (CSV, TSV, XLSX)', en: 'the export (CSV, TSV, XLSX)' },
    },
    {
      flags: '--questions <columns>',
      words: {
        ko: '열린 질문의 열: 이름, 글자, 번호를 쉼표로 (없으면 짐작)',
        en: 'columns with answers in free text: names, letters or numbers with commas (else guessed)',
      },
    },
    {
      flags: '--id <column>',
      words: {
        ko: '참여자 식별자의 열 (없으면 번호를 매김)',
        en: "the column of participants' ids (else numbered)",
      },
    },
    {
      flags: '--frame <name>',
      words: { ko: `시작 코드북: ${FRAMES.join(', ')}`, en: `the starting codebook: ${FRAMES.join(', ')}` },
    },
  ],
  async run([folder = ''], options, terminal) {
    const { language, out } = terminal;
    const frame = oneOf(options.frame, '--frame', FRAMES, language) ?? 'genai-psychiatry';
    const asked = oneOf(options.language, '--language', ['ko', 'en'], language);
    const id = studyId(folder);
    const { newEmptyStudy, newStudyFromExport } = await import('../collect/index.ts');
    const { loadFrame } = await import('../study/frames/load-frame.ts');
    const { studyFindings } = await import('../study/findings.ts');
    const today = new Date().toISOString().slice(0, 10);
    const study = { folder, id, start: await loadFrame(frame), today };
    if (options.from === undefined) {
      if (options.questions !== undefined || options.id !== undefined)
        throw new WrongCall(needsExport, language);
      await newEmptyStudy(study, language);
      out(`${words.empty[language](folder)}\n`);
      return 0;
    }
    const questions = options.questions === undefined ? undefined : columnsNamed(String(options.questions));
    const idColumn = options.id === undefined ? undefined : String(options.id);
    const path = String(options.from);
    const made = await newStudyFromExport(study, { path, questions, idColumn, language: asked }, language);
    tellWhatWasMade(made, folder, terminal);
    for (const { message } of studyFindings(made.snapshot)) out(`- ${message[language]}\n`);
    return 0;
  },
};

function tellWhatWasMade(
  made: Awaited<ReturnType<typeof import('../collect/index.ts')['newStudyFromExport']>>,
  folder: string,
  { language, out }: Terminal,
): void {
  const { participants, answers } = made.snapshot;
  out(`${words.made[language](folder, made.tool, participants.length, answers.length)}\n`);
  const list = (title: string, lines: readonly string[]) => {
    if (lines.length > 0) out(`${title}\n${lines.map((line) => `  ${line}\n`).join('')}`);
  };
  const named = ({ id, column }: { id: string; column: string }) => (id === column ? id : `${id}: ${column}`);
  list(words.questions[language], made.questions.map(named));
  list(words.attributes[language], made.attributes.map(named));
  list(words.leftOut[language], made.leftOut.length === 0 ? [] : [made.leftOut.join(', ')]);
  out(`${words.next[language]}\n`);
}

/** Column names may hold commas themselves: those in quotes are kept whole. */
function columnsNamed(list: string): string[] {
  return [...list.matchAll(/"([^"]+)"|([^,]+)/g)]
    .map(([, quoted, plain = '']) => (quoted ?? plain).trim())
    .filter((name) => name !== '');
}

/** The folder's name as far as it can be an id. */
function studyId(folder: string): string {
  const id = basename(resolve(folder))
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .slice(0, 64);
  return id === '' ? 'study' : id;
}

const needsExport = {
  ko: '--questions와 --id는 --from과 함께 씁니다',
  en: '--questions and --id: expected only together with --from',
};

const words = {
  empty: {
    ko: (folder: string) => `${folder}에 빈 연구를 만들었습니다. 폴더 안의 README.md부터 보십시오.`,
    en: (folder: string) => `made an empty study in ${folder}; begin with its README.md`,
  },
  made: {
    ko: (folder: string, tool: string, people: number, answers: number) =>
      `${folder}에 연구를 만들었습니다(${tool}): 참여자 ${people}명, 응답 ${answers}개.`,
    en: (folder: string, tool: string, people: number, answers: number) =>
      `made a study in ${folder} (${tool}): ${people} participants, ${answers} answers.`,
  },
  questions: { ko: '열린 질문:', en: 'Open questions:' },
  attributes: { ko: '특성:', en: 'Attributes:' },
  leftOut: { ko: '넣지 않은 열:', en: 'Columns left out:' },
  next: {
    ko: 'study.yaml에서 제목, 질문의 concept, 동의 문구, 코더를 확인하십시오. 아직 없거나 정하지 않은 것:',
    en: "Look through study.yaml: title, the questions' concept, the consent text, coders. Still missing or undecided:",
  },
} as const;
