/** The fields of a code: what it is called, what it means, what belongs to it and what does not. */
import type { Code } from '../../../src/study/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { localised, type Words } from '../../synthesise/theme-draft.ts';
import { TwoLanguages } from '../../synthesise/two-languages.tsx';
import { codebookWords } from './words.ts';

export interface CodeWordsDraft {
  label: Words;
  definition: Words;
  include: Words;
  exclude: Words;
}

const inBoth = (words: { ko?: string | undefined; en?: string | undefined } | undefined): Words => ({
  ko: words?.ko ?? '',
  en: words?.en ?? '',
});

export function wordsOf(code: Code | null): CodeWordsDraft {
  return {
    label: inBoth(code?.label),
    definition: inBoth(code?.definition),
    include: inBoth(code?.include),
    exclude: inBoth(code?.exclude),
  };
}

/** The parts of a code that the words make, or null where its name or definition is missing. */
export function codeParts(
  draft: CodeWordsDraft,
): Pick<Code, 'label' | 'definition' | 'include' | 'exclude'> | null {
  const label = localised(draft.label);
  const definition = localised(draft.definition);
  if (label === undefined || definition === undefined) return null;
  const include = localised(draft.include);
  const exclude = localised(draft.exclude);
  return { label, definition, ...(include ? { include } : {}), ...(exclude ? { exclude } : {}) };
}

interface CodeWordsProps {
  draft: CodeWordsDraft;
  onChange: (draft: CodeWordsDraft) => void;
}

export function CodeWords({ draft, onChange }: CodeWordsProps) {
  const { language } = useLanguage();
  const words = codebookWords[language];
  const fields = [
    ['label', words.name, 1],
    ['definition', words.definition, 2],
    ['include', words.include, 1],
    ['exclude', words.exclude, 1],
  ] as const;
  return fields.map(([field, label, rows]) => (
    <TwoLanguages
      key={field}
      label={label}
      rows={rows}
      words={draft[field]}
      onChange={(changed) => onChange({ ...draft, [field]: changed })}
    />
  ));
}
