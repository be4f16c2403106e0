/** Worths from comparisons, rankings and best-worst choices against R's packages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import bestWorst from '../../reference/consensus-best-worst.json';
import pairs from '../../reference/consensus-bradley-terry.json';
import rankings from '../../reference/consensus-plackett-luce.json';
import { expectAllClose } from '../common/expect-all-close.ts';
import { expectClose } from '../common/expect-close.ts';
import { bestWorstLogit, bestWorstScores } from './best-worst.ts';
import { bradleyTerry, type Comparison } from './bradley-terry.ts';
import { plackettLuce } from './plackett-luce.ts';

// R's fits are iterative: glm stops at a relative change of the deviance of 1e-8, PlackettLuce at 1e-6.
const ITERATIVE = 1e-6;

describe('Bradley-Terry', () => {
  it('of statistics journals agrees with BradleyTerry2', () => {
    const { matrix_citing_rows: cited, journals, fit } = pairs.citations;
    const comparisons: Comparison[] = [];
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < i; j++) {
        comparisons.push({ first: i, second: j, firstWins: cited[i][j], secondWins: cited[j][i] });
      }
    }
    const result = bradleyTerry({ items: journals, comparisons });
    expectAllClose(
      result.items.slice(1).map((item) => item.logWorth),
      Object.values(fit.coef),
      ITERATIVE,
    );
    expectAllClose(
      result.items.slice(1).map((item) => item.standardError),
      Object.values(fit.se),
      ITERATIVE,
    );
    expectClose(result.deviance, fit.deviance, ITERATIVE);
    expect(result.degreesOfFreedom).toBe(fit.df);
  });

  const teams = [...new Set(pairs.baseball.data.map((game) => game['home.team']))].sort();
  const games = pairs.baseball.data.map((game) => ({
    first: teams.indexOf(game['home.team']),
    second: teams.indexOf(game['away.team']),
    firstWins: game['home.wins'],
    secondWins: game['away.wins'],
  }));

  it('of baseball teams agrees with BradleyTerry2, with and without an advantage at home', () => {
    const plain = bradleyTerry({ items: teams, comparisons: games });
    expect(teams[0]).toBe('Baltimore');
    expectAllClose(
      plain.items.slice(1).map((item) => item.logWorth),
      Object.values(pairs.baseball.fit.coef),
      ITERATIVE,
    );
    expectAllClose(
      plain.items.slice(1).map((item) => item.standardError),
      Object.values(pairs.baseball.fit.se),
      ITERATIVE,
    );
    expectClose(plain.deviance, pairs.baseball.fit.deviance, 1e-9);
    const { fit_home } = pairs.baseball;
    const home = bradleyTerry({ items: teams, comparisons: games, firstAdvantage: true });
    expectAllClose(
      [...home.items.slice(1).map((item) => item.logWorth), home.firstAdvantage?.estimate ?? null],
      Object.values(fit_home.coef),
      ITERATIVE,
    );
    // BradleyTerry2's standard errors are those one step before the maximum, so they are off by 2e-6; those below
    // are of glm(..., epsilon = 1e-15) in R 4.2.2.
    const errors = [
      ...home.items.slice(1).map((item) => item.standardError),
      home.firstAdvantage?.standardError ?? null,
    ];
    expectAllClose(errors, Object.values(fit_home.se), 3e-6);
    const converged = [
      0.337842535245339, 0.335001717498819, 0.344552212894513, 0.347365683421863, 0.340403721200138,
      0.340322567525342, 0.130943707455824,
    ];
    expectAllClose(errors, converged, 1e-9);
    expectClose(home.deviance, fit_home.deviance, 1e-9);
    expect([plain.degreesOfFreedom, home.degreesOfFreedom]).toEqual([36, 35]);
  });

  it('does not depend on the reference, and its intervals contain the log-worths', () => {
    const one = bradleyTerry({ items: teams, comparisons: games });
    const other = bradleyTerry({ items: teams, comparisons: games, reference: 'Toronto' });
    one.items.forEach((item, i) => {
      expectClose(other.items[i].worth, item.worth ?? 0, 1e-9);
      if (item.interval === null) return;
      expect(item.interval.lower).toBeLessThan(item.logWorth ?? 0);
      expect(item.interval.upper).toBeGreaterThan(item.logWorth ?? 0);
    });
    expectClose(
      one.items.reduce((sum, item) => sum + (item.worth ?? 0), 0),
      1,
      1e-12,
    );
  });

  it('expects as many wins of each item as there were', () => {
    const wins = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(fc.array(wins, { minLength: 6, maxLength: 6 }), ([a, b, c, d, e, f]) => {
        const comparisons = [
          { first: 0, second: 1, firstWins: a, secondWins: b },
          { first: 1, second: 2, firstWins: c, secondWins: d },
          { first: 2, second: 0, firstWins: e, secondWins: f },
        ];
        const { items } = bradleyTerry({ items: ['x', 'y', 'z'], comparisons });
        const worth = items.map((item) => item.worth ?? 0);
        const expected =
          (a + b) * (worth[0] / (worth[0] + worth[1])) + (e + f) * (worth[0] / (worth[0] + worth[2]));
        expectClose(expected, a + f, 1e-9);
      }),
    );
  });

  it('says when the worths run off to infinity, and refuses what it cannot compare', () => {
    const items = ['x', 'y', 'z'];
    const unbeaten = [{ first: 0, second: 1, firstWins: 3, secondWins: 0 }];
    const result = bradleyTerry({ items, comparisons: unbeaten });
    expect(result.items[0].worth).toBeNull();
    expect(result.warnings[0].code).toBe('not-connected');
    expect(() => bradleyTerry({ items: ['x', 'x'], comparisons: [] })).toThrow('same name twice');
    expect(() => bradleyTerry({ items, comparisons: [], reference: 'q' })).toThrow('reference: got q');
    expect(() => bradleyTerry({ items, comparisons: [{ ...unbeaten[0], second: 5 }] })).toThrow(
      'comparisons[0].second: got 5',
    );
  });
});

describe('Plackett-Luce', () => {
  it.each(rankings.cases)('$id agrees with PlackettLuce in R', (one) => {
    const worths = Object.entries(one.worth).filter(([name]) => !name.startsWith('tie'));
    const items = worths.map(([name]) => name);
    const result = plackettLuce({ items, rankings: one.ranks });
    expectAllClose(
      result.items.map((item) => item.worth),
      worths.map(([, worth]) => worth),
      ITERATIVE,
    );
    expectClose(result.logLikelihood, one.logLik, 1e-9);
    const errors = one.se as Record<string, number> | undefined; // only the case with ties has them
    result.ties.forEach(({ size, logPrevalence, standardError }) => {
      const logs = new Map(Object.entries(one.logworth));
      expectClose(logPrevalence, logs.get(`tie${size}`) ?? Number.NaN, 1e-5);
      expectClose(standardError, errors?.[`tie${size}`] ?? 0, 1e-5);
    });
    if (errors !== undefined) {
      expectAllClose(
        result.items.map((item) => item.standardError),
        items.map((item) => errors[item]),
        1e-5,
      );
    }
  });

  it('with half a pseudo-ranking agrees with the default of PlackettLuce', () => {
    const [fruit] = rankings.cases;
    const items = fruit.items ?? [];
    const result = plackettLuce({ items, rankings: fruit.ranks, pseudoRankings: 0.5 });
    const want: Record<string, number> = fruit.worth_default_npseudo ?? {};
    expectAllClose(
      result.items.map((item) => item.worth),
      items.map((item) => want[item]),
      ITERATIVE,
    );
    result.ties.forEach(({ size, logPrevalence }) => {
      expectClose(Math.exp(logPrevalence ?? 0), want[`tie${size}`], 1e-5);
    });
  });

  it('of two items at a time without ties is Bradley-Terry', () => {
    const wins = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(wins, ([a, b, c, d, e, f]) => {
        const items = ['x', 'y', 'z'];
        const repeat = (times: number, row: Array<number | null>) => Array.from({ length: times }, () => row);
        const result = plackettLuce({
          items,
          rankings: [
            ...repeat(a, [1, 2, null]),
            ...repeat(b, [2, 1, null]),
            ...repeat(c, [null, 1, 2]),
            ...repeat(d, [null, 2, 1]),
            ...repeat(e, [2, null, 1]),
            ...repeat(f, [1, null, 2]),
          ],
        });
        const compared = bradleyTerry({
          items,
          comparisons: [
            { first: 0, second: 1, firstWins: a, secondWins: b },
            { first: 1, second: 2, firstWins: c, secondWins: d },
            { first: 2, second: 0, firstWins: e, secondWins: f },
          ],
        });
        result.items.forEach((item, i) => {
          expectClose(item.worth, compared.items[i].worth ?? 0, 1e-8);
        });
      }),
    );
  });

  it('needs pseudo-rankings where an item never loses', () => {
    const input = { items: ['x', 'y'], rankings: [[1, 2]] };
    expect(plackettLuce(input).warnings[0].code).toBe('not-connected');
    expect(plackettLuce({ ...input, pseudoRankings: 0.5 }).items[0].worth).toBeGreaterThan(0.5);
    expect(() => plackettLuce({ items: ['x', 'y'], rankings: [[1]] })).toThrow(
      'rankings[0]: got 1 ranks; expected 2',
    );
    expect(() => plackettLuce({ items: ['x', 'y'], rankings: [[1, 1.5]] })).toThrow(
      'rankings[0][1]: got 1.5',
    );
  });
});

describe('best-worst scaling', () => {
  const items = bestWorst.B.map((_, i) => `i${i + 1}`);
  const answers = bestWorst.responses.map(([, , first, second, third, best, worst]) => ({
    shown: [first - 1, second - 1, third - 1],
    best: best - 1,
    worst: worst - 1,
  }));

  it('has the counts and scores of the reference to 1e-9', () => {
    const scores = bestWorstScores(items, answers);
    expect(scores.items.map((item) => item.best)).toEqual(bestWorst.B);
    expect(scores.items.map((item) => item.worst)).toEqual(bestWorst.W);
    expect(scores.items.map((item) => item.difference)).toEqual(bestWorst.BW);
    expectAllClose(
      scores.items.map((item) => item.standardised),
      bestWorst.stdBW,
      1e-9,
    );
    expectAllClose(
      scores.items.map((item) => item.ratio),
      bestWorst.sqrtBW,
      1e-9,
    );
    expectAllClose(
      scores.items.map((item) => item.relativeRatio),
      bestWorst.stdsqrt,
      1e-9,
    );
  });

  it('has the conditional logit of survival', () => {
    const { coef, se, loglik } = bestWorst.maxdiff_clogit;
    const result = bestWorstLogit(items, answers, { reference: 'i7' });
    const estimated = result.items.slice(0, 6);
    expectAllClose(
      estimated.map((item) => item.logWorth),
      Object.values(coef),
      ITERATIVE,
    );
    expectAllClose(
      estimated.map((item) => item.standardError),
      Object.values(se),
      ITERATIVE,
    );
    expectClose(result.nullLogLikelihood, loglik[0], 1e-9);
    expectClose(result.logLikelihood, loglik[1], 1e-9);
  });

  it('has no ratio for an item that was never worst', () => {
    const scores = bestWorstScores(['x', 'y', 'z'], [{ shown: [0, 1, 2], best: 0, worst: 2 }]);
    expect(scores.items[0]).toMatchObject({ ratio: null, relativeRatio: null, standardised: 1 });
    expect(scores.items[2].relativeRatio).toBeNull();
    expect(scores.warnings[0].code).toBe('never-worst');
  });

  it('refuses a choice that was not shown', () => {
    expect(() => bestWorstScores(['x', 'y', 'z'], [{ shown: [0, 1], best: 2, worst: 0 }])).toThrow(
      'answers[0].best: got 2; expected one of the items shown',
    );
    expect(() => bestWorstScores(['x', 'y'], [{ shown: [0, 1], best: 1, worst: 1 }])).toThrow('two items');
  });
});
