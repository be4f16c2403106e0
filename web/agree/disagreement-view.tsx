/** One disagreement: the answer with each coder's spans in the coder's colour, the code's rule, and the decision. */
import '../kit/coded-text.css';
import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Decision, Disagreement } from '../../src/agree/decision-model.ts';
import type { WorkingPass } from '../../src/code/model.ts';
import { CodeLabel } from '../kit/code-label.tsx';
import { CodedText } from '../kit/coded-text.tsx';
import { useLanguage } from '../kit/language.tsx';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { useNames, useStudy, useStudySlug } from '../kit/study.ts';
import { readingQuery } from '../kit/team-queries.ts';
import { CodeRule } from './code-rule.tsx';
import { coderColours } from './coder-colour.ts';
import { DecisionForm } from './decision-form.tsx';
import { agreeWords } from './words.ts';

interface DisagreementViewProps {
  disagreement: Disagreement;
  consensus: WorkingPass;
  onDecided: (decision: Decision) => void;
}

export function DisagreementView({ disagreement, consensus, onDecided }: DisagreementViewProps) {
  const { of } = useLanguage();
  const names = useNames();
  const { study } = useStudy();
  const heading = useRef<HTMLHeadingElement>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const { participant, question, code } = disagreement;
  const asked = study.questions.find(({ id }) => id === question);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <article className="disagreement">
      <div className="disagreement-text">
        <h2 ref={heading} tabIndex={-1}>
          {names.code(code)}
          <span className="quiet">
            {participant} · {names.question(question)}
          </span>
        </h2>
        {asked && <p className="question-asked">{of(asked.text)}</p>}
        <AnswerWithSpans disagreement={disagreement} pointed={pointed} />
        <WhoGave disagreement={disagreement} onPoint={setPointed} />
      </div>
      <div className="disagreement-side">
        <DecisionForm disagreement={disagreement} consensus={consensus} onDecided={onDecided} />
        <CodeRule code={code} />
      </div>
    </article>
  );
}

function AnswerWithSpans({ disagreement, pointed }: { disagreement: Disagreement; pointed: string | null }) {
  const { words } = useLanguage();
  const study = useStudySlug();
  const outline = useStudy();
  const { participant, question, wave, gave } = disagreement;
  const { data, error } = useQuery(readingQuery(study, participant));
  const spans = useMemo(() => {
    const colourOf = coderColours(outline);
    return gave.flatMap(({ coder, codings }) =>
      codings.flatMap(({ span }) =>
        span === null ? [] : [{ ...span, colour: colourOf(coder), isPointed: coder === pointed }],
      ),
    );
  }, [gave, outline, pointed]);
  const answer = data?.answers.find((one) => one.question === question && one.wave === wave);
  if (error !== null) return <RefusalNote error={error} />;
  if (data === undefined || answer === undefined) return <p className="waiting">{words.frame.loading}</p>;
  return (
    <div lang={data.language} className="disagreement-answer">
      <CodedText text={answer.text} spans={spans} />
    </div>
  );
}

function WhoGave({
  disagreement: { gave, gaveNot },
  onPoint,
}: {
  disagreement: Disagreement;
  onPoint: (coder: string | null) => void;
}) {
  const { language } = useLanguage();
  const names = useNames();
  const outline = useStudy();
  const colourOf = useMemo(() => coderColours(outline), [outline]);
  const words = agreeWords[language].disagreements;
  return (
    <dl className="who-gave">
      <div>
        <dt>{words.gave}</dt>
        {gave.map(({ coder, codings }) => (
          <dd key={coder} onPointerEnter={() => onPoint(coder)} onPointerLeave={() => onPoint(null)}>
            <ul>
              {codings.map(({ id, span, polarity }) => (
                <li key={id}>
                  <CodeLabel name={names.coder(coder)} colour={colourOf(coder)} polarity={polarity} />{' '}
                  {span === null ? <span className="quiet">{words.wholeAnswer}</span> : <q>{span.quote}</q>}
                </li>
              ))}
            </ul>
          </dd>
        ))}
      </div>
      {gaveNot.length > 0 && (
        <div>
          <dt>{words.gaveNot}</dt>
          {gaveNot.map((coder) => (
            <dd key={coder}>
              <CodeLabel name={names.coder(coder)} colour={colourOf(coder)} polarity={null} />
            </dd>
          ))}
        </div>
      )}
    </dl>
  );
}
