/**
 * Groups of similar texts, each around one of them. Star clustering: the text with the most neighbours becomes a centre and
 * takes its neighbours with it, then the next of what is left. Every member resembles the centre, so that a group can be
 * explained, and the same texts give the same groups. Source: Aslam, Pelekhov and Rus, Journal of Graph Algorithms and
 * Applications 8 (2004) 95-129.
 */
import type { TextVector } from './text-vectors.ts';

export interface Star {
  /** Places of the texts, the centre first, then by falling similarity to it. */
  members: { place: number; similarity: number }[];
}

/**
 * @param least cosine similarity at which two texts are neighbours
 * @returns groups of two or more, the largest first; a text is in one of them at most
 */
export function starClusters(vectors: readonly TextVector[], least: number): Star[] {
  const neighbours = neighboursOf(vectors, least);
  const order = neighbours
    .map((near, place) => ({ place, count: near.size }))
    .filter(({ count }) => count > 0)
    .sort((left, right) => right.count - left.count || left.place - right.place);
  const taken = new Set<number>();
  const stars: Star[] = [];
  for (const { place } of order) {
    if (taken.has(place)) continue;
    const members = [...(neighbours[place] ?? [])]
      .filter(([near]) => !taken.has(near))
      .map(([near, similarity]) => ({ place: near, similarity }))
      .sort((left, right) => right.similarity - left.similarity || left.place - right.place);
    if (members.length === 0) continue;
    stars.push({ members: [{ place, similarity: 1 }, ...members] });
    for (const member of [place, ...members.map((one) => one.place)]) taken.add(member);
  }
  return stars.sort((left, right) => right.members.length - left.members.length);
}

/** The texts that hold a term, with its weights in them. */
interface Posting {
  places: number[];
  weights: number[];
}

/** Of each text those at least so similar; only texts with a word in common meet. */
function neighboursOf(vectors: readonly TextVector[], least: number): Map<number, number>[] {
  const having = new Map<string, Posting>();
  const neighbours = vectors.map(() => new Map<number, number>());
  // Of the text at hand with each before it: an array, since there are millions of sums in long lists.
  const products = new Float64Array(vectors.length);
  for (const [place, vector] of vectors.entries()) {
    products.fill(0, 0, place);
    for (const [term, weight] of vector) {
      const posting = having.get(term) ?? { places: [], weights: [] };
      having.set(term, posting);
      const { places, weights } = posting;
      for (let at = 0; at < places.length; at++) {
        const other = places[at] ?? 0;
        products[other] = (products[other] ?? 0) + weight * (weights[at] ?? 0);
      }
      places.push(place);
      weights.push(weight);
    }
    for (let other = 0; other < place; other++) {
      const product = products[other] ?? 0;
      if (product < least) continue;
      const similarity = Math.min(1, product);
      neighbours[place]?.set(other, similarity);
      neighbours[other]?.set(place, similarity);
    }
  }
  return neighbours;
}

/** The words that the texts share, by the sum of their weights. */
export function sharedWords(vectors: readonly TextVector[], count: number): string[] {
  const sums = new Map<string, { texts: number; weight: number }>();
  for (const vector of vectors) {
    for (const [term, weight] of vector) {
      const sum = sums.get(term) ?? { texts: 0, weight: 0 };
      sums.set(term, { texts: sum.texts + 1, weight: sum.weight + weight });
    }
  }
  return [...sums]
    .filter(([, { texts }]) => texts > 1)
    .sort(([left, a], [right, b]) => b.weight - a.weight || (left < right ? -1 : 1))
    .slice(0, count)
    .map(([term]) => term);
}
