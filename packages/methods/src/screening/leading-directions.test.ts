import { expect, it } from 'vitest';
import { randomBelow, seededRandom } from '../common/random.ts';
import { type CentredRows, centreRows } from './centred-rows.ts';
import { leadingDirections } from './leading-directions.ts';
import { learnVocabulary, sparseRow } from './vocabulary.ts';

const random = seededRandom(7);
/** Each text mixes the words of its subject with words of any. */
const texts = Array.from({ length: 300 }, (_, i) =>
  Array.from({ length: 30 }, () =>
    random() < 0.5 ? `subject${i % 12}word${randomBelow(random, 20)}` : `common${randomBelow(random, 400)}`,
  ).join(' '),
);
const vocabulary = learnVocabulary(texts);
const rows = centreRows(
  texts.map((text) => sparseRow(text, vocabulary)),
  vocabulary.weights.length,
);

/** A as it stands, a row after the other. */
function dense({ count, width, starts, members, values, scale, mean }: CentredRows): Float64Array[] {
  const full = Array.from({ length: count }, (_, i) => Float64Array.from(mean, (value) => -scale[i] * value));
  for (let column = 0; column < width; column++) {
    for (let k = starts[column]; k < starts[column + 1]; k++) full[members[k]][column] += values[k];
  }
  return full;
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i], 0);
const unit = (vector: number[]) => vector.map((value) => value / Math.sqrt(dot(vector, vector)));

const a = dense(rows);
const similarities = a.map((row) => a.map((other) => dot(row, other)));

/** The records in the leading dimensions: a list of numbers for each dimension. */
function dimensions(seed: number, size: number): number[][] {
  const { directions } = leadingDirections(rows, size, seed);
  return Array.from({ length: size }, (_, j) =>
    a.map((row) => row.reduce((sum, value, column) => sum + value * directions[column * size + j], 0)),
  );
}

it('finds the dimensions in which similarities differ most, each as strong as it is', () => {
  // Twelve subjects make eleven dimensions once the mean is off.
  for (const dimension of dimensions(1, 11)) {
    const image = similarities.map((row) => dot(row, dimension));
    const strength = dot(image, unit(dimension)) / Math.sqrt(dot(dimension, dimension));
    expect(dot(unit(image), unit(dimension))).toBeGreaterThan(0.999);
    expect(Math.sqrt(dot(dimension, dimension))).toBeCloseTo(strength ** 1.125, 1);
    // That of any other dimension is below 3.
    expect(strength).toBeGreaterThan(4);
  }
});

it('comes to the same whatever random columns it starts from', () => {
  const one = dimensions(1, 11);
  const other = dimensions(2, 11);
  const length = (all: number[][], i: number) => all.reduce((sum, each) => sum + each[i] ** 2, 0);
  for (let i = 0; i < texts.length; i++) {
    expect(Math.abs(length(one, i) - length(other, i))).toBeLessThan(0.01 * length(one, i));
  }
});
