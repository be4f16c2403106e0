/** The answers behind a number: who, to which question, in which words, with which codes. */
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { EvidenceItem } from '../../../src/report/model.ts';
import type { AnswerKey } from '../../../src/study/ids.ts';
import { codeColours } from '../code-colour.ts';
import { CodeLabel } from '../code-label.tsx';
import { CodedText } from '../coded-text.tsx';
import { useLanguage } from '../language.tsx';
import { useIsPhone } from '../media.ts';
import { useNames, useStudy, useStudySlug } from '../study.ts';

const AT_ONCE = 40;

export function EvidenceList({ items }: { items: readonly EvidenceItem[] }) {
  const { words } = useLanguage();
  const [shown, setShown] = useState(AT_ONCE);
  if (items.length === 0) return <p className="note">{words.evidence.none}</p>;
  const left = Math.min(AT_ONCE, items.length - shown);
  return (
    <>
      <p className="evidence-count">{words.evidence.count(items.length)}</p>
      <ol className="evidence-list">
        {items.slice(0, shown).map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: readers are not told whose answer it is; the order is fixed
          <li key={at}>
            <EvidenceAnswer item={item} />
          </li>
        ))}
      </ol>
      {left > 0 && (
        <Button className="button" onPress={() => setShown(shown + AT_ONCE)}>
          {words.evidence.more(left)}
        </Button>
      )}
    </>
  );
}

function EvidenceAnswer({ item }: { item: EvidenceItem }) {
  const { words } = useLanguage();
  const names = useNames();
  const outline = useStudy();
  const colourOf = useMemo(() => codeColours(outline), [outline]);
  const spans = useMemo(
    () =>
      item.codings.flatMap(({ span, code }) => (span === null ? [] : [{ ...span, colour: colourOf(code) }])),
    [item, colourOf],
  );
  return (
    <article className="evidence-item">
      <header>
        {item.answer && <strong className="participant-id">{participantOf(item.answer)}</strong>}
        <span>{names.question(item.question)}</span>
      </header>
      {item.text === null ? (
        <p className="quiet">{words.evidence.notQuoted}</p>
      ) : (
        <div lang={item.language}>
          <CodedText text={item.text} spans={spans} />
        </div>
      )}
      <p className="code-labels">
        {item.codings.map(({ code, polarity, span }) => (
          <CodeLabel
            key={`${code}/${span?.start}`}
            name={code === null ? words.evidence.codeNotNamed : names.code(code)}
            colour={colourOf(code)}
            polarity={polarity}
          />
        ))}
      </p>
      {item.answer && <PlaceLink answer={item.answer} />}
    </article>
  );
}

function PlaceLink({ answer }: { answer: AnswerKey }) {
  const { words } = useLanguage();
  const study = useStudySlug();
  const isPhone = useIsPhone();
  const [participant = '', question = ''] = answer.split('/');
  return (
    <Link
      to="/studies/$study/collect/$participant"
      params={{ study, participant }}
      hash={question}
      // Beside the place the drawer stays, for the next one to be read; over it, it would hide what was asked for.
      search={({ evidence }) => (isPhone ? {} : { evidence })}
      className="place-link"
    >
      {words.evidence.place}
    </Link>
  );
}

const participantOf = (answer: AnswerKey): string => answer.split('/')[0] ?? '';
