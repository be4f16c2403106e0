/** For the pointer and the thumb: what the keys do with the coding that has the focus. Always there, so that nothing moves. */
import type { Polarity } from '../../../src/study/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import type { Desk } from '../sync/use-desk.ts';
import type { CodingActs } from './use-coding.ts';
import { workWords } from './words.ts';

const signs: Array<[Polarity, string]> = [
  ['positive', '+'],
  ['negative', '−'],
  ['mixed', '±'],
  ['neutral', '·'],
];

interface CodingToolsProps {
  acts: CodingActs;
  desk: Desk;
  nameOf: (code: string) => string;
  onMemo: () => void;
  onKeys: () => void;
}

export function CodingTools({ acts, desk, nameOf, onMemo, onKeys }: CodingToolsProps) {
  const words = workWords[useLanguage().language];
  const { current } = acts;
  return (
    <div className="coding-tools" role="toolbar" aria-label={words.title}>
      <p className="coding-tools-name">
        {current ? nameOf(current.code) : <span className="quiet">{words.noFocus}</span>}
      </p>
      <span className="switch">
        {signs.map(([polarity, sign]) => (
          <button
            key={polarity}
            type="button"
            aria-label={words.polarities[polarity]}
            aria-pressed={current?.polarity === polarity}
            data-selected={current?.polarity === polarity || undefined}
            disabled={current === undefined}
            onClick={() => acts.value(polarity)}
          >
            {sign}
          </button>
        ))}
      </span>
      <button
        type="button"
        className="quiet-button"
        onClick={() => acts.takeBack()}
        disabled={current === undefined}
      >
        {words.takeBack}
      </button>
      <button type="button" className="quiet-button" onClick={onMemo}>
        {words.memo} <kbd>M</kbd>
      </button>
      <button type="button" className="quiet-button" onClick={acts.undo} disabled={!desk.canUndo}>
        {words.undo}
      </button>
      <button type="button" className="quiet-button" onClick={acts.redo} disabled={!desk.canRedo}>
        {words.redo}
      </button>
      <button type="button" className="quiet-button" onClick={onKeys}>
        {words.keys} <kbd>?</kbd>
      </button>
    </div>
  );
}
