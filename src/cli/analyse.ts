/** `firsthand analyse`: from a study folder to the report, its tables, figures and numbers. */
import type { AnalysisWarning } from '../report/model.ts';
import type { Language } from '../study/localised.ts';
import { type Command, jsonOption, oneOf, WrongCall, wholeNumber } from './command.ts';
import { progressBar } from './progress-bar.ts';

const DEFAULT_SEED = 1;

export const analyseCommand: Command = {
  name: 'analyse',
  arguments: [{ name: '<study>', words: { ko: '연구 폴더', en: 'the study folder' } }],
  words: {
    ko: '연구 폴더를 분석하여 보고서, 표, 그림, analysis.json을 만듭니다',
    en: 'analyse a study folder and write the report, tables, figures and analysis.json',
  },
  options: [
    {
      flags: '--out <folder>',
      words: { ko: '결과를 쓸 새 폴더 (필수)', en: 'the folder to write, new or ours (needed)' },
    },
    {
      flags: '--seed <number>',
      words: {
        ko: `무작위 추출의 씨앗 (기본 ${DEFAULT_SEED})`,
        en: `seed of every random draw (default ${DEFAULT_SEED})`,
      },
    },
    jsonOption,
  ],
  async run([folder = ''], options, terminal) {
    const { language, out, err } = terminal;
    const target = typeof options.out === 'string' ? options.out : '';
    if (target === '') throw new WrongCall(missingOut, language);
    const seed = wholeNumber(options.seed, '--seed', 0, language) ?? DEFAULT_SEED;
    const { readStudyFolder } = await import('../collect/index.ts');
    const { problemOf } = await import('../kernel/defects.ts');
    const { refusalToWrite, writeFolder } = await import('../kernel/output-folder.ts');
    const { InputProblems } = await import('../kernel/problems.ts');
    const refusal = await refusalToWrite(target, 'analysis');
    if (refusal !== null) throw new InputProblems([problemOf(refusal, language)]);
    const snapshot = await readStudyFolder(folder, { language });
    const { analyse } = await import('../report/analyse.ts');
    const { analysisJson } = await import('../report/analysis-json.ts');
    const { software } = await import('../report/software.ts');
    const { writeReport } = await import('../report/write-report.ts');
    const { snapshotHash } = await import('../study/snapshot-hash.ts');
    const bar = progressBar(terminal, words.analysing[language]);
    const analysis = analyse(snapshot, {
      seed,
      snapshot: snapshotHash(snapshot),
      onProgress: (done) => bar.show(done),
    });
    bar.clear();
    const reportLanguage =
      oneOf(options.language, '--language', ['ko', 'en'], language) ?? snapshot.study.languages[0];
    const files = writeReport(snapshot, analysis, reportLanguage, software());
    await writeFolder(target, 'analysis', async (add) => {
      await add('analysis.json', analysisJson(analysis));
      for (const [path, content] of files) await add(path, content);
    });
    if (options.json)
      out(
        `${JSON.stringify({ study: analysis.study, out: target, seed, warnings: analysis.warnings }, null, 2)}\n`,
      );
    else {
      for (const line of warningLines(analysis.warnings, language)) err(`- ${line}\n`);
      out(`${words.written[language](target)}\n`);
    }
    return 0;
  },
};

const MOST_OF_A_KIND = 5;

/** All in the report; here a long list of one kind is cut short. */
function warningLines(warnings: readonly AnalysisWarning[], language: Language): string[] {
  const seen = new Map<string, number>();
  const lines: string[] = [];
  for (const { code, message } of warnings) {
    const before = seen.get(code) ?? 0;
    seen.set(code, before + 1);
    if (before < MOST_OF_A_KIND) lines.push(message[language] ?? message.en ?? message.ko ?? '');
  }
  const more = [...seen.values()].reduce((sum, count) => sum + Math.max(0, count - MOST_OF_A_KIND), 0);
  return more === 0 ? lines : [...lines, words.more[language](more)];
}

const missingOut = {
  ko: '--out: 결과를 쓸 폴더가 필요합니다',
  en: '--out: missing; expected the folder to write',
};

const words = {
  analysing: { ko: '분석 중', en: 'analysing' },
  more: {
    ko: (count: number) => `… 같은 종류의 알림 ${count}개는 보고서에 있습니다`,
    en: (count: number) => `… ${count} more of the same kinds are in the report`,
  },
  written: {
    ko: (folder: string) => `${folder}/report.html을 여십시오`,
    en: (folder: string) => `open ${folder}/report.html`,
  },
} as const;
