/** A code is split: the codes that take its place, each with a name and a definition. */
import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { CodeId } from '../../../src/study/ids.ts';
import type { Code } from '../../../src/study/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { TwoLanguages } from '../../synthesise/two-languages.tsx';
import { codeParts, wordsOf } from './code-words.tsx';
import { type CodebookDraft, split, suggestedId, withCode } from './draft.ts';
import { codebookWords } from './words.ts';

interface SplitCodeProps {
  code: Code;
  onSplit: (change: (draft: CodebookDraft) => CodebookDraft) => void;
  cancel: () => void;
}

export function SplitCode({ code, onSplit, cancel }: SplitCodeProps) {
  const { language } = useLanguage();
  const words = codebookWords[language];
  const [parts, setParts] = useState(() => [wordsOf(null), wordsOf(null)]);
  const [isNameMissing, setNameMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const made = parts.map(codeParts);
    const complete = made.filter((part) => part !== null);
    setNameMissing(complete.length < made.length);
    if (complete.length < made.length) return;
    onSplit((draft) => {
      const into: Code[] = [];
      let taken = draft;
      for (const part of complete) {
        const { include: _, exclude: __, retired: ___, examples: ____, ...like } = code;
        const next = { ...like, ...part, id: CodeId.parse(suggestedId(taken.codes, code.domain)) };
        into.push(next);
        taken = withCode(taken, next);
      }
      return split(draft, code.id, into);
    });
  };
  return (
    <form className="theme-form" onSubmit={submit}>
      <p className="quiet">{words.splitHint}</p>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts are added at the end and keep their order
        <fieldset key={at} className="code-part">
          <legend>{words.part(at + 1)}</legend>
          <TwoLanguages
            label={words.name}
            words={part.label}
            onChange={(label) => setParts(parts.with(at, { ...part, label }))}
          />
          <TwoLanguages
            label={words.definition}
            words={part.definition}
            rows={2}
            onChange={(definition) => setParts(parts.with(at, { ...part, definition }))}
          />
        </fieldset>
      ))}
      {isNameMissing && (
        <p className="refusal" role="alert">
          {words.nameNeeded}
        </p>
      )}
      <p className="sheet-actions">
        <Button className="button" onPress={() => setParts([...parts, wordsOf(null)])}>
          {words.addPart}
        </Button>
        <Button className="button" onPress={cancel}>
          {words.cancel}
        </Button>
        <button type="submit" className="button main">
          {words.end.split}
        </button>
      </p>
    </form>
  );
}
