/** Above the answer: how far the work is, the question, who answered, and what else they answered. */
import type { Reading } from '../../../src/code/answers-model.ts';
import { grouped } from '../../../src/report/format.ts';
import { answerKey } from '../../../src/study/ids.ts';
import { useAttributesInWords } from '../../collect/attributes-in-words.ts';
import { useLanguage } from '../../kit/language.tsx';
import { useNames, useStudy } from '../../kit/study.ts';
import type { WorkNow } from './use-work.ts';
import { workWords } from './words.ts';

interface AnswerHeadProps {
  work: WorkNow;
  reading: Reading;
  answer: Reading['answers'][number];
  onFinish: () => void;
}

export function AnswerHead({ work, reading, answer, onFinish }: AnswerHeadProps) {
  const { of, language } = useLanguage();
  const words = workWords[language];
  const names = useNames();
  const { study } = useStudy();
  const who = useAttributesInWords(reading.attributes);
  const { items, at, done, before, after, nextOpen } = work;
  const question = study.questions.find(({ id }) => id === answer.question);
  return (
    <header className="work-head">
      <div className="work-place">
        <Step item={before} work={work} name={words.before} sign="[" />
        <Step item={after} work={work} name={words.after} sign="]" />
        <span>{at === -1 ? words.notMine : words.place(grouped(at + 1), grouped(items.length))}</span>
        <progress max={Math.max(1, items.length)} value={done} aria-label={words.title} />
        <span className="quiet">{words.progress(grouped(done), grouped(items.length))}</span>
        {nextOpen ? (
          <button type="button" className="quiet-button" onClick={() => work.go(nextOpen.key)}>
            {words.nextOpen} <kbd>N</kbd>
          </button>
        ) : (
          <span className="quiet">{items[at]?.done && done === items.length && words.allDone}</span>
        )}
        <button
          type="button"
          className="button"
          title={words.finishHint}
          aria-pressed={items[at]?.done ?? false}
          onClick={onFinish}
          disabled={at === -1}
        >
          {words.finish} <kbd>F</kbd>
        </button>
      </div>
      <h1>{question ? of(question.text) : names.question(answer.question)}</h1>
      <div className="work-who">
        <span>
          <strong>{reading.participant}</strong> <span className="quiet">{who}</span>
        </span>
        {reading.answers.length > 1 && (
          <nav aria-label={words.others}>
            {reading.answers.map((one) => {
              const key = answerKey({ participant: reading.participant, ...one });
              const item = items.find((given) => given.key === key);
              const isHere = one === answer;
              return (
                <button
                  key={key}
                  type="button"
                  className="quiet-button"
                  aria-current={isHere || undefined}
                  onClick={() => work.go(key)}
                >
                  {names.question(one.question)}
                  {study.waves.length > 1 && ` · ${one.wave}`}
                  {item?.done && (
                    <>
                      <span aria-hidden="true"> ✓</span>
                      <span className="visually-hidden">, {words.done}</span>
                    </>
                  )}
                </button>
              );
            })}
          </nav>
        )}
      </div>
    </header>
  );
}

function Step({
  item,
  work,
  name,
  sign,
}: {
  item: WorkNow['before'];
  work: WorkNow;
  name: string;
  sign: string;
}) {
  return (
    <button
      type="button"
      className="button"
      aria-label={name}
      title={name}
      disabled={item === undefined}
      onClick={() => item && work.go(item.key)}
    >
      <kbd>{sign}</kbd>
    </button>
  );
}
