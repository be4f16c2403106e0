/** What those who ask for a priority also met or thought, strongest first. Exploratory throughout. */
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { GoesWith, PriorityEvidence } from '../../src/prioritise/model.ts';
import { insideBrackets, qWords } from '../../src/report/format.ts';
import { EvidenceLink } from '../kit/evidence/evidence-link.tsx';
import { useLanguage } from '../kit/language.tsx';
import { useNames } from '../kit/study.ts';

type ShownCompanion = Extract<GoesWith, { state: 'shown' }>;
const AT_FIRST = 3;

export function Companions({ entry }: { entry: PriorityEvidence }) {
  const { words } = useLanguage();
  const [all, setAll] = useState(false);
  const shown = entry.goesWith.filter((one): one is ShownCompanion => one.state === 'shown');
  const withheld = entry.goesWith.length - shown.length;
  if (entry.goesWith.length === 0) return null;
  return (
    <section className="companions">
      <h3>
        {words.prioritise.goesWith} <span className="tag">{words.numbers.exploratory}</span>
      </h3>
      <ul>
        {shown.slice(0, all ? undefined : AT_FIRST).map((companion) => (
          <li key={`${companion.question}/${companion.theme}`}>
            <Companion entry={entry} companion={companion} />
          </li>
        ))}
      </ul>
      {!all && shown.length > AT_FIRST && (
        <Button className="quiet-button" onPress={() => setAll(true)}>
          {words.evidence.more(shown.length - AT_FIRST)}
        </Button>
      )}
      {withheld > 0 && <p className="quiet">{words.prioritise.companionsWithheld(withheld)}</p>}
    </section>
  );
}

function Companion({ entry, companion }: { entry: PriorityEvidence; companion: ShownCompanion }) {
  const { words } = useLanguage();
  const names = useNames();
  const { question, theme, table, test } = companion;
  const parts = words.prioritise.companion({
    withTheme: table.both + table.leftOnly,
    theme: names.theme(theme),
    without: table.rightOnly + table.neither,
    shareWithout: insideBrackets(test.shareWithout),
    askingWithout: table.rightOnly,
    q: qWords(test.q),
  });
  return (
    <>
      {parts.before}
      <EvidenceLink to={{ kind: 'goes-with', priority: entry.priority, question, theme }}>
        {words.prioritise.people(table.both, insideBrackets(test.shareWith))}
      </EvidenceLink>
      {parts.after}
    </>
  );
}
