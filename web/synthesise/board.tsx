/** The board: each theme a column, its codes as rows, with how many gave them. */
import { useMemo } from 'react';
import type { Share } from '../../src/protect/released.ts';
import { percent } from '../../src/report/format.ts';
import type { CodeId, QuestionId } from '../../src/study/ids.ts';
import type { Question, Theme } from '../../src/study/model.ts';
import { codeColours } from '../kit/code-colour.ts';
import { EvidenceLink } from '../kit/evidence/evidence-link.tsx';
import { useLanguage } from '../kit/language.tsx';
import { ShareNumber, Withheld } from '../kit/numbers.tsx';
import { useAnalysis, useNames, useStudy } from '../kit/study.ts';

export function Board() {
  const { words } = useLanguage();
  const { study } = useStudy();
  return (
    <section>
      <h2>{words.synthesise.board}</h2>
      {study.questions.map((question) => (
        <BoardOfQuestion key={question.id} question={question} />
      ))}
    </section>
  );
}

function BoardOfQuestion({ question }: { question: Question }) {
  const names = useNames();
  const { themes } = useStudy();
  const here = themes.filter(({ questions }) => questions.includes(question.id));
  if (here.length === 0) return null;
  return (
    <div className="board-question">
      <h3>{names.question(question.id)}</h3>
      <ul className="board">
        {here.map((theme) => (
          <li key={theme.id}>
            <ThemeColumn theme={theme} question={question.id} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ThemeColumn({ theme, question }: { theme: Theme; question: QuestionId }) {
  const names = useNames();
  const outline = useStudy();
  const { synthesis } = useAnalysis();
  const colourOf = useMemo(() => codeColours(outline), [outline]);
  const found = synthesis.prevalence.find((one) => one.theme === theme.id && one.question === question);
  return (
    <div className="theme-column">
      <h4>
        <a href={`#theme-${theme.id}`}>{names.theme(theme.id)}</a>
      </h4>
      {found && (
        <p>
          <ShareNumber share={found.share} evidence={{ kind: 'theme', theme: theme.id, question }} />
        </p>
      )}
      <ul>
        {theme.codes.map((code) => (
          <li key={code}>
            <span className="code-label" data-colour={colourOf(code)}>
              {names.code(code)}
            </span>
            <CodeCount
              code={code}
              question={question}
              share={
                synthesis.codes.find((one) => one.code === code && one.question === question)?.share ?? null
              }
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function CodeCount({ code, question, share }: { code: CodeId; question: QuestionId; share: Share | null }) {
  if (share?.state === 'withheld') return <Withheld brief />;
  if (share?.state !== 'shown' || share.count === 0) return <span className="quiet">0</span>;
  return (
    <EvidenceLink to={{ kind: 'code', code, question }}>
      {share.count}
      <span className="visually-hidden">, {percent(share.estimate)}</span>
    </EvidenceLink>
  );
}
