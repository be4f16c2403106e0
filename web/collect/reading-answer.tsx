/** One question and what was answered: the text at a measure that reads well, the codes level with their passages. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Reading } from '../../src/code/answers-model.ts';
import type { PassId, WorkingCoding } from '../../src/code/model.ts';
import type { Language } from '../../src/study/localised.ts';
import type { Question } from '../../src/study/model.ts';
import { codeColours } from '../kit/code-colour.ts';
import { CodedText } from '../kit/coded-text.tsx';
import { useLanguage } from '../kit/language.tsx';
import { useNames, useStudy, useStudySlug } from '../kit/study.ts';
import { MarginCodes } from './margin-codes.tsx';
import { together } from './together.ts';
import { useGivenAnswers } from './use-given-answers.ts';
import { collectWords } from './words.ts';

type Answer = Reading['answers'][number];

interface ReadingAnswerProps {
  question: Question;
  participant: string;
  language: Language;
  /** One for each wave in which there was an answer. */
  answers: readonly Answer[];
  codings: readonly WorkingCoding[];
}

export function ReadingAnswer({ question, participant, language, answers, codings }: ReadingAnswerProps) {
  const { of, language: shown } = useLanguage();
  const names = useNames();
  const passOf = useGivenAnswers();
  return (
    <section className="reading-question" id={question.id} aria-label={names.question(question.id)}>
      <h2>{names.question(question.id)}</h2>
      <p className="question-text">{of(question.text)}</p>
      {answers.length === 0 && <p className="quiet">{collectWords[shown].noAnswer}</p>}
      {answers.map((answer) => {
        const key = `${participant}/${answer.question}/${answer.wave}`;
        const pass = passOf(key);
        return (
          <AnswerText
            key={answer.wave}
            answer={answer}
            language={language}
            codings={codings.filter(({ wave }) => wave === answer.wave)}
          >
            {pass && <CodeThis pass={pass} answer={key} />}
          </AnswerText>
        );
      })}
    </section>
  );
}

function AnswerText({
  answer,
  language,
  codings,
  children,
}: {
  answer: Answer;
  language: Language;
  codings: readonly WorkingCoding[];
  children: ReactNode;
}) {
  const { words } = useLanguage();
  const outline = useStudy();
  const place = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const colourOf = useMemo(() => codeColours(outline), [outline]);
  const shared = useMemo(() => together(codings), [codings]);
  const spans = useMemo(
    () =>
      shared.flatMap(({ id, span, code }) =>
        span === null ? [] : [{ ...span, colour: colourOf(code), isPointed: id === pointed }],
      ),
    [shared, colourOf, pointed],
  );
  return (
    <div className="reading-answer">
      <div ref={place} lang={language}>
        <CodedText text={answer.text} spans={spans} />
        {answer.standing !== 'interpretable' && <p className="standing">{words.standing[answer.standing]}</p>}
        {children}
      </div>
      <MarginCodes
        text={answer.text}
        place={place}
        codings={shared}
        colourOf={colourOf}
        onPoint={setPointed}
      />
    </div>
  );
}

/** To the coding screen, at this answer. */
function CodeThis({ pass, answer }: { pass: PassId; answer: string }) {
  const { language } = useLanguage();
  const study = useStudySlug();
  return (
    <p lang={language}>
      <Link
        to="/studies/$study/code/work"
        params={{ study }}
        search={{ pass, at: answer }}
        className="place-link"
      >
        {collectWords[language].codeThis}
      </Link>
    </p>
  );
}
