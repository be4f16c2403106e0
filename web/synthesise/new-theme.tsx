/** A theme begins with a name and the questions in which it is counted. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { type CodeId, type QuestionId, ThemeId } from '../../src/study/ids.ts';
import type { Localised } from '../../src/study/localised.ts';
import { useLanguage } from '../kit/language.tsx';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { Sheet } from '../kit/sheet.tsx';
import { boardWords } from './board-words.ts';
import { QuestionChoice } from './question-choice.tsx';
import { localised } from './theme-draft.ts';
import { TwoLanguages } from './two-languages.tsx';
import type { ThemeActions } from './use-themes.ts';

interface NewThemeProps extends Pick<ThemeActions, 'save'> {
  codes: readonly CodeId[];
  position: number;
  close: () => void;
  onMade: (theme: string) => void;
}

export function NewTheme({ codes, position, save, close, onMade }: NewThemeProps) {
  const { language } = useLanguage();
  const words = boardWords[language];
  const [name, setName] = useState({ ko: '', en: '' });
  const [questions, setQuestions] = useState<QuestionId[]>([]);
  const [isNameMissing, setNameMissing] = useState(false);
  const id = useRef(ThemeId.parse(newId()));
  const make = useMutation({
    mutationFn: (label: Localised) =>
      save(
        { id: id.current, label, questions, codes: [...codes], narrative: [], negativeCases: [] },
        { expected: 0, position },
      ),
    onSuccess: () => {
      close();
      onMade(id.current);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const label = localised(name);
    setNameMissing(label === undefined);
    if (label !== undefined) make.mutate(label);
  };
  return (
    <Sheet title={words.newTheme} close={close}>
      <form className="theme-form" onSubmit={submit}>
        <TwoLanguages label={words.name} words={name} onChange={setName} />
        <QuestionChoice chosen={questions} onChange={setQuestions} />
        {isNameMissing && (
          <p className="refusal" role="alert">
            {words.problems['no name']}
          </p>
        )}
        <RefusalNote error={make.error} />
        <button type="submit" className="button main" disabled={make.isPending}>
          {words.create}
        </button>
      </form>
    </Sheet>
  );
}
