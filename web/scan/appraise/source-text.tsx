/** The record that is appraised; the words from which the sentence looked at comes are marked. */

import { useEffect, useRef } from 'react';
import type { Origin } from '../../../src/scan/briefs/model.ts';
import { addressOf, type Document } from '../../../src/scan/documents/model.ts';
import { toUtf16 } from '../../../src/text/code-points.ts';
import { useLanguage } from '../../kit/language.tsx';
import { JoinedFrom } from '../documents/joined-from.tsx';
import { screenWords } from '../screen/words.ts';

export function SourceText({ document, pointed }: { document: Document; pointed: readonly Origin[] }) {
  const words = screenWords[useLanguage().language];
  const { title, abstract, language, authors, year, journal, keywords } = document;
  const address = addressOf(document);
  const read = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // Whoever came by key reads on here, one Tab before the form.
    if (window.document.activeElement === window.document.body) read.current?.focus({ preventScroll: true });
  }, []);
  const about = [authors.slice(0, 3).join('; '), year, journal, keywords.join(', ')].filter(Boolean);
  return (
    <div className="source-text">
      <h2 lang={language ?? undefined} dir="auto">
        {title === null ? words.noTitle : <Pointed text={title} field="title" pointed={pointed} />}
      </h2>
      <p className="record-about">
        <span>{about.join(' · ')}</span>
        {address !== null && (
          <a href={address} target="_blank" rel="noreferrer">
            {words.open}
          </a>
        )}
        <JoinedFrom document={document} hasKey />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long abstract is scrolled by key */}
      <p ref={read} className="abstract" lang={language ?? undefined} dir="auto" tabIndex={0}>
        {abstract === null ? (
          <span className="quiet">{words.noAbstract}</span>
        ) : (
          <Pointed text={abstract} field="abstract" pointed={pointed} />
        )}
      </p>
    </div>
  );
}

function Pointed({ text, field, pointed }: { text: string; field: string; pointed: readonly Origin[] }) {
  const found = pointed.find((origin) => origin.field === field);
  if (found === undefined) return text;
  const [from, to] = [
    toUtf16(text, found.start ?? 0),
    found.end === undefined ? text.length : toUtf16(text, found.end),
  ];
  return (
    <>
      {text.slice(0, from)}
      <mark data-pointed>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  );
}
