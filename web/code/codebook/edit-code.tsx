/** One code being edited, or ended: split into others, merged into another, retired. */
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Code } from '../../../src/study/model.ts';
import { ChooseCode } from '../../kit/choose-code.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { CodeWords, codeParts, wordsOf } from './code-words.tsx';
import { type CodebookDraft, merge, retire, withCode } from './draft.ts';
import { SplitCode } from './split-code.tsx';
import { codebookWords } from './words.ts';

interface EditCodeProps {
  code: Code;
  codes: readonly Code[];
  isEdited: boolean;
  onEdit: (change: (draft: CodebookDraft) => CodebookDraft) => void;
  onTakeBack: () => void;
  close: () => void;
}

export function EditCode({ code, codes, isEdited, onEdit, onTakeBack, close }: EditCodeProps) {
  const { language, of } = useLanguage();
  const words = codebookWords[language];
  const [draft, setDraft] = useState(() => wordsOf(code));
  const [isNameMissing, setNameMissing] = useState(false);
  const [ending, setEnding] = useState<'split' | 'merge' | null>(null);
  const done = (change: (draft: CodebookDraft) => CodebookDraft) => {
    onEdit(change);
    close();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parts = codeParts(draft);
    setNameMissing(parts === null);
    const { include: _, exclude: __, ...others } = code;
    if (parts !== null) done((now) => withCode(now, { ...others, ...parts }));
  };
  const others = codes.filter(({ id, retired }) => id !== code.id && !retired);
  if (ending === 'merge') {
    return (
      <ChooseCode
        title={words.mergeInto}
        codes={others}
        onChoose={(into) => done((now) => merge(now, code.id, into))}
        close={() => setEnding(null)}
      />
    );
  }
  return (
    <Sheet title={`${of(code.label)} · ${code.id}`} close={close}>
      {ending === 'split' ? (
        <SplitCode code={code} onSplit={done} cancel={() => setEnding(null)} />
      ) : (
        <form className="theme-form" onSubmit={submit}>
          <CodeWords draft={draft} onChange={setDraft} />
          {isNameMissing && (
            <p className="refusal" role="alert">
              {words.nameNeeded}
            </p>
          )}
          <p className="sheet-actions">
            <button type="submit" className="button main">
              {words.keep}
            </button>
            {isEdited && (
              <Button className="button" onPress={onTakeBack}>
                {words.takeBack}
              </Button>
            )}
          </p>
          {!code.retired && (
            <fieldset className="code-endings">
              <legend>{words.end.title}</legend>
              <Button className="button" onPress={() => setEnding('split')}>
                {words.end.split}
              </Button>
              <Button className="button" onPress={() => setEnding('merge')}>
                {words.end.merge}
              </Button>
              <Button className="button" onPress={() => done((now) => retire(now, code.id))}>
                {words.end.retire}
              </Button>
            </fieldset>
          )}
        </form>
      )}
    </Sheet>
  );
}
