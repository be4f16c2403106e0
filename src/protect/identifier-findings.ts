/** Answers in which something looks like a personal identifier, for a person to look through. */
import type { Finding } from '../study/findings.ts';
import type { StudySnapshot } from '../study/snapshot.ts';
import { findIdentifiers } from './redact.ts';

/** One finding with the kinds found, or none. Answers of withdrawn participants are not looked at. */
export function identifierFindings({ participants, answers }: StudySnapshot): Finding[] {
  const withdrawn = new Set(participants.filter((one) => one.withdrawn !== null).map((one) => one.id));
  const kinds = new Set<string>();
  let count = 0;
  for (const answer of answers) {
    if (withdrawn.has(answer.participant)) continue;
    const found = findIdentifiers(answer.text);
    if (found.length > 0) count++;
    for (const { kind } of found) kinds.add(kind);
  }
  if (count === 0) return [];
  return [
    {
      code: 'identifiers in answers',
      about: [...kinds].sort(),
      message: {
        ko: `응답 ${count}개에 개인 식별 정보로 보이는 것이 있습니다. 인용문에서는 가려지지만 사람이 확인해야 합니다`,
        en: `${count} answer(s) hold what looks like a personal identifier; quotations cover it, a person must still check`,
      },
    },
  ];
}
