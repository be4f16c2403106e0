/** Which part of a long list is shown, and the ways to the parts before and after it; nothing where there is one part. */
import { grouped } from '../../src/report/format.ts';
import { useLanguage } from '../kit/language.tsx';

const words = {
  ko: { before: '앞부분', after: '뒷부분' },
  en: { before: 'Earlier part', after: 'Later part' },
};

export function ListParts({
  from,
  part,
  total,
  setFrom,
}: {
  from: number;
  part: number;
  total: number;
  setFrom: (from: number) => void;
}) {
  const { before, after } = words[useLanguage().language];
  if (total <= part && from === 0) return null;
  return (
    <p className="verdict">
      <button
        type="button"
        className="button"
        aria-label={before}
        disabled={from === 0}
        onClick={() => setFrom(Math.max(0, from - part))}
      >
        ←
      </button>
      <span className="quiet">
        {grouped(from + 1)}–{grouped(Math.min(total, from + part))} / {grouped(total)}
      </span>
      <button
        type="button"
        className="button"
        aria-label={after}
        disabled={from + part >= total}
        onClick={() => setFrom(from + part)}
      >
        →
      </button>
    </p>
  );
}
