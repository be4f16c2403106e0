/** A brief as it reads; each sentence says, on focus or under the pointer, which fields it comes from. */
import './brief.css';
import type { Brief, Origin, Sentence } from '../../../src/scan/briefs/model.ts';
import { partTitles } from '../../../src/scan/briefs/words.ts';
import type { Language } from '../../../src/study/localised.ts';
import { useLanguage } from '../../kit/language.tsx';
import { briefWords } from './words.ts';

export function BriefView({
  brief,
  language,
  point,
}: {
  brief: Pick<Brief, 'parts'>;
  /** Of the brief, which need not be that of the screen. */
  language: Language;
  /** Told which sentence is looked at, so that its place can be shown where it comes from. */
  point?: (from: readonly Origin[]) => void;
}) {
  return (
    <div className="brief" lang={language}>
      {brief.parts.map(({ part, sentences }) => (
        <section key={part} data-part={part}>
          <h4>{partTitles[language][part]}</h4>
          {sentences.map((sentence) => (
            <SentenceWithOrigin key={sentence.text} sentence={sentence} point={point} />
          ))}
        </section>
      ))}
    </div>
  );
}

function SentenceWithOrigin({
  sentence: { text, from },
  point,
}: {
  sentence: Sentence;
  point: ((from: readonly Origin[]) => void) | undefined;
}) {
  const words = briefWords[useLanguage().language];
  const fields = [...new Set(from.map(({ field }) => words.fields[field] ?? field))].join(', ');
  const isVerbatim = from.every(({ start }) => start !== undefined);
  return (
    <button
      type="button"
      className="sentence"
      onFocus={() => point?.(from)}
      onBlur={() => point?.([])}
      onPointerEnter={() => point?.(from)}
      onPointerLeave={() => point?.([])}
    >
      <span dir="auto">{text}</span>
      <span className="origin">{isVerbatim ? words.verbatim(fields) : words.told(fields)}</span>
    </button>
  );
}
