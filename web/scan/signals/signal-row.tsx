/** One signal: its kind, its statement, and on opening the records on which it rests. */
import { useState } from 'react';
import { grouped } from '../../../src/report/format.ts';
import type { ExternalSignal } from '../../../src/scan/signals/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { SignalRecords } from './signal-records.tsx';
import { signalsWords } from './words.ts';

export function SignalRow({ signal, edit }: { signal: ExternalSignal; edit: (() => void) | null }) {
  const { language, of } = useLanguage();
  const words = signalsWords[language];
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <header>
        <span className="signal-kind">{words.kinds[signal.kind]}</span>
        <h2 dir="auto">{of(signal.label)}</h2>
        <span className="quiet">{words.version(String(signal.version))}</span>
        {edit && (
          <button type="button" className="button" onClick={edit}>
            {words.edit}
          </button>
        )}
      </header>
      <p dir="auto">{of(signal.statement)}</p>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{words.records(grouped(signal.records.length))}</summary>
        {isOpen && <SignalRecords signal={signal.id} />}
      </details>
      {signal.missing.length > 0 && <p className="quiet">{words.missing(grouped(signal.missing.length))}</p>}
    </>
  );
}
