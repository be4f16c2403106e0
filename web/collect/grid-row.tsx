/** One participant in the grid: who, then the answer to each question with its codes. */
import { useMemo } from 'react';
import type { QuestionId } from '../../src/study/ids.ts';
import type { Answer, Coding, Participant } from '../../src/study/model.ts';
import type { AnswersRow } from '../../src/synthesise/answers-page.ts';
import { codeColours } from '../kit/code-colour.ts';
import { CodeLabel } from '../kit/code-label.tsx';
import { useLanguage } from '../kit/language.tsx';
import { useNames, useStudy } from '../kit/study.ts';
import { useAttributesInWords } from './attributes-in-words.ts';
import type { GridFocus } from './use-grid-focus.ts';

interface GridRowProps {
  index: number;
  /** Undefined while it is on its way. */
  row: AnswersRow | undefined;
  top: number;
  focus: GridFocus;
  measure: (node: HTMLElement | null) => void;
}

export function GridRow({ index, row, top, focus, measure }: GridRowProps) {
  const { study } = useStudy();
  const cell = (column: number) => {
    const isActive = focus.active.row === index && focus.active.column === column;
    return {
      role: 'gridcell',
      'aria-colindex': column + 1,
      tabIndex: isActive ? 0 : -1,
      ref: isActive ? focus.attend({ row: index, column }) : undefined,
      onFocus: () => focus.setActive({ row: index, column }),
    } as const;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: cells take the focus
    <div
      ref={measure}
      role="row"
      className="grid-row"
      aria-rowindex={index + 2}
      data-index={index}
      data-row={index}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div className="who" {...cell(0)}>
        {row ? <Who participant={row.participant} /> : '…'}
      </div>
      {study.questions.map(({ id }, at) => (
        <div key={id} className="said" {...cell(at + 1)}>
          {row && <Said row={row} question={id} />}
        </div>
      ))}
    </div>
  );
}

function Who({ participant }: { participant: Participant }) {
  return (
    <>
      <strong>{participant.id}</strong>
      <span className="quiet">{useAttributesInWords(participant)}</span>
    </>
  );
}

function Said({ row, question }: { row: AnswersRow; question: QuestionId }) {
  const names = useNames();
  const answers = row.answers.filter((answer) => answer.question === question);
  if (answers.length === 0) return <span className="quiet">–</span>;
  return answers.map((answer) => (
    <div key={answer.wave} className="said-answer" data-standing={answer.standing}>
      <span className="said-question">{names.question(question)}</span>
      <p className="excerpt" lang={row.participant.language}>
        {answer.text}
      </p>
      <Marks answer={answer} codings={row.codings} />
    </div>
  ));
}

function Marks({ answer, codings }: { answer: Answer; codings: readonly Coding[] }) {
  const { words } = useLanguage();
  const names = useNames();
  const outline = useStudy();
  const colourOf = useMemo(() => codeColours(outline), [outline]);
  const here = codings.filter(({ question, wave }) => question === answer.question && wave === answer.wave);
  return (
    <p className="code-labels">
      {answer.standing !== 'interpretable' && (
        <span className="standing">{words.standing[answer.standing]}</span>
      )}
      {here.map(({ id, code, polarity }) => (
        <CodeLabel key={id} name={names.code(code)} colour={colourOf(code)} polarity={polarity} />
      ))}
    </p>
  );
}
