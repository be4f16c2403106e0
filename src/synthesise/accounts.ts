/** The account of each theme: its claims with the words that carry them, its negative cases, its typical quotes. */
import { releasedCount } from '../protect/release.ts';
import { isSmall } from '../protect/suppress-rule.ts';
import { answerKey, type CodingId } from '../study/ids.ts';
import type { StudyLookup } from '../study/lookup.ts';
import type { Claim, Coding, Theme } from '../study/model.ts';
import type { CodingLayer } from './layer.ts';
import type { Quote, ReleasedClaim, ThemeAccount } from './model.ts';
import type { CountsByQuestion } from './prevalence.ts';
import { type Candidate, candidatesFor, type Quoter } from './quotes.ts';

const QUOTES_A_CLAIM = 3;
const QUOTES_A_THEME = 5;

export function themeAccounts(input: {
  lookup: StudyLookup;
  layer: CodingLayer;
  byQuestion: CountsByQuestion;
  quoter: Quoter;
  threshold: number;
}): ThemeAccount[] {
  const { lookup, layer, byQuestion, quoter, threshold } = input;
  const codings = new Map(lookup.snapshot.codings.map((coding) => [coding.id, coding]));
  const toldClaims = lookup.snapshot.themes.flatMap((theme) =>
    [...theme.narrative, ...theme.negativeCases].map((claim) => ({
      theme,
      claim,
      cited: citedIn(claim, codings, lookup),
      quotes: [] as Quote[],
    })),
  );
  // Claims come before typical quotes, since their authors chose these words; and every claim gets one quote before any
  // gets a second, since a participant is quoted from one question only.
  for (let round = 0; round < QUOTES_A_CLAIM; round++) {
    for (const { theme, cited, quotes } of toldClaims) {
      const quote = quoter.next(cited, quotes, (candidate) => withheldCounts(theme, candidate, byQuestion));
      if (quote !== null) quotes.push(quote);
    }
  }
  const released = new Map(
    toldClaims.map(({ claim, cited, quotes }): [Claim, ReleasedClaim] => {
      const people = new Set(cited.map(({ answer }) => answer.person)).size;
      const withheld = isSmall(people, threshold) || isSmall(cited.length, threshold);
      return [claim, { text: claim.text, quotes, codings: releasedCount(cited.length, withheld) }];
    }),
  );
  const claimsOf = (claims: readonly Claim[]) => claims.flatMap((claim) => released.get(claim) ?? []);
  return lookup.snapshot.themes.map((theme) => {
    const shown = theme.questions.filter((question) => {
      const releasable = byQuestion.get(question);
      return releasable && !releasable.withheld.sets.has(releasable.counts.keyOf(theme.codes));
    });
    const candidates = shown.flatMap((question) => candidatesFor(layer, question, theme.codes));
    return {
      theme: theme.id,
      narrative: claimsOf(theme.narrative),
      negativeCases: claimsOf(theme.negativeCases),
      quotes: quoter.choose(candidates, QUOTES_A_THEME),
    };
  });
}

/** The codings a claim cites, on interpretable answers of people who have not withdrawn. */
export function citedIn(
  claim: Claim,
  codings: ReadonlyMap<CodingId, Coding>,
  lookup: StudyLookup,
): Candidate[] {
  return claim.codings.flatMap((id) => {
    const coding = codings.get(id);
    const answer = coding && lookup.byKey.get(answerKey(coding));
    return coding && answer?.answer.standing === 'interpretable' ? [{ coding, answer }] : [];
  });
}

/** The withheld counts among those of the coding's code and of the theme, in the coding's question. */
function withheldCounts(theme: Theme, { coding }: Candidate, byQuestion: CountsByQuestion): string[] {
  const releasable = byQuestion.get(coding.question);
  if (!releasable) return [];
  const keys = [releasable.counts.keyOf([coding.code]), releasable.counts.keyOf(theme.codes)];
  return keys.filter((key) => releasable.withheld.sets.has(key)).map((key) => `${coding.question}/${key}`);
}
