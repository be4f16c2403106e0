/**
 * How much two different categories still agree: 1 for the same, 0 for the farthest apart.
 * Source: Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014) ch. 3; linear and quadratic: Cicchetti and Allison
 * (1971), Fleiss and Cohen (1973).
 */

/**
 * Named weights are computed from the category values, with the distance d, the widest distance D and, for `ratio`,
 * sums: `linear` 1 - d/D, `quadratic` 1 - (d/D)^2, `radical` 1 - sqrt(d/D), `ratio` 1 - ((a-b)/(a+b))^2 over the widest,
 * `ordinal` by the number of pairs of categories spanned, `circular` by sin^2 on a circle of D + 1 steps, `bipolar` by
 * distance over nearness to the ends. Or a matrix of one row and column a category.
 */
export type AgreementWeights =
  | 'unweighted'
  | 'linear'
  | 'quadratic'
  | 'radical'
  | 'ratio'
  | 'ordinal'
  | 'circular'
  | 'bipolar'
  | ReadonlyArray<ArrayLike<number>>;

/** `at[k * size + l]` is the weight of the pair of categories k and l; `total` is the sum of all. */
export interface WeightMatrix {
  size: number;
  at: Float64Array;
  total: number;
  name: string;
}

/**
 * @param values the category values in ascending order.
 * @throws RangeError for an unknown name, a matrix that is not square in the categories, or weights that are not
 * symmetric, not within 0 to 1, or not 1 on the diagonal.
 */
export function weightMatrix(weights: AgreementWeights, values: ArrayLike<number>): WeightMatrix {
  const size = values.length;
  const at = new Float64Array(size * size);
  const weight = typeof weights === 'string' ? namedWeight(weights, values) : givenWeight(weights, size);
  let total = 0;
  for (let k = 0; k < size; k++) {
    for (let l = 0; l < size; l++) {
      at[k * size + l] = k === l ? 1 : weight(k, l);
      total += at[k * size + l];
    }
  }
  return { size, at, total, name: typeof weights === 'string' ? weights : 'given weights' };
}

type Weight = (k: number, l: number) => number;

function namedWeight(name: string, values: ArrayLike<number>): Weight {
  const least = values[0];
  const most = values[values.length - 1];
  const range = most - least;
  const apart: Weight = (k, l) => Math.abs(values[k] - values[l]);
  switch (name) {
    case 'unweighted':
      return () => 0;
    case 'linear':
      return (k, l) => 1 - apart(k, l) / range;
    case 'quadratic':
      return (k, l) => 1 - (apart(k, l) / range) ** 2;
    case 'radical':
      return (k, l) => 1 - Math.sqrt(apart(k, l) / range);
    case 'ratio':
      return (k, l) => 1 - (apart(k, l) / (values[k] + values[l]) / (range / (most + least))) ** 2;
    case 'ordinal':
      return scaled(values.length, (k, l) => (Math.abs(k - l) * (Math.abs(k - l) + 1)) / 2);
    case 'circular':
      return scaled(values.length, (k, l) => Math.sin((Math.PI * apart(k, l)) / (range + 1)) ** 2);
    case 'bipolar':
      return scaled(values.length, (k, l) => {
        const sum = values[k] + values[l];
        return apart(k, l) ** 2 / ((sum - 2 * least) * (2 * most - sum));
      });
    default:
      throw new RangeError(`weights: got ${name}; expected the name of a weighting or a matrix`);
  }
}

/** 1 - distance / the widest distance. */
function scaled(size: number, distance: Weight): Weight {
  let widest = 0;
  for (let k = 1; k < size; k++) for (let l = 0; l < k; l++) widest = Math.max(widest, distance(k, l));
  return (k, l) => 1 - distance(k, l) / widest;
}

function givenWeight(rows: ReadonlyArray<ArrayLike<number>>, size: number): Weight {
  if (rows.length !== size) {
    throw new RangeError(`weights: got ${rows.length} rows; expected ${size}, one a category`);
  }
  for (let k = 0; k < size; k++) {
    if (rows[k].length !== size) {
      throw new RangeError(`weights[${k}]: got ${rows[k].length} weights; expected ${size}, one a category`);
    }
    for (let l = 0; l < size; l++) {
      const got = rows[k][l];
      if (!(got >= 0 && got <= 1)) throw new RangeError(`weights[${k}][${l}]: got ${got}; expected 0 to 1`);
      if (k === l && got !== 1) throw new RangeError(`weights[${k}][${k}]: got ${got}; expected 1`);
      if (l < k && got !== rows[l][k]) {
        throw new RangeError(
          `weights[${k}][${l}]: got ${got}; expected ${rows[l][k]}, as in weights[${l}][${k}]`,
        );
      }
    }
  }
  return (k, l) => rows[k][l];
}
