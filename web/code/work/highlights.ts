/** Drawing through the browser's registry of highlights: ranges have a name, the style sheet gives names a look. */

export const canHighlight = typeof CSS !== 'undefined' && 'highlights' in CSS;

/** Adds the range under the name. @returns takes it away again */
export function highlight(name: string, range: AbstractRange): () => void {
  if (!canHighlight) return () => undefined;
  const group = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, group);
  group.add(range);
  return () => {
    group.delete(range);
  };
}

/** Draws and erases by key, and touches nothing whose key and look stay. */
export interface Drawing {
  show(wanted: ReadonlyMap<string, { name: string; range: () => AbstractRange }>): void;
}

export function startDrawing(): Drawing {
  const drawn = new Map<string, () => void>();
  return {
    show(wanted) {
      for (const [key, erase] of drawn) {
        if (wanted.has(key)) continue;
        erase();
        drawn.delete(key);
      }
      for (const [key, { name, range }] of wanted) {
        if (!drawn.has(key)) drawn.set(key, highlight(name, range()));
      }
    },
  };
}
