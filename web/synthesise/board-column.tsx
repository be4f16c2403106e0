/** The codes of one column, to be dragged to another. */
import { useMemo } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { z } from 'zod';
import { CodeId, ThemeId } from '../../src/study/ids.ts';
import { codeColours } from '../kit/code-colour.ts';
import { useNames, useStudy } from '../kit/study.ts';
import type { CodeMove, Column } from './board-moves.ts';
import { CodeUse } from './code-use.tsx';

const DRAGGED = 'application/x-firsthand-code';
const Dragged = z.object({ code: CodeId, from: ThemeId.nullable() });

interface BoardColumnProps {
  column: Column;
  name: string;
  codes: readonly CodeId[];
  /** Said where the column has no code. */
  empty: string;
  onMove: (move: CodeMove) => void;
}

export function BoardColumn({ column, name, codes, empty, onMove }: BoardColumnProps) {
  const names = useNames();
  const outline = useStudy();
  const colourOf = useMemo(() => codeColours(outline), [outline]);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({
        [DRAGGED]: JSON.stringify({ code: key, from: column }),
        'text/plain': names.code(String(key)),
      })),
    acceptedDragTypes: [DRAGGED],
    getDropOperation: () => 'move',
    onRootDrop: async ({ items }) => {
      for (const item of items) {
        if (item.kind !== 'text') continue;
        const { code, from } = Dragged.parse(JSON.parse(await item.getText(DRAGGED)));
        onMove({ code, from, to: column });
      }
    },
  });
  return (
    <ListBox
      className="board-codes"
      aria-label={name}
      items={codes.map((id) => ({ id }))}
      dependencies={[names, colourOf]}
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() => <p className="quiet">{empty}</p>}
    >
      {({ id }) => (
        <ListBoxItem id={id} textValue={names.code(id)} className="board-code">
          <span className="code-label" data-colour={colourOf(id)}>
            {names.code(id)}
          </span>
          <CodeUse code={id} theme={column} />
        </ListBoxItem>
      )}
    </ListBox>
  );
}
