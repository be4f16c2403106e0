/** What the command palette lists, and where each entry leads. */
import { useMemo } from 'react';
import type { AnswerFilter } from '../../../src/code/answers-model.ts';
import type { QuestionId } from '../../../src/study/ids.ts';
import type { Localised } from '../../../src/study/localised.ts';
import { peopleWords } from '../../people/words.ts';
import { searchWords } from '../../search/words.ts';
import type { StudyOutline } from '../api.ts';
import { useLanguage } from '../language.tsx';
import { useMeInStudy } from '../me.ts';
import { useStudy } from '../study.ts';
import { stagePaths, stages } from './stages.ts';

export interface Command {
  id: string;
  label: string;
  /** Said after the label in a quieter voice. */
  aside?: string;
  /** What typing is compared with: the name in both languages, and the id. */
  find: string;
  to: (typeof stagePaths)[keyof typeof stagePaths] | '/studies/$study/people' | '/studies/$study/search';
  search?: { filter?: AnswerFilter[]; q?: string };
  hash?: string;
}

export interface CommandGroup {
  id: string;
  label: string;
  commands: Command[];
}

export function useCommands(): CommandGroup[] {
  const { words, of, language } = useLanguage();
  const outline = useStudy();
  const { role } = useMeInStudy();
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
    const people = peopleWords[language];
    const forLeads: Command = {
      id: 'page-people',
      label: people.title,
      aside: people.question,
      find: `${people.title} ${people.question} people`,
      to: '/studies/$study/people',
    };
    return [
      {
        id: 'pages',
        label: words.frame.pages,
        commands: role === 'lead' ? [...pages, forLeads] : pages,
      },
      ...namedThings(outline, of, words.frame.things),
    ].filter(({ commands }) => commands.length > 0);
  }, [outline, of, words, language, role]);
}

/** What is typed can be looked for in the answers themselves, by those who read them. */
export function useSearchCommand(typed: string): CommandGroup[] {
  const { language } = useLanguage();
  const { role } = useMeInStudy();
  const q = typed.trim().slice(0, 200);
  if (q === '' || role === 'reader') return [];
  const { title, searchFor } = searchWords[language];
  const to = '/studies/$study/search' as const;
  return [
    {
      id: 'search',
      label: title,
      // Whatever is typed leads there.
      commands: [{ id: 'search-answers', label: searchFor(q), find: typed, to, search: { q } }],
    },
  ];
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
