/** The reading view: everything that one participant wrote, with the coded passages underlined. */
import './collect.css';
import './reading.css';
import '../kit/coded-text.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { AnswerFilter, Reading as Read, ReadingPlace } from '../../src/code/answers-model.ts';
import { isTyping, useKeys } from '../kit/frame/keys.ts';
import { Waiting } from '../kit/frame/waiting.tsx';
import { Refusal } from '../kit/http.ts';
import { useLanguage } from '../kit/language.tsx';
import { useMeInStudy } from '../kit/me.ts';
import { Empty } from '../kit/page.tsx';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { useStudy } from '../kit/study.ts';
import { readingQuery } from './api.ts';
import { useAttributesInWords } from './attributes-in-words.ts';
import { ForReaders } from './for-readers.tsx';
import { PassChoice } from './pass-choice.tsx';
import { ReadingAnswer } from './reading-answer.tsx';
import { collectWords } from './words.ts';

const none: AnswerFilter[] = [];
const here = '/studies/$study/collect/$participant';

export function ReadingPage() {
  return useMeInStudy().role === 'reader' ? <ForReaders /> : <ReadingOfOne />;
}

function ReadingOfOne() {
  const words = collectWords[useLanguage().language];
  const { study, participant } = useParams({ from: here });
  const { filter = none } = useSearch({ from: here });
  const { data: read, error } = useQuery(readingQuery(study, participant, filter));
  useReadingKeys(read?.place ?? null);
  const isGone = error instanceof Refusal && error.status === 404;
  return (
    <div className="reading">
      <nav className="reading-nav">
        <Link to="/studies/$study/collect" params={{ study }} search={(search) => search}>
          ← {words.back}
        </Link>
        {read?.place && <Neighbours place={read.place} />}
      </nav>
      {isGone && <Empty say={words.gone} />}
      {!isGone && <RefusalNote error={error} />}
      {read && <Reading key={participant} read={read} />}
      {!read && !error && <Waiting />}
    </div>
  );
}

function Neighbours({ place }: { place: ReadingPlace }) {
  const words = collectWords[useLanguage().language];
  const { study } = useParams({ from: here });
  const steps = [
    { participant: place.before, name: words.before, sign: '[' },
    { participant: place.after, name: words.after, sign: ']' },
  ];
  return (
    <span className="reading-neighbours">
      <span className="quiet">{words.place(place.index + 1, place.total)}</span>
      {steps.map(({ participant, name, sign }) =>
        participant === null ? null : (
          <Link key={sign} to={here} params={{ study, participant }} search={(search) => search}>
            <span>{name}</span> <kbd>{sign}</kbd>
          </Link>
        ),
      )}
    </span>
  );
}

function Reading({ read }: { read: Read }) {
  const words = collectWords[useLanguage().language];
  const { study } = useStudy();
  const { pass } = useSearch({ from: here });
  const navigate = useNavigate({ from: here });
  const { participant, language, consent, attributes, answers } = read;
  const who = useAttributesInWords(attributes);
  useAnswerInView();
  const codings = pass === undefined ? read.codings : read.codings.filter(({ passId }) => passId === pass);
  return (
    <article>
      <header className="reading-head">
        <h1>{participant}</h1>
        <p>{who}</p>
        <p className="quiet">{words.consent[consent]}</p>
        <PassChoice
          pass={pass}
          onChange={(next) =>
            navigate({ search: (search) => ({ ...search, pass: next }), replace: true, resetScroll: false })
          }
        />
      </header>
      {study.questions.map((question) => (
        <ReadingAnswer
          key={question.id}
          question={question}
          language={language}
          participant={participant}
          answers={answers.filter((answer) => answer.question === question.id)}
          codings={codings.filter((coding) => coding.question === question.id)}
        />
      ))}
    </article>
  );
}

/** An address that names a question is shown at its answer, which was not there yet when the address was opened. */
function useAnswerInView(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== '') document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
}

/** `[` and `]` to the neighbours, Esc back to the grid. */
function useReadingKeys(place: ReadingPlace | null): void {
  const navigate = useNavigate({ from: here });
  useKeys((event) => {
    if (event.isComposing || isTyping(event.target)) return;
    if (document.querySelector('[role=dialog], .drawer')) return;
    const neighbour = event.key === '[' ? place?.before : event.key === ']' ? place?.after : null;
    if (neighbour) {
      void navigate({ params: (params) => ({ ...params, participant: neighbour }), search: true });
    } else if (event.key === 'Escape') {
      void navigate({ to: '/studies/$study/collect', search: true });
    }
  });
}
