/**
 * Thirty-two whole numbers side by side: bit `lane` of digit d is bit d of the number in that lane. One is added to
 * any choice of them, or all are compared with limits of their own, in a handful of operations.
 * Source: Warren, Hacker's Delight (2013) 5-1, carry-save adders after Harley and Seal.
 */

export const LANES = 32;

/** How many digits hold the numbers from 0 to `largest`. */
export function digitsFor(largest: number): number {
  return 32 - Math.clz32(largest);
}

/** Room for numbers of `width` digits, and for the eight digits that `addMasks` always writes. */
export function roomForDigits(width: number): Int32Array {
  return new Int32Array(Math.max(8, width));
}

/** Lists of places are filled up to a multiple of this with places whose mask is 0. */
export const TOGETHER = 8;

/** After this many masks the eight digits that are kept at hand could overflow. */
const AT_HAND = 248;

/**
 * Counts in every lane how many of the masks at `places[from]` to `places[to - 1]` have that lane's bit set.
 * @param to `to - from` is a multiple of 8.
 * @param digits overwritten with the counts, at most `width` digits; from `roomForDigits`.
 */
export function addMasks(
  masks: Int32Array,
  places: Int32Array,
  from: number,
  to: number,
  digits: Int32Array,
  width: number,
): void {
  for (let start = from; start === from || start < to; start += AT_HAND) {
    const stop = Math.min(to, start + AT_HAND);
    let ones = 0;
    let twos = 0;
    let fours = 0;
    let eights = 0;
    let sixteens = 0;
    let d5 = 0;
    let d6 = 0;
    let d7 = 0;
    for (let k = start; k < stop; k += 8) {
      let x = masks[places[k]];
      let y = masks[places[k + 1]];
      let firstTwos = majority(ones, x, y);
      ones ^= x ^ y;
      x = masks[places[k + 2]];
      y = masks[places[k + 3]];
      let otherTwos = majority(ones, x, y);
      ones ^= x ^ y;
      const firstFours = majority(twos, firstTwos, otherTwos);
      twos ^= firstTwos ^ otherTwos;
      x = masks[places[k + 4]];
      y = masks[places[k + 5]];
      firstTwos = majority(ones, x, y);
      ones ^= x ^ y;
      x = masks[places[k + 6]];
      y = masks[places[k + 7]];
      otherTwos = majority(ones, x, y);
      ones ^= x ^ y;
      const otherFours = majority(twos, firstTwos, otherTwos);
      twos ^= firstTwos ^ otherTwos;
      let carry = majority(fours, firstFours, otherFours);
      fours ^= firstFours ^ otherFours;
      const toSixteens = eights & carry;
      eights ^= carry;
      carry = sixteens & toSixteens;
      sixteens ^= toSixteens;
      d7 ^= d6 & d5 & carry;
      d6 ^= d5 & carry;
      d5 ^= carry;
    }
    if (start === from) {
      digits[0] = ones;
      digits[1] = twos;
      digits[2] = fours;
      digits[3] = eights;
      digits[4] = sixteens;
      digits[5] = d5;
      digits[6] = d6;
      digits[7] = d7;
      for (let d = 8; d < width; d++) digits[d] = 0;
      continue;
    }
    const atHand = [ones, twos, fours, eights, sixteens, d5, d6, d7];
    for (let d = 0; d < atHand.length; d++) addDigit(atHand[d], d, digits, width);
  }
}

/** Adds 2^digit in the lanes of `mask`. */
function addDigit(mask: number, digit: number, digits: Int32Array, width: number): void {
  let carry = mask;
  for (let d = digit; carry !== 0 && d < width; d++) {
    const held = digits[d];
    digits[d] = held ^ carry;
    carry &= held;
  }
}

/** The carry of adding three bits, in every lane. */
function majority(a: number, b: number, c: number): number {
  return (a & b) | ((a ^ b) & c);
}

/** The lanes whose number is below its limit in `low` or above that in `high`; limits are sliced too, from `at`. */
export function lanesOutside(
  digits: Int32Array,
  width: number,
  low: Int32Array,
  high: Int32Array,
  at: number,
): number {
  let outside = 0;
  let equalLow = -1;
  let equalHigh = -1;
  for (let d = width - 1; d >= 0; d--) {
    const digit = digits[d];
    const lowDigit = low[at + d];
    const highDigit = high[at + d];
    outside |= (equalLow & lowDigit & ~digit) | (equalHigh & digit & ~highDigit);
    equalLow &= ~(digit ^ lowDigit);
    equalHigh &= ~(digit ^ highDigit);
  }
  return outside;
}

/** The number in one lane. */
export function numberInLane(digits: Int32Array, width: number, lane: number): number {
  let number = 0;
  for (let d = 0; d < width; d++) number |= ((digits[d] >>> lane) & 1) << d;
  return number;
}

/** Puts a number into one lane of sliced limits, from `at`. */
export function setLane(sliced: Int32Array, width: number, at: number, lane: number, number: number): void {
  for (let d = 0; d < width; d++) {
    if ((number >>> d) & 1) sliced[at + d] |= 1 << lane;
    else sliced[at + d] &= ~(1 << lane);
  }
}
