/** Hints under the codes, labelled as such and with how far they can be trusted. */
import type { Suggestions } from '../../../src/code/suggestion-model.ts';
import { grouped, percent } from '../../../src/report/format.ts';
import type { CodeId } from '../../../src/study/ids.ts';
import { CodeLabel } from '../../kit/code-label.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { workWords } from './words.ts';

interface HintsProps {
  hints: Suggestions | undefined;
  nameOf: (code: string) => string;
  colourOf: (code: string) => number;
  onTake: (code: CodeId) => void;
}

export function Hints({ hints, nameOf, colourOf, onTake }: HintsProps) {
  const words = workWords[useLanguage().language];
  if (hints === undefined) return null;
  if (hints.state === 'off') return <p className="work-hints quiet">{words.hintsOff[hints.reason]}</p>;
  return (
    <section className="work-hints" aria-label={words.hints}>
      <h2>{words.hints}</h2>
      <ol>
        {hints.codes.map(({ code, confidence }, at) => (
          <li key={code}>
            <button type="button" onClick={() => onTake(code)} data-hint={code}>
              <kbd>⇧{at + 1}</kbd>
              <CodeLabel name={nameOf(code)} colour={colourOf(code)} polarity={null} />
              <span className="quiet">{words.confidence(percent(confidence))}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className="quiet">{words.hintsFrom(grouped(hints.learnedFrom))}</p>
    </section>
  );
}
