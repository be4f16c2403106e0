/** @throws where something does not hold that has to: the benchmark ends with these words and exit code 1 */
export function expectThat(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}
