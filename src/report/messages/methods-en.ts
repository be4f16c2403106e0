/** The methods chapter in English. */
import type { MethodLabel } from '../../study/model.ts';
import type { Analysis } from '../model.ts';

type Layer = Analysis['synthesis']['layer'];

export const methodsEn = {
  design: 'Design',
  questions: 'Questions',
  participants: 'Participants and consent',
  coding: 'Coding',
  agreement: 'Agreement',
  prevalence: 'Prevalence',
  saturation: 'Saturation',
  alignment: 'Alignment',
  protection: 'Protection',

  label: {
    'directed content analysis':
      'Directed content analysis: coding began with codes from theory, and what fitted none of them was given a code of its own (Hsieh and Shannon, Qual Health Res 2005;15:1277).',
    'codebook thematic analysis':
      'Codebook thematic analysis: coders shared a codebook that grew with the reading (Braun and Clarke, Qual Res Psychol 2021;18:328).',
    'reflexive thematic analysis':
      'Reflexive thematic analysis: themes are interpretations of the analysts, and agreement statistics are not used (Braun and Clarke, Qual Res Psychol 2021;18:328).',
  } satisfies Record<MethodLabel, string>,
  frame: (frame: string) => `Frame: ${frame}.`,
  wave: (id: string, opens: string, closes: string) => `Wave ${id} was open from ${opens} to ${closes}.`,
  consentText: 'Participants agreed to this text:',
  consentScopes:
    'Each consented either to quotation without name or to analysis alone. Who withdrew appears in nothing.',
  standing:
    'An answer stands as interpretable, non-substantive (such as “none”) or undecided. A participant is included with one interpretable answer or more.',
  codebook: (version: number, codes: number, prior: number) =>
    `Codebook version ${version}: ${codes} codes, ${prior} from theory and ${codes - prior} that arose from the answers. A coding may say whether the passage values what it names (positive, negative, mixed or neutral).`,
  coders: (count: number) =>
    count === 1
      ? 'One coder worked on the study.'
      : `${count} coders worked on the study, blind to one another in the independent pass.`,
  layer: {
    consensus: 'Counted are the codings of the consensus pass.',
    'single coder':
      'There was no consensus pass: counted are the codings of the only coder of a participant.',
    majority:
      'There was no consensus pass for some participants: for them a code counts when more than half of the coders gave it.',
  } satisfies Record<Layer, string>,
  agreementText: (bootstrap: number, level: number) =>
    `For each code Krippendorff's α for its presence in an answer, Gwet's AC1 and plain agreement; for the whole set of codes of an answer α with the Jaccard and the MASI distance; for pairs of coders Cohen's κ. ${Math.round(level * 100)}% intervals are percentile intervals of ${bootstrap} bootstrap samples of participants, all answers of a participant together.`,
  prevalenceText: (level: number, method: string) =>
    `The share of participants who gave one of a theme's codes, among those with an interpretable answer to the question; each participant counts once. ${Math.round(level * 100)}% intervals by ${method}.`,
  saturationText: (orders: number) =>
    `Codes found over ${orders} random reading orders of participants; new information in a run against a base (Guest, Namey and Chen, PLoS ONE 2020;15:e0232076); the number of codes in all by Chao2.`,
  alignmentText: (permutations: number) =>
    `For each pair of themes of two questions the participants with an interpretable answer to both are cross-tabulated: lift, φ, odds ratio, two-sided Fisher test, and a permutation test with ${permutations} permutations of whole participants. q is the Benjamini-Hochberg adjusted Fisher p over all pairs of the two questions; the family-wise p is single-step maxT (Westfall and Young 1993). All of it is exploratory.`,
  protectionText: (threshold: number) =>
    `${threshold > 1 ? `Counts above zero and below ${threshold} are withheld, with others from which they could be worked out. ` : ''}Personal identifiers in answers are masked with ○. Participants carry random identifiers.`,
};
