/** `firsthand analyse`: from a study folder to the report, its tables, figures and numbers. */
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
      for (const { message } of analysis.warnings) err(`- ${message[language] ?? message.en ?? ''}\n`);
      out(`${words.written[language](target)}\n`);
    }
    return 0;
  },
};

const missingOut = {
  ko: '--out: 결과를 쓸 폴더가 필요합니다',
  en: '--out: missing; expected the folder to write',
};

const words = {
  analysing: { ko: '분석 중', en: 'analysing' },
  written: {
    ko: (folder: string) => `${folder}/report.html을 여십시오`,
    en: (folder: string) => `open ${folder}/report.html`,
  },
} as const;
