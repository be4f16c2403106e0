/** A code that the codebook does not have yet, from theory or from the answers. */
import { type FormEvent, useId, useState } from 'react';
import { CodeId } from '../../../src/study/ids.ts';
import type { Code } from '../../../src/study/model.ts';
import { Field } from '../../kit/field.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { useStudy } from '../../kit/study.ts';
import { CodeWords, codeParts, wordsOf } from './code-words.tsx';
import { suggestedId } from './draft.ts';
import { codebookWords } from './words.ts';

interface NewCodeProps {
  codes: readonly Code[];
  onAdd: (code: Code) => void;
  close: () => void;
}

export function NewCode({ codes, onAdd, close }: NewCodeProps) {
  const { language, of } = useLanguage();
  const { study } = useStudy();
  const words = codebookWords[language];
  const [draft, setDraft] = useState(() => wordsOf(null));
  const [domain, setDomain] = useState<string | undefined>(study.frame.domains[0]?.id);
  const [origin, setOrigin] = useState<Code['origin']>('emergent');
  const [source, setSource] = useState('');
  const [typedId, setTypedId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const domainField = useId();
  const originField = useId();
  const id = typedId ?? suggestedId(codes, domain);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parts = codeParts(draft);
    const parsed = CodeId.safeParse(id);
    if (!parsed.success) return setProblem(words.idWrong);
    if (codes.some((code) => code.id === id)) return setProblem(words.idTaken);
    if (parts === null) return setProblem(words.nameNeeded);
    onAdd({
      id: parsed.data,
      ...parts,
      origin,
      ...(domain === undefined ? {} : { domain }),
      ...(source.trim() === '' ? {} : { source: source.trim() }),
    });
    close();
  };
  return (
    <Sheet title={words.newCode} close={close}>
      <form className="theme-form" onSubmit={submit}>
        <CodeWords draft={draft} onChange={setDraft} />
        <p className="labelled-choice">
          <label htmlFor={originField}>{words.origin}</label>
          <select
            id={originField}
            className="choice"
            value={origin}
            onChange={({ target }) => setOrigin(target.value === 'prior' ? 'prior' : 'emergent')}
          >
            <option value="emergent">{words.emergent}</option>
            <option value="prior">{words.prior}</option>
          </select>
          <label htmlFor={domainField}>{words.domain}</label>
          <select
            id={domainField}
            className="choice"
            value={domain ?? ''}
            onChange={({ target }) => setDomain(target.value === '' ? undefined : target.value)}
          >
            <option value="">{words.noDomain}</option>
            {study.frame.domains.map((one) => (
              <option key={one.id} value={one.id}>
                {of(one.label)}
              </option>
            ))}
          </select>
        </p>
        <Field label={words.source} value={source} onChange={({ target }) => setSource(target.value)} />
        <Field label={words.id} value={id} onChange={({ target }) => setTypedId(target.value)} />
        {problem !== null && (
          <p className="refusal" role="alert">
            {problem}
          </p>
        )}
        <button type="submit" className="button main">
          {words.keep}
        </button>
      </form>
    </Sheet>
  );
}
