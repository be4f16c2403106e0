/** Which movement of the cursor a key means: as in every editor of the system. */

export interface Move {
  direction: 'left' | 'right' | 'forward' | 'backward';
  to: 'character' | 'word' | 'line' | 'lineboundary' | 'document';
  times: number;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** Lines that a page has; fewer than fit, so that the eye keeps its place. */
const PAGE = 12;

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

export function moveOf({ key, ctrlKey, altKey, metaKey }: Key, mac: boolean): Move | null {
  const byWord = mac ? altKey : ctrlKey || altKey;
  const toEnd = mac ? metaKey : false;
  const one = (direction: Move['direction'], to: Move['to'], times = 1): Move => ({ direction, to, times });
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const direction = key === 'ArrowLeft' ? 'left' : 'right';
      return one(direction, toEnd ? 'lineboundary' : byWord ? 'word' : 'character');
    }
    case 'ArrowUp':
      return one('backward', toEnd ? 'document' : 'line');
    case 'ArrowDown':
      return one('forward', toEnd ? 'document' : 'line');
    case 'Home':
      return one('backward', ctrlKey ? 'document' : 'lineboundary');
    case 'End':
      return one('forward', ctrlKey ? 'document' : 'lineboundary');
    case 'PageUp':
      return one('backward', 'line', PAGE);
    case 'PageDown':
      return one('forward', 'line', PAGE);
    default:
      return null;
  }
}
