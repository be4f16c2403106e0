/** Numbers as the report spells them, each a link to the answers behind it; withheld ones are seen to be withheld. */

import type { Count, Share } from '../../src/protect/released.ts';
import { notShownWord, percent, percentRange } from '../../src/report/format.ts';
import type { EvidenceRef } from '../../src/report/trace.ts';
import { EvidenceLink } from './evidence/evidence-link.tsx';
import { useLanguage } from './language.tsx';
import { useAnalysis } from './study.ts';

/** `31/118 · 26% (19–35)`. */
export function ShareNumber({ share, evidence }: { share: Share; evidence: EvidenceRef | null }) {
  const { language } = useLanguage();
  if (share.state === 'withheld') return <Withheld />;
  if (share.state === 'undefined') return <span className="quiet">{notShownWord(share, language)}</span>;
  const numbers = (
    <>
      <strong>{percent(share.estimate)}</strong> ({percentRange(share.interval)}) · {share.count}/{share.of}
    </>
  );
  return (
    <span className="number">
      {evidence === null ? numbers : <EvidenceLink to={evidence}>{numbers}</EvidenceLink>}
    </span>
  );
}

/** A count with the noun that it counts. */
export function CountNumber({
  count,
  evidence,
  noun,
}: {
  count: Count;
  evidence: EvidenceRef;
  noun: (count: number) => string;
}) {
  if (count.state === 'withheld') return <Withheld brief />;
  return <EvidenceLink to={evidence}>{noun(count.value)}</EvidenceLink>;
}

/** The word with its reason, which stands in the page for those who cannot point at it; `brief` leaves hatching alone. */
export function Withheld({ brief = false }: { brief?: boolean }) {
  const { words } = useLanguage();
  const { threshold } = useAnalysis().options;
  const why = words.numbers.withheldWhy(threshold);
  return (
    <span className="withheld" data-brief={brief || undefined} title={why}>
      {brief ? <span className="visually-hidden">{words.numbers.withheld}</span> : words.numbers.withheld}
      <span className="visually-hidden"> ({why})</span>
    </span>
  );
}

/** What brief hatching means, for the margin of a page that uses it. */
export function HatchingNote() {
  const { words } = useLanguage();
  const { threshold } = useAnalysis().options;
  if (threshold === 0) return null;
  return (
    <p>
      <Withheld brief /> {words.numbers.withheldWhy(threshold)}
    </p>
  );
}
