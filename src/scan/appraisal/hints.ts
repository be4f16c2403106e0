/** What a record's own fields propose for its appraisal. Nothing is guessed: each proposal shows the words it rests on. */

import type { Frame } from '../../study/model.ts';
import { fold } from '../../text/fold.ts';
import type { Document } from '../documents/model.ts';
import type { EvidenceKind, Hint } from './model.ts';

// The first that fits a text. Words: publication types of MEDLINE, document types of Scopus, Embase and Web of Science,
// study types of ClinicalTrials.gov.
const signs: readonly (readonly [EvidenceKind, RegExp])[] = [
  ['trial', /\b(?:randomi[sz]ed|clinical trial|controlled trial)\b|^interventional(?:,|$)|무작위|임상시험/i],
  ['review', /\breview\b|meta-?analysis|종설|고찰|메타분석/i],
  [
    'guidance',
    /\b(?:guideline|guidance|consensus statement|position statement|recommendations?)\b|지침|권고/i,
  ],
  ['case report', /\bcase (?:report|series)s?\b|증례|사례 보고/i],
  ['qualitative', /\b(?:qualitative|interviews?|focus groups?|thematic analysis)\b|질적|면담/i],
  ['survey', /\b(?:surveys?|questionnaires?|cross-sectional)\b|설문/i],
  [
    'cohort',
    /\b(?:cohort|longitudinal|follow-up|observational) stud(?:y|ies)\b|^observational(?:,|$)|코호트/i,
  ],
  [
    'evaluation of a model',
    /\b(?:validation stud(?:y|ies)|evaluation stud(?:y|ies)|benchmark|diagnostic accuracy)\b|성능 평가/i,
  ],
  ['opinion', /\b(?:editorial|comment|commentary|letter|viewpoint|perspective|opinion)\b|사설|논평/i],
  ['news', /\b(?:news|newspaper|magazine)\b|^NEWS$|기사/i],
];

/** What a source holds nothing else than. ClinicalTrials.gov is none: it registers observational studies as well. */
const ofSources: readonly (readonly [string, EvidenceKind])[] = [['openfda', 'product notice']];

export function hintsFor(document: Document, frame: Frame): Hint[] {
  return [...kindHints(document), ...frameHints(document, frame)];
}

/** The type before keywords before the title: what a source says of the kind is surer than what words suggest. */
function kindHints({ type, keywords, title, sources }: Document): Hint[] {
  const said: [Hint['from'], string][] = [
    ...(type === null ? [] : [['type', type] as [Hint['from'], string]]),
    ...keywords.map((keyword): [Hint['from'], string] => ['keywords', keyword]),
    ...(title === null ? [] : [['title', title] as [Hint['from'], string]]),
  ];
  const hints = ofSources.flatMap(([source, value]): Hint[] =>
    sources.some((one) => one.source === source)
      ? [{ for: 'kind', value, from: 'source', words: source }]
      : [],
  );
  for (const [from, text] of said) {
    for (const [value, sign] of signs) {
      const words = sign.exec(text)?.[0];
      if (words === undefined || hints.some((hint) => hint.value === value)) continue;
      hints.push({ for: 'kind', value, from, words });
      break;
    }
  }
  return hints;
}

/** Domains whose whole label stands in the title or in a keyword. */
function frameHints({ title, keywords }: Document, { domains }: Frame): Hint[] {
  const places: [Hint['from'], string][] = [
    ['title', title ?? ''],
    ...keywords.map((keyword): [Hint['from'], string] => ['keywords', keyword]),
  ];
  return domains.flatMap(({ id, kind, label }): Hint[] => {
    if (kind !== 'channel' && kind !== 'lens') return [];
    for (const words of [label.ko, label.en]) {
      if (words === undefined) continue;
      const place = places.find(([, text]) => fold(text).includes(fold(words)));
      if (place !== undefined)
        return [{ for: kind === 'channel' ? 'channels' : 'lenses', value: id, from: place[0], words }];
    }
    return [];
  });
}
