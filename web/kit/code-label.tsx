/** A code as a small label: its name, its domain's colour, and its polarity as a sign with a hue. */
import type { Polarity } from '../../src/study/model.ts';
import { useLanguage } from './language.tsx';

const signs: Record<Polarity, string> = { positive: '+', negative: '−', mixed: '±', neutral: '·' };

export function CodeLabel({
  name,
  colour,
  polarity,
}: {
  name: string;
  colour: number;
  polarity: Polarity | null;
}) {
  return (
    <span className="code-label" data-colour={colour}>
      {name}
      {polarity && <PolaritySign polarity={polarity} />}
    </span>
  );
}

function PolaritySign({ polarity }: { polarity: Polarity }) {
  const { words } = useLanguage();
  return (
    <span className="polarity" data-polarity={polarity}>
      <span aria-hidden="true">{signs[polarity]}</span>
      <span className="visually-hidden">, {words.polarity[polarity]}</span>
    </span>
  );
}
