/** A record as one reads it, with the words that weigh most marked where they stand. */
import { addressOf, type Document } from '../../../src/scan/documents/model.ts';
import type { NextRecord } from '../../../src/scan/screening/model.ts';
import { toUtf16 } from '../../../src/text/code-points.ts';
import { useLanguage } from '../../kit/language.tsx';
import { sourcesOf } from '../documents/fields.ts';
import { JoinedFrom } from '../documents/joined-from.tsx';
import { screenWords } from './words.ts';

type Why = NextRecord['why'];

/** Words that are told beneath the record; the others are marked in the text alone. */
const MOST_WORDS = 8;
const MOST_AUTHORS = 3;

export function RecordText({
  document,
  why,
  drawn,
  changed,
}: {
  document: Document;
  why: Why;
  /** Null where the record was not drawn for the reader. */
  drawn: NextRecord['drawn'] | null;
  /** After the document was taken apart or put together again. */
  changed?: () => void;
}) {
  const words = screenWords[useLanguage().language];
  const { title, abstract, language } = document;
  const address = addressOf(document);
  return (
    <>
      <h2 lang={language ?? undefined} dir="auto">
        {title === null ? words.noTitle : <Marked text={title} field="title" why={why} />}
      </h2>
      <p className="record-about">
        <span>{aboutOf(document, words.file)}</span>
        {address !== null && (
          <a href={address} target="_blank" rel="noreferrer">
            {words.open} {drawn !== null && <kbd>O</kbd>}
          </a>
        )}
        <JoinedFrom document={document} hasKey={drawn !== null} changed={changed} />
      </p>
      <p className="abstract" lang={language ?? undefined} dir="auto">
        {abstract === null ? (
          <span className="quiet">{words.noAbstract}</span>
        ) : (
          <Marked text={abstract} field="abstract" why={why} />
        )}
      </p>
      {drawn !== null && (
        <p className="why">
          <span className="quiet">{words.drawn[drawn]}</span>
          {why.length > 0 && (
            <>
              <span className="quiet"> · {words.why}: </span>
              {why.slice(0, MOST_WORDS).map(({ word, weight }) => (
                <span key={word} className="why-word" data-for={weight > 0 || undefined}>
                  {weight > 0 ? '+' : '−'} {word}
                  <span className="visually-hidden">
                    , {weight > 0 ? words.speaksFor : words.speaksAgainst}
                  </span>
                </span>
              ))}
            </>
          )}
        </p>
      )}
    </>
  );
}

function aboutOf({ authors, year, journal, type, sources }: Document, file: string): string {
  const [people, others] = [authors.slice(0, MOST_AUTHORS), authors.length - MOST_AUTHORS];
  return [
    others > 0 ? `${people.join('; ')} +${others}` : people.join('; '),
    year === null ? '' : String(year),
    journal ?? '',
    type ?? '',
    sourcesOf({ sources }, file).join(', '),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Stretches of the text, marked or not; where two words overlap the first one found holds. */
function Marked({ text, field, why }: { text: string; field: 'title' | 'abstract'; why: Why }) {
  const places = why
    .flatMap(({ weight, places }) => places.map((place) => ({ ...place, weight })))
    .filter((place) => place.field === field)
    .toSorted((a, b) => a.start - b.start);
  const parts = [];
  let at = 0;
  for (const { start, end, weight } of places) {
    const [from, to] = [toUtf16(text, start), toUtf16(text, end)];
    if (from < at) continue;
    parts.push(
      text.slice(at, from),
      <mark key={start} data-for={weight > 0 || undefined}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
