/**
 * Mean time until a Markov chain is absorbed, by state reduction without subtractions, so that means of any size keep
 * their digits: W. K. Grassmann, M. I. Taksar and D. P. Heyman, Operations Research 33 (1985) 1107-1116.
 */

/**
 * Solves (I - Q) m = 1 for the mean number of steps m_i to absorption from each state i.
 * @param moves Q by rows: the probability of moving from state i to state j, in [i * states + j]; overwritten.
 * @param exits the probability of being absorbed from each state; given apart, because 1 minus a sum would lose the
 * digits that matter most; overwritten.
 * @example meanAbsorptionTime(Float64Array.of(0.9), Float64Array.of(0.1))[0] // 10
 */
export function meanAbsorptionTime(moves: Float64Array, exits: Float64Array): Float64Array {
  const states = exits.length;
  const rewards = new Float64Array(states).fill(1);
  const leaving = new Float64Array(states);
  for (let out = states - 1; out >= 0; out--) {
    let sum = exits[out];
    for (let j = 0; j < out; j++) sum += moves[out * states + j];
    leaving[out] = sum;
    for (let i = 0; i < out; i++) {
      const share = moves[i * states + out] / sum;
      if (share === 0) continue;
      for (let j = 0; j < out; j++) moves[i * states + j] += share * moves[out * states + j];
      exits[i] += share * exits[out];
      rewards[i] += share * rewards[out];
    }
  }
  const means = new Float64Array(states);
  for (let i = 0; i < states; i++) {
    let sum = rewards[i];
    for (let j = 0; j < i; j++) sum += moves[i * states + j] * means[j];
    means[i] = sum / leaving[i];
  }
  return means;
}
