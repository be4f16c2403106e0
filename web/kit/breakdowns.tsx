/** Shares by group, one line a group. */
import type { EvidenceGroup, EvidenceRef } from '../../src/report/trace.ts';
import type { Breakdown } from '../../src/synthesise/model.ts';
import { useLanguage } from './language.tsx';
import { ShareNumber } from './numbers.tsx';
import { useNames } from './study.ts';

export function Breakdowns({
  breakdowns,
  evidence,
}: {
  breakdowns: readonly Breakdown[];
  evidence: (group: EvidenceGroup) => EvidenceRef;
}) {
  const { words } = useLanguage();
  const names = useNames();
  return breakdowns.map(({ attribute, groups }) => (
    <section key={attribute} className="breakdown">
      <h3>{names.attribute(attribute)}</h3>
      <dl>
        {groups.map(({ value, share }) => (
          <div key={value}>
            <dt>{value === '' ? words.unknown : names.value(attribute, value)}</dt>
            <dd>
              <ShareNumber
                share={share}
                evidence={share.state === 'shown' && share.count > 0 ? evidence({ attribute, value }) : null}
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
