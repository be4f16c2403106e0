/** The decision on one disagreement: what holds, by one key, and why. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { v7 as newId } from 'uuid';
import { Decision, type Disagreement, type NewDecision } from '../../src/agree/decision-model.ts';
import type { WorkingPass } from '../../src/code/model.ts';
import type { CodeId } from '../../src/study/ids.ts';
import { ChooseCode } from '../kit/choose-code.tsx';
import { isLetterOfPage, useKeys } from '../kit/frame/keys.ts';
import { Refusal } from '../kit/http.ts';
import { useLanguage } from '../kit/language.tsx';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { useNames, useStudy, useStudySlug } from '../kit/study.ts';
import { decide } from './api.ts';
import { lastReasons, rememberReason } from './last-reasons.ts';
import { agreeWords } from './words.ts';

type Outcome = NewDecision['outcome'];
const outcomes = ['keep', 'drop', 'recode'] as const;
const outcomeKeys: Record<string, Outcome> = { KeyK: 'keep', KeyD: 'drop', KeyR: 'recode' };

interface DecisionFormProps {
  disagreement: Disagreement;
  consensus: WorkingPass;
  onDecided: (decision: Decision) => void;
}

export function DecisionForm({ disagreement, consensus, onDecided }: DecisionFormProps) {
  const { language } = useLanguage();
  const names = useNames();
  const study = useStudySlug();
  const { codebook } = useStudy();
  const words = agreeWords[language].disagreements;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [recodeTo, setRecodeTo] = useState<CodeId | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const [reason, setReason] = useState('');
  const [isReasonMissing, setReasonMissing] = useState(false);
  const reasonField = useRef<HTMLInputElement>(null);
  const id = useId();

  const send = useMutation({
    mutationFn: (decision: NewDecision) => decide(study, consensus.id, decision),
    onSuccess: (decision) => {
      rememberReason(study, decision.reason);
      onDecided(decision);
    },
  });
  const standing = decidedMeanwhile(send.error) ?? disagreement.decision;
  const choose = (chosen: Outcome) => {
    setOutcome(chosen);
    if (chosen === 'recode') setChoosing(true);
    else reasonField.current?.focus();
  };
  useOutcomeKeys(consensus.state === 'open' ? choose : null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const why = reason.trim();
    setReasonMissing(why === '');
    if (why === '') return reasonField.current?.focus();
    if (outcome === null || (outcome === 'recode' && recodeTo === null)) return;
    const { participant, question, wave, code } = disagreement;
    send.mutate({
      id: newId(),
      participant,
      question,
      wave,
      code,
      outcome,
      ...(outcome === 'recode' && recodeTo !== null ? { recodeTo } : {}),
      reason: why,
      expected: standing?.id ?? null,
    });
  };

  return (
    <section className="decision">
      {standing !== null && (
        <StandingDecision decision={standing} isNews={standing !== disagreement.decision} />
      )}
      {consensus.state === 'open' && (
        <form onSubmit={submit}>
          <h3 id={`${id}-what`}>{words.whatHolds}</h3>
          <ToggleButtonGroup
            className="outcomes"
            aria-labelledby={`${id}-what`}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={outcome === null ? [] : [outcome]}
            onSelectionChange={(keys) => {
              const chosen = outcomes.find((one) => keys.has(one));
              if (chosen !== undefined) choose(chosen);
            }}
          >
            {outcomes.map((one) => (
              <ToggleButton
                key={one}
                id={one}
                className="outcome"
                onPress={() => one === outcome && choose(one)}
              >
                {words.outcome[one]} <kbd>{words.outcomeKey[one]}</kbd>
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          {outcome === 'recode' && recodeTo !== null && (
            <p className="recoded-to">{words.recodedTo(names.code(recodeTo))}</p>
          )}
          <div className="field">
            <label htmlFor={id}>{words.reason}</label>
            <input
              id={id}
              ref={reasonField}
              value={reason}
              autoComplete="off"
              maxLength={2000}
              aria-describedby={`${id}-hint`}
              aria-invalid={isReasonMissing || undefined}
              onChange={({ target }) => setReason(target.value)}
              onKeyDown={(event) => walkReasons(event, study, reason, setReason)}
            />
            <p id={`${id}-hint`} className={isReasonMissing ? 'refusal' : 'quiet'}>
              {isReasonMissing ? words.reasonNeeded : words.reasonHint}
            </p>
          </div>
          <LastReasons
            onChoose={(chosen) => {
              setReason(chosen);
              reasonField.current?.focus();
            }}
          />
          {decidedMeanwhile(send.error) === undefined && <RefusalNote error={send.error} />}
          <button type="submit" className="button main" disabled={send.isPending}>
            {words.decide} <kbd>Enter</kbd>
          </button>
        </form>
      )}
      {isChoosing && (
        <ChooseCode
          title={words.recodeTo}
          codes={codebook.codes.filter(({ id: code, retired }) => code !== disagreement.code && !retired)}
          onChoose={(code) => {
            setRecodeTo(code);
            reasonField.current?.focus();
          }}
          close={() => setChoosing(false)}
        />
      )}
    </section>
  );
}

function StandingDecision({ decision, isNews }: { decision: Decision; isNews: boolean }) {
  const { language } = useLanguage();
  const names = useNames();
  const words = agreeWords[language].disagreements;
  const outcome =
    decision.recodeTo === null
      ? words.outcome[decision.outcome]
      : words.recodedTo(names.code(decision.recodeTo));
  return (
    <div className="standing-decision" data-news={isNews || undefined} role={isNews ? 'alert' : undefined}>
      {isNews && <strong>{words.byAnother}</strong>}
      <p>{words.decidedBy(names.coder(decision.by), outcome)}</p>
      {decision.reason !== '' && <q>{decision.reason}</q>}
      <p className="quiet">{words.replaces}</p>
    </div>
  );
}

function LastReasons({ onChoose }: { onChoose: (reason: string) => void }) {
  const { language } = useLanguage();
  const reasons = lastReasons(useStudySlug());
  if (reasons.length === 0) return null;
  return (
    <ul className="last-reasons" aria-label={agreeWords[language].disagreements.lastReasons}>
      {reasons.map((reason) => (
        <li key={reason}>
          <button type="button" className="quiet-button" onClick={() => onChoose(reason)}>
            {reason}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The decision of somebody else who was faster; undefined where that is not what was refused. */
