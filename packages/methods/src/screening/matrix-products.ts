/** A large matrix times a vector, as fast as plain JavaScript does it. */

/** Adds to `into` the products of a matrix's rows, each of `width`, with a vector. */
export function addProducts(
  matrix: Float32Array,
  width: number,
  vector: Float64Array,
  into: Float64Array,
): void {
  // Four rows at a time need each entry of the vector once, and their sums do not wait for each other.
  const inFours = into.length - (into.length % 4);
  for (let i = 0; i < inFours; i += 4) {
    const p = i * width;
    const q = p + width;
    const r = q + width;
    const s = r + width;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let j = 0; j < width; j++) {
      const x = vector[j];
      a += matrix[p + j] * x;
      b += matrix[q + j] * x;
      c += matrix[r + j] * x;
      d += matrix[s + j] * x;
    }
    into[i] += a;
    into[i + 1] += b;
    into[i + 2] += c;
    into[i + 3] += d;
  }
  for (let i = inFours; i < into.length; i++) {
    for (let j = 0; j < width; j++) into[i] += matrix[i * width + j] * vector[j];
  }
}
