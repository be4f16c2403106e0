/**
 * The cheapest way to pair rows with columns.
 * Source: the Hungarian method in the form of Jonker and Volgenant, Computing 38 (1987) 325-340: shortest augmenting
 * paths on reduced costs.
 */

/**
 * @param cost `cost[i * columns + j]`, for rows <= columns.
 * @returns the column of each row; no column twice, and their costs' sum the least there is.
 */
export function cheapestAssignment(cost: Float64Array, rows: number, columns: number): Int32Array {
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  // Row of each column, and the column from which the path reached it; position 0 stands for the row being placed.
  const rowOf = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let column = 0;
    const distance = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const reached = new Uint8Array(columns + 1);
    do {
      reached[column] = 1;
      const from = rowOf[column];
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= columns; j++) {
        if (reached[j] === 1) continue;
        const reduced = cost[(from - 1) * columns + j - 1] - rowPrice[from] - columnPrice[j];
        if (reduced < distance[j]) {
          distance[j] = reduced;
          before[j] = column;
        }
        if (distance[j] < step) {
          step = distance[j];
          next = j;
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (reached[j] === 1) {
          rowPrice[rowOf[j]] += step;
          columnPrice[j] -= step;
        } else distance[j] -= step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      rowOf[column] = rowOf[before[column]];
      column = before[column];
    }
  }
  const columnOf = new Int32Array(rows);
  for (let j = 1; j <= columns; j++) if (rowOf[j] > 0) columnOf[rowOf[j] - 1] = j - 1;
  return columnOf;
}
