/** What the command palette lists, and where each entry leads. */
import { useMemo } from 'react';
import type { AnswerFilter } from '../../../src/code/answers-model.ts';
import type { QuestionId } from '../../../src/study/ids.ts';
import type { Localised } from '../../../src/study/localised.ts';
import type { StudyOutline } from '../api.ts';
import { useLanguage } from '../language.tsx';
import { useStudy } from '../study.ts';
import { stagePaths, stages } from './stages.ts';

export interface Command {
  id: string;
  label: string;
  /** Said after the label in a quieter voice. */
  aside?: string;
  /** What typing is compared with: the name in both languages, and the id. */
  find: string;
  to: (typeof stagePaths)[keyof typeof stagePaths];
  search?: { filter?: AnswerFilter[] };
  hash?: string;
}

export interface CommandGroup {
  id: string;
  label: string;
  commands: Command[];
}

export function useCommands(): CommandGroup[] {
  const { words, of } = useLanguage();
  const outline = useStudy();
  return useMemo(() => {
    const pages = stages.map(
      (stage): Command => ({
        id: `page-${stage}`,
        label: words.stages[stage],
        aside: words.questions[stage],
        find: `${words.stages[stage]} ${words.questions[stage]} ${stage}`,
        to: stagePaths[stage],
      }),
    );
    return [
      { id: 'pages', label: words.frame.pages, commands: pages },
      ...namedThings(outline, of, words.frame.things),
    ].filter(({ commands }) => commands.length > 0);
  }, [outline, of, words]);
}

function namedThings(
  { study, themes, priorities, codebook }: StudyOutline,
  of: (words: Localised) => string,
  groups: { questions: string; themes: string; priorities: string; codes: string },
): CommandGroup[] {
  const named = (kind: string, { id, label }: { id: string; label: Localised }) => ({
    id: `${kind}-${id}`,
    label: of(label),
    find: [id, label.ko, label.en].join(' '),
  });
  const answersTo = (question: QuestionId) => ({
    to: stagePaths.collect,
    search: { filter: [{ field: 'answered' as const, question }] },
  });
  return [
    {
      id: 'questions',
      label: groups.questions,
      commands: study.questions.map((question) => ({
        ...named('question', question),
        ...answersTo(question.id),
      })),
    },
    {
      id: 'themes',
      label: groups.themes,
      commands: themes.map((theme) => ({
        ...named('theme', theme),
        to: stagePaths.synthesise,
        hash: `theme-${theme.id}`,
      })),
    },
    {
      id: 'priorities',
      label: groups.priorities,
      commands: priorities.map((priority) => ({
        ...named('priority', priority),
        to: stagePaths.prioritise,
        hash: `priority-${priority.id}`,
      })),
    },
    {
      id: 'codes',
      label: groups.codes,
      commands: codebook.codes.map((code) => ({
        ...named('code', code),
        aside: code.id,
        to: stagePaths.code,
        hash: `code-${code.id}`,
      })),
    },
  ];
}