function decidedMeanwhile(error: Error | null): Decision | undefined {
  if (!(error instanceof Refusal) || error.code !== 'decision changed') return undefined;
  const found = Decision.safeParse(error.current);
  return found.success ? found.data : undefined;
}

/** Up and down walk through the last reasons, as a command line does. */
function walkReasons(
  event: KeyboardEvent<HTMLInputElement>,
  study: string,
  reason: string,
  setReason: (reason: string) => void,
): void {
  if (event.nativeEvent.isComposing) {
    // Enter ends the syllable being typed; it is not the decision.
    if (event.key === 'Enter') event.preventDefault();
    return;
  }
  if (event.key === 'Escape') event.currentTarget.blur();
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const reasons = lastReasons(study);
  if (step === 0 || reasons.length === 0) return;
  event.preventDefault();
  const at = reasons.indexOf(reason);
  const next = at === -1 && step === -1 ? reasons.length - 1 : at + step;
  setReason(reasons[next] ?? '');
}

function useOutcomeKeys(choose: ((outcome: Outcome) => void) | null): void {
  useKeys((event) => {
    const outcome = isLetterOfPage(event) ? outcomeKeys[event.code] : undefined;
    if (outcome === undefined || choose === null) return;
    // Else the letter would be typed into the reason, which takes the focus.
    event.preventDefault();
    choose(outcome);
  });
}
