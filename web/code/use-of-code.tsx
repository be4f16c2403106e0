/** How many gave a code in one question, and how they valued it. */
import { percent, percentRange } from '../../src/report/format.ts';
import type { CodeId, QuestionId } from '../../src/study/ids.ts';
import type { CodePrevalence } from '../../src/synthesise/model.ts';
import { EvidenceLink } from '../kit/evidence/evidence-link.tsx';
import { useLanguage } from '../kit/language.tsx';
import { Withheld } from '../kit/numbers.tsx';
import { useAnalysis, useNames } from '../kit/study.ts';

export function UseOfCode({ code, question }: { code: CodeId; question: QuestionId }) {
  const names = useNames();
  const { synthesis } = useAnalysis();
  const found = synthesis.codes.find((one) => one.code === code && one.question === question);
  return (
    <div className="use">
      <span className="use-question">{names.question(question)}</span>
      {found ? <Use prevalence={found} /> : <span className="quiet">–</span>}
    </div>
  );
}

function Use({ prevalence: { code, question, share, polarity } }: { prevalence: CodePrevalence }) {
  const { words } = useLanguage();
  if (share.state === 'withheld') return <Withheld brief />;
  if (share.state === 'undefined' || share.count === 0) return <span className="quiet">–</span>;
  return (
    <>
      <EvidenceLink to={{ kind: 'code', code, question }}>
        <strong>{percent(share.estimate)}</strong>{' '}
        <span className="use-count">
          {share.count}
          <span className="visually-hidden">
            /{share.of} ({percentRange(share.interval)})
          </span>
        </span>
      </EvidenceLink>
      <span className="use-polarity">
        {(['positive', 'negative', 'mixed'] as const).map((kind) => {
          const part = polarity[kind];
          if (part.state !== 'shown' || part.count === 0) return null;
          return (
            <span key={kind} className="polarity" data-polarity={kind}>
              <span aria-hidden="true">{signs[kind]}</span>
              <span className="visually-hidden">{words.polarity[kind]} </span>
              {part.count}
            </span>
          );
        })}
      </span>
    </>
  );
}

const signs = { positive: '+', negative: '−', mixed: '±' };
