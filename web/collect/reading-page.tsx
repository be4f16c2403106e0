/** The reading view: everything that one participant wrote, with the coded passages underlined. */
import './reading.css';
import '../kit/coded-text.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { AnswerFilter } from '../../src/synthesise/answers-page.ts';
import { isTyping } from '../kit/frame/keys.ts';
import { useLanguage } from '../kit/language.tsx';
import { Empty } from '../kit/page.tsx';
import { useStudy } from '../kit/study.ts';
import { useAttributesInWords } from './attributes-in-words.ts';
import { type FoundParticipant, participantQuery } from './find-participant.ts';
import { ReadingAnswer } from './reading-answer.tsx';

const none: AnswerFilter[] = [];

export function ReadingPage() {
  const { words } = useLanguage();
  const { study, participant } = useParams({ from: '/studies/$study/collect/$participant' });
  const { filter = none } = useSearch({ from: '/studies/$study/collect/$participant' });
  const { data: found } = useSuspenseQuery(participantQuery(study, participant, filter));
  useReadingKeys(found);
  return (
    <div className="reading">
      <nav className="reading-nav">
        <Link to="/studies/$study/collect" params={{ study }} search={(search) => search}>
          ← {words.collect.back}
        </Link>
        {found && <Neighbours found={found} />}
      </nav>
      {found ? <Reading key={participant} found={found} /> : <Empty say={words.collect.gone} />}
    </div>
  );
}

function Neighbours({ found }: { found: FoundParticipant }) {
  const { words } = useLanguage();
  const { study } = useParams({ from: '/studies/$study/collect/$participant' });
  const steps = [
    { participant: found.before, name: words.collect.before, sign: '[' },
    { participant: found.after, name: words.collect.after, sign: ']' },
  ];
  return (
    <span className="reading-neighbours">
      <span className="quiet">{words.collect.place(found.index + 1, found.total)}</span>
      {steps.map(({ participant, name, sign }) =>
        participant === undefined ? null : (
          <Link
            key={sign}
            to="/studies/$study/collect/$participant"
            params={{ study, participant }}
            search={(search) => search}
          >
            <span>{name}</span> <kbd>{sign}</kbd>
          </Link>
        ),
      )}
    </span>
  );
}

function Reading({ found: { row } }: { found: FoundParticipant }) {
  const { words } = useLanguage();
  const { study } = useStudy();
  const { participant, answers, codings } = row;
  const who = useAttributesInWords(participant);
  return (
    <article>
      <header className="reading-head">
        <h1>{participant.id}</h1>
        <p>{who}</p>
        <p className="quiet">{words.collect.consent[participant.consent]}</p>
      </header>
      {study.questions.map((question) => (
        <ReadingAnswer
          key={question.id}
          question={question}
          language={participant.language}
          answers={answers.filter((answer) => answer.question === question.id)}
          codings={codings.filter((coding) => coding.question === question.id)}
        />
      ))}
    </article>
  );
}

/** `[` and `]` to the neighbours, Esc back to the grid. */
function useReadingKeys(found: FoundParticipant | null): void {
  const navigate = useNavigate({ from: '/studies/$study/collect/$participant' });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event.target) || document.querySelector('[role=dialog], .drawer')) return;
      const neighbour = event.key === '[' ? found?.before : event.key === ']' ? found?.after : undefined;
      if (neighbour !== undefined) {
        void navigate({ params: (params) => ({ ...params, participant: neighbour }), search: true });
      } else if (event.key === 'Escape') {
        void navigate({ to: '/studies/$study/collect', search: true });
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [found, navigate]);
}
