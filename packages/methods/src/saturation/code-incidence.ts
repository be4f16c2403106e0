/** Which participant showed which code: what every measure of saturation starts from. */

export type Code = string | number;

/** The codes of each participant; repeats within one count once. A participant without codes counts as a participant. */
export type CodesByParticipant = ReadonlyArray<ReadonlyArray<Code> | ReadonlySet<Code>>;

/** How many participants showed each code that anyone showed, of `participants` in all. */
export interface CodeCounts {
  counts: ArrayLike<number>;
  participants: number;
}

/** Codes as numbers from 0, in the order of first use; each participant's without repeats. */
export interface NumberedCodes {
  codes: number;
  ofParticipant: Int32Array[];
  counts: Int32Array;
}

/** @throws TypeError where a participant's codes are no list. */
export function numberCodes(byParticipant: CodesByParticipant): NumberedCodes {
  const numbers = new Map<Code, number>();
  const ofParticipant = byParticipant.map((codes, i) => {
    if (!Array.isArray(codes) && !(codes instanceof Set)) {
      throw new TypeError(`codes[${i}]: got ${typeof codes}; expected a list of codes`);
    }
    const own = new Set<number>();
    for (const code of codes) {
      let number = numbers.get(code);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(code, number);
      }
      own.add(number);
    }
    return Int32Array.from(own);
  });
  const counts = new Int32Array(numbers.size);
  for (const own of ofParticipant) for (const code of own) counts[code]++;
  return { codes: numbers.size, ofParticipant, counts };
}

/** @throws RangeError for a count that is not whole, below 1 or above the number of participants. */
export function requireCodeCounts({ counts, participants }: CodeCounts): void {
  if (!Number.isInteger(participants) || participants < 0) {
    throw new RangeError(`participants: got ${participants}; expected a whole number of 0 or more`);
  }
  for (let c = 0; c < counts.length; c++) {
    if (!Number.isInteger(counts[c]) || counts[c] < 1 || counts[c] > participants) {
      const expected = `a whole number from 1 to the number of participants, ${participants}`;
      throw new RangeError(`counts[${c}]: got ${counts[c]}; expected ${expected}`);
    }
  }
}

/** Counts from either form of the data. */
export function codeCounts(data: CodesByParticipant | CodeCounts): CodeCounts {
  if ('counts' in data) {
    requireCodeCounts(data);
    return data;
  }
  return { counts: numberCodes(data).counts, participants: data.length };
}

/** How many codes exactly k participants showed. */
export function codesSeenBy({ counts }: CodeCounts, k: number): number {
  let codes = 0;
  for (let c = 0; c < counts.length; c++) if (counts[c] === k) codes++;
  return codes;
}
