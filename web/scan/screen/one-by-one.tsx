/** One record at a time; at the foot how much is found and what stopping now would risk. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addressOf } from '../../../src/scan/documents/model.ts';
import type { ReasonList } from '../../../src/scan/screening/model.ts';
import { isLetterOfPage, useKeys } from '../../kit/frame/keys.ts';
import { Waiting } from '../../kit/frame/waiting.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { Empty } from '../../kit/page.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { reasonsQuery } from './api.ts';
import { RecallFoot } from './recall-foot.tsx';
import { RecordText } from './record-text.tsx';
import { type ScreeningDesk, useScreening, type Verdict } from './use-screening.ts';
import { screenWords } from './words.ts';

const verdicts: ReadonlyArray<{ verdict: Verdict; code: string; sign: string }> = [
  { verdict: 'include', code: 'KeyI', sign: 'I' },
  { verdict: 'exclude', code: 'KeyE', sign: 'E' },
  { verdict: 'unsure', code: 'KeyU', sign: 'U' },
];

export function OneByOne() {
  const words = screenWords[useLanguage().language];
  const study = useStudySlug();
  const desk = useScreening(study);
  // Asked for before the first record is shown: the key of a reason may follow that of the exclusion at once.
  const { data, error } = useQuery(reasonsQuery(study));
  const reasons = data?.items;
  const [isAsking, setAsking] = useState(false);
  const choose = (verdict: Verdict) => {
    if (verdict === 'exclude') setAsking(true);
    else desk.decide(verdict, null);
  };
  useScreeningKeys(desk, reasons !== undefined && !isAsking, choose);
  const { shown, standing } = desk;
  if (standing?.records === 0) {
    return (
      <Empty say={words.noRecords} hint={words.noRecordsHint}>
        <Link className="button main" to="/studies/$study/scan/sources" params={{ study }}>
          {words.toSources}
        </Link>
      </Empty>
    );
  }
  return (
    <>
      <RefusalNote error={desk.error ?? error} />
      {(shown === null || reasons === undefined) && (desk.error ?? error) === null && <Waiting />}
      {shown?.document === null && <Empty say={words.nothing} hint={words.nothingHint} />}
      {shown?.document && reasons !== undefined && (
        <article className="screened" data-record={shown.document.id}>
          <RecordText
            document={shown.document}
            why={shown.why}
            drawn={shown.drawn}
            changed={desk.lookAgain}
          />
          {isAsking ? (
            <Reasons
              reasons={reasons}
              choose={(reason) => {
                setAsking(false);
                desk.decide('exclude', reason);
              }}
              leave={() => setAsking(false)}
            />
          ) : (
            <p className="verdict">
              {verdicts.map(({ verdict, sign }) => (
                <button
                  key={verdict}
                  type="button"
                  className="button"
                  data-verdict={verdict}
                  onClick={() => choose(verdict)}
                >
                  {words.decisions[verdict]} <kbd>{sign}</kbd>
                </button>
              ))}
              <button
                type="button"
                className="quiet-button"
                disabled={!desk.canTakeBack}
                onClick={desk.takeBack}
              >
                {words.back} <kbd>Z</kbd>
              </button>
            </p>
          )}
        </article>
      )}
      {standing && <RecallFoot standing={standing} order={desk.order} setOrder={desk.setOrder} />}
    </>
  );
}

interface ReasonsProps {
  reasons: ReasonList['items'];
  choose: (reason: string | null) => void;
  leave: () => void;
}

function Reasons({ reasons, choose, leave }: ReasonsProps) {
  const { language, of } = useLanguage();
  const words = screenWords[language];
  useKeys((event) => {
    if (event.isComposing || event.repeat) return;
    const chosen = reasons[Number(event.key) - 1];
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) choose(null);
    else if (chosen !== undefined) choose(chosen.id);
    else return;
    event.preventDefault();
  });
  return (
    <fieldset className="reasons" aria-label={words.reason}>
      <p>
        <strong>{words.reason}</strong> <span className="quiet">{words.reasonKeys}</span>
      </p>
      <p className="verdict">
        {reasons.map(({ id, label }, at) => (
          <button key={id} type="button" className="button" onClick={() => choose(id)}>
            {at < 9 && <kbd>{at + 1}</kbd>} {of(label)}
          </button>
        ))}
        <button type="button" className="quiet-button" onClick={() => choose(null)}>
          {words.noReason} <kbd>Enter</kbd>
        </button>
      </p>
    </fieldset>
  );
}

function useScreeningKeys(desk: ScreeningDesk, listens: boolean, choose: (verdict: Verdict) => void): void {
  useKeys((event) => {
    if (!listens || event.repeat || !isLetterOfPage(event)) return;
    if (event.code === 'KeyZ' && desk.canTakeBack) return desk.takeBack();
    const record = desk.shown?.document;
    if (!record) return;
    const found = verdicts.find(({ code }) => code === event.code);
    if (found) choose(found.verdict);
    const address = addressOf(record);
    if (event.code === 'KeyO' && address !== null) window.open(address, '_blank', 'noopener');
  });
}
