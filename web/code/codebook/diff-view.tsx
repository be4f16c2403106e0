/** What differs between two versions of the codebook, field by field. */
import type { CodebookDiff } from '../../../src/code/codebook-diff.ts';
import type { Localised } from '../../../src/study/localised.ts';
import type { Code } from '../../../src/study/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { useNames } from '../../kit/study.ts';
import { codebookWords } from './words.ts';

type Field = CodebookDiff['changed'][number]['fields'][number];

export function DiffView({ diff }: { diff: CodebookDiff }) {
  const { language, of } = useLanguage();
  const names = useNames();
  const words = codebookWords[language];
  const lists = (['retired', 'restored'] as const).filter((kind) => diff[kind].length > 0);
  if (diff.added.length + diff.changed.length + diff.removed.length === 0 && lists.length === 0) {
    return <p className="quiet">{words.nothingChanged}</p>;
  }
  return (
    <div className="codebook-diff">
      {diff.added.map((code) => (
        <section key={code.id}>
          <h3>
            <ins>{words.added}</ins> {of(code.label)} <span className="quiet">{code.id}</span>
          </h3>
          <p>{of(code.definition)}</p>
        </section>
      ))}
      {lists.map((kind) => (
        <p key={kind}>
          <strong>{words[kind]}</strong> {diff[kind].map((id) => `${names.code(id)} (${id})`).join(', ')}
        </p>
      ))}
      {diff.changed.map(({ code, fields, before, after }) => (
        <section key={code}>
          <h3>
            {words.changed} {of(after.label)} <span className="quiet">{code}</span>
          </h3>
          <dl>
            {fields.map((field) => (
              <div key={field}>
                <dt>{words.fields[field]}</dt>
                <dd>
                  <span className="visually-hidden">{words.before}: </span>
                  <del>{fieldInWords(before, field)}</del>
                </dd>
                <dd>
                  <span className="visually-hidden">{words.after}: </span>
                  <ins>{fieldInWords(after, field)}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {diff.removed.map((code) => (
        <p key={code.id}>
          <strong>{words.removed}</strong> {of(code.label)} ({code.id})
        </p>
      ))}
    </div>
  );
}

function fieldInWords(code: Code, field: Field): string {
  const value = code[field];
  if (value === undefined) return '–';
  if (Array.isArray(value)) return value.join(' · ');
  return typeof value === 'object' ? inBoth(value) : String(value);
}

const inBoth = ({ ko, en }: Localised): string => [ko, en].filter((words) => words !== undefined).join(' / ');
