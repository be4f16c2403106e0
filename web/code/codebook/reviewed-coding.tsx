/** One coding to look at again: its words in the answer, what became of its code, and what it should be now. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { v7 as newId } from 'uuid';
import type { ReviewItem, WorkingPass } from '../../../src/code/model.ts';
import { type CodeId, CodingId } from '../../../src/study/ids.ts';
import { CodeRule } from '../../agree/code-rule.tsx';
import { ChooseCode } from '../../kit/choose-code.tsx';
import { codeColours } from '../../kit/code-colour.ts';
import { CodedText } from '../../kit/coded-text.tsx';
import { isLetterOfPage, useKeys } from '../../kit/frame/keys.ts';
import { useLanguage } from '../../kit/language.tsx';
import { useMeInStudy } from '../../kit/me.ts';
import { passName } from '../../kit/pass-name.ts';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useNames, useStudy, useStudySlug } from '../../kit/study.ts';
import { passesQuery, readingQuery } from '../../kit/team-queries.ts';
import { endCoding, keepReviewed, moveToVersion, recode } from './api.ts';
import { codebookWords } from './words.ts';

interface ReviewedCodingProps {
  item: ReviewItem;
  error: Error | null;
  /** Sends the answer; what was answered leaves the queue. */
  onAnswer: (send: () => Promise<unknown>) => void;
  onNext: () => void;
}

export function ReviewedCoding({ item, error, onAnswer, onNext }: ReviewedCodingProps) {
  const { language, words: common } = useLanguage();
  const study = useStudySlug();
  const names = useNames();
  const outline = useStudy();
  const { coder } = useMeInStudy();
  const words = codebookWords[language].review;
  const { coding, change, version } = item;
  const passes = useQuery(passesQuery(study)).data;
  const pass = passes?.find((one) => one.pass.id === coding.passId)?.pass;
  const reading = useQuery(readingQuery(study, coding.participant)).data;
  const answer = reading?.answers.find((one) => one.question === coding.question && one.wave === coding.wave);
  const [isChoosing, setChoosing] = useState(false);
  const spans = useMemo(
    () =>
      coding.span === null
        ? []
        : [{ ...coding.span, colour: codeColours(outline)(coding.code), isPointed: true }],
    [coding, outline],
  );
  const isMine = coding.coder === coder;
  const canChange =
    isMine && pass?.state === 'open' && pass.codebookVersion >= version && answer !== undefined;

  const keep = () => onAnswer(() => keepReviewed(study, item.id));
  const end = () => canChange && onAnswer(() => endCoding(study, coding.id));
  const changeTo = (code: CodeId) => {
    if (!canChange) return;
    const { participant, question, wave, polarity, span, passId } = coding;
    onAnswer(() =>
      recode(study, {
        id: CodingId.parse(newId()),
        passId,
        participant,
        question,
        wave,
        code,
        polarity,
        span,
        textHash: answer.textHash,
        codebookVersion: pass.codebookVersion,
        origin: 'person',
        supersedes: coding.id,
      }),
    );
  };
  const chooseOther = () => canChange && setChoosing(true);
  const choices = change.to.filter((code) => code !== coding.code);
  useReviewKeys({
    KeyK: keep,
    KeyE: end,
    KeyN: onNext,
    KeyR: chooseOther,
    ...Object.fromEntries(choices.slice(0, 9).map((code, at) => [`Digit${at + 1}`, () => changeTo(code)])),
  });
  return (
    <article className="disagreement">
      <div className="disagreement-text">
        <h2>
          {names.code(coding.code)}
          <span className="quiet">
            {coding.participant} · {names.question(coding.question)}
          </span>
        </h2>
        {answer ? (
          <div lang={reading?.language} className="disagreement-answer">
            <CodedText text={answer.text} spans={spans} />
          </div>
        ) : (
          <p className="waiting">{common.frame.loading}</p>
        )}
        {coding.span === null && <p className="quiet">{words.wholeAnswer}</p>}
        <p className="quiet">{words.by(names.coder(coding.coder), pass ? passName(pass, language) : '')}</p>
      </div>
      <div className="disagreement-side">
        <section className="decision">
          <p>
            {changeInWords(item, names.code, words)} <span className="quiet">{words.inVersion(version)}</span>
          </p>
          <h3>{words.whatNow}</h3>
          <ul className="review-choices">
            <Choice keyName="K" label={words.keep} onPress={keep} />
            {canChange &&
              choices.map((code, at) => (
                <Choice
                  key={code}
                  keyName={at < 9 ? String(at + 1) : ''}
                  label={words.recodeTo(names.code(code))}
                  onPress={() => changeTo(code)}
                />
              ))}
            {canChange && (
              <>
                <Choice keyName="R" label={words.other} onPress={chooseOther} />
                <Choice keyName="E" label={words.end} onPress={end} />
              </>
            )}
            <Choice keyName="N" label={words.next} onPress={onNext} />
          </ul>
          {pass && !canChange && <WhyNot item={item} pass={pass} isMine={isMine} />}
          <RefusalNote error={error} />
        </section>
        <CodeRule code={coding.code} />
        {choices.map((code) => (
          <CodeRule key={code} code={code} />
        ))}
      </div>
      {isChoosing && (
        <ChooseCode
          title={words.other}
          codes={outline.codebook.codes.filter(({ id, retired }) => id !== coding.code && !retired)}
          onChoose={changeTo}
          close={() => setChoosing(false)}
        />
      )}
    </article>
  );
}

function Choice({ keyName, label, onPress }: { keyName: string; label: string; onPress: () => void }) {
  return (
    <li>
      <Button className="button" onPress={onPress}>
        {label} {keyName !== '' && <kbd>{keyName}</kbd>}
      </Button>
    </li>
  );
}

/** Why the coding can be kept and no more, and what to do where something can be done. */
function WhyNot({ item, pass, isMine }: { item: ReviewItem; pass: WorkingPass; isMine: boolean }) {
  const { language } = useLanguage();
  const study = useStudySlug();
  const queries = useQueryClient();
  const { role } = useMeInStudy();
  const { codebook } = useStudy();
  const words = codebookWords[language].review;
  const move = useMutation({
    mutationFn: () => moveToVersion(study, pass.id, codebook.version),
    onSuccess: () => queries.invalidateQueries({ queryKey: passesQuery(study).queryKey }),
  });
  if (!isMine) return <p className="note">{words.notYours}</p>;
  if (pass.state !== 'open') return <p className="note">{words.closed}</p>;
  if (pass.codebookVersion >= item.version) return null;
  return (
    <>
      <p className="note">
        {words.older(pass.codebookVersion)} {role !== 'lead' && words.askLead}
      </p>
      {role === 'lead' && (
        <Button className="button" isDisabled={move.isPending} onPress={() => move.mutate()}>
          {words.movePass(codebook.version)}
        </Button>
      )}
      <RefusalNote error={move.error} />
    </>
  );
}

function changeInWords(
  { change, coding }: ReviewItem,
  nameOf: (code: string) => string,
  words: (typeof codebookWords)['en']['review'],
): string {
  const to = change.to.map((code) => `‘${nameOf(code)}’`).join(', ');
  return change.kind === 'retire'
    ? words.change.retire(nameOf(coding.code))
    : words.change[change.kind](nameOf(coding.code), to);
}

function useReviewKeys(keys: Record<string, () => void>): void {
  useKeys((event) => {
    const act = isLetterOfPage(event) ? keys[event.code] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}
