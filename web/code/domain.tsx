/** The codes of one domain with what each means and how often it was used. */
import { Link, useLocation } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import type { WorkingCodebook } from '../../src/code/model.ts';
import type { Code } from '../../src/study/model.ts';
import { stagePaths } from '../kit/frame/stages.ts';
import { useLanguage } from '../kit/language.tsx';
import { useReportWords } from '../kit/markup.tsx';
import { useAnalysis, useNames, useStudy, useStudySlug } from '../kit/study.ts';
import { CodeExamples } from './codebook/code-examples.tsx';
import { codebookWords } from './codebook/words.ts';
import { UseOfCode } from './use-of-code.tsx';

declare module 'react' {
  interface CSSProperties {
    /** How many columns of counts the stylesheet lays out. */
    '--questions'?: number;
  }
}

interface DomainProps {
  id: string | undefined;
  label: string;
  colour: number;
  codes: readonly Code[];
  examples: WorkingCodebook['examples'];
  /** Whether the code differs from what is published. */
  isEdited: (code: Code) => boolean;
  /** Null where the reader may not edit. */
  onEdit: ((code: Code) => void) | null;
}

export function Domain({ id, label, colour, codes, examples, isEdited, onEdit }: DomainProps) {
  const names = useNames();
  const { study } = useStudy();
  const { flow } = useAnalysis();
  const { hash } = useLocation();
  return (
    <section className="domain" id={`domain-${id}`} style={{ '--questions': study.questions.length }}>
      <header className="domain-head">
        <h2 className="code-label" data-colour={colour}>
          {label}
        </h2>
        {study.questions.map((question) => {
          const among = flow.questions.find((one) => one.question === question.id)?.interpretable;
          return (
            <p key={question.id} className="column-head" aria-hidden="true">
              {names.question(question.id)}
              {among?.state === 'shown' && <span className="quiet"> n = {among.value}</span>}
            </p>
          );
        })}
      </header>
      <ul>
        {codes.map((code) => (
          <li
            key={code.id}
            className="code"
            id={`code-${code.id}`}
            data-sought={hash === `code-${code.id}` || undefined}
          >
            <CodeEntry code={code} examples={examples} isEdited={isEdited(code)} onEdit={onEdit} />
            {study.questions.map((question) => (
              <UseOfCode key={question.id} code={code.id} question={question.id} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CodeEntryProps extends Pick<DomainProps, 'examples' | 'onEdit'> {
  code: Code;
  isEdited: boolean;
}

function CodeEntry({ code, examples, isEdited, onEdit }: CodeEntryProps) {
  const { words, of, language } = useLanguage();
  const report = useReportWords();
  const said = codebookWords[language];
  const study = useStudySlug();
  const other = language === 'ko' ? code.label.en : code.label.ko;
  return (
    <div className="code-entry">
      <h3>
        <Link
          to={stagePaths.collect}
          params={{ study }}
          search={{ filter: [{ field: 'code', code: code.id }] }}
          className="code-name"
        >
          {of(code.label)}
        </Link>{' '}
        {other !== undefined && other !== of(code.label) && (
          <span className="other-language" lang={language === 'ko' ? 'en' : 'ko'}>
            {other}
          </span>
        )}
      </h3>
      <p lang={code.definition[language] === undefined ? (language === 'ko' ? 'en' : 'ko') : undefined}>
        {of(code.definition)}
      </p>
      {code.include && (
        <p>
          <span className="quiet">{report.codebook.include}</span> {of(code.include)}
        </p>
      )}
      {code.exclude && (
        <p>
          <span className="quiet">{report.codebook.exclude}</span> {of(code.exclude)}
        </p>
      )}
      <p className="code-origin">
        {code.id} · {code.origin === 'prior' ? words.code.prior : words.code.emergent}
        {code.retired && ` · ${report.codebook.retired}`}
        {isEdited && <span className="code-edited"> · {said.changed}</span>}
      </p>
      <div className="code-actions">
        {onEdit && (
          <Button
            className="quiet-button"
            aria-label={said.edit(of(code.label))}
            onPress={() => onEdit(code)}
          >
            {said.editBrief}
          </Button>
        )}
        <CodeExamples code={code.id} examples={examples} />
      </div>
    </div>
  );
}
