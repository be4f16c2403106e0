/** One participant in the grid: who, then the answer to each question with its codes. */
import { useMemo } from 'react';
import type { GridCell, GridRow as Row } from '../../src/code/answers-model.ts';
import type { QuestionId } from '../../src/study/ids.ts';
import { codeColours } from '../kit/code-colour.ts';
import { CodeLabel } from '../kit/code-label.tsx';
import { useLanguage } from '../kit/language.tsx';
import { useNames, useStudy } from '../kit/study.ts';
import { useAttributesInWords } from './attributes-in-words.ts';
import type { GridFocus } from './use-grid-focus.ts';
import type { GridRows } from './use-grid-rows.ts';
import { collectWords } from './words.ts';

interface GridRowProps {
  index: number;
  rows: GridRows;
  top: number;
  focus: GridFocus;
  measure: (node: HTMLElement | null) => void;
}

export function GridRow({ index, rows, top, focus, measure }: GridRowProps) {
  const { study } = useStudy();
  /** Undefined while it is on its way. */
  const row = rows.rowAt(index);
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
        {row ? <Who row={row} attributes={rows.attributes} /> : '…'}
      </div>
      {study.questions.map(({ id }, at) => (
        <div key={id} className="said" {...cell(at + 1)}>
          {row && <Said row={row} columns={rows.columns} question={id} />}
        </div>
      ))}
    </div>
  );
}

function Who({ row, attributes }: { row: Row; attributes: readonly string[] }) {
  const known = Object.fromEntries(attributes.map((id, at) => [id, row.attributes[at]]));
  return (
    <>
      <strong>{row.participant}</strong>
      <span className="quiet">{useAttributesInWords(known)}</span>
    </>
  );
}

/** One answer for each wave in which there was one. */
function Said({ row, columns, question }: { row: Row; columns: GridRows['columns']; question: QuestionId }) {
  const names = useNames();
  const answers = columns.flatMap((column, at) => {
    const cell = row.cells[at];
    return column.question === question && cell ? [{ wave: column.wave, cell }] : [];
  });
  if (answers.length === 0) return <span className="quiet">–</span>;
  return answers.map(({ wave, cell }) => (
    <div key={wave} className="said-answer" data-standing={cell.standing}>
      <span className="said-question">{names.question(question)}</span>
      <p className="excerpt" lang={row.language}>
        {cell.text}
        {Array.from(cell.text).length < cell.length && '…'}
      </p>
      <Marks cell={cell} />
    </div>
  ));
}

function Marks({ cell }: { cell: GridCell }) {
  const { words, language } = useLanguage();
  const names = useNames();
  const outline = useStudy();
  const colourOf = useMemo(() => codeColours(outline), [outline]);
  return (
    <p className="code-labels">
      {cell.standing !== 'interpretable' && <span className="standing">{words.standing[cell.standing]}</span>}
      {cell.codes.map(({ code, polarity, coders }) => (
        <span key={code}>
          <CodeLabel name={names.code(code)} colour={colourOf(code)} polarity={polarity} />
          {coders > 1 && (
            <span className="coders" title={collectWords[language].coders(coders)}>
              <span aria-hidden="true">×{coders}</span>
              <span className="visually-hidden">, {collectWords[language].coders(coders)}</span>
            </span>
          )}
        </span>
      ))}
    </p>
  );
}
