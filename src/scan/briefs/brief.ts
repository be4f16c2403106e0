/**
 * A brief out of a record and its appraisal. Nothing is invented: a sentence stands word for word in the title, the abstract
 * or what a person wrote, or it says in fixed words what a field holds; each names its fields. Pure.
 */

import { inLanguage, type Language } from '../../study/localised.ts';
import type { Codebook, Frame } from '../../study/model.ts';
import { codePointLength } from '../../text/code-points.ts';
import type { Appraisal } from '../appraisal/model.ts';
import { addressOf, type Document } from '../documents/model.ts';
import type { Criteria } from '../screening/model.ts';
import type { Brief, BriefPart, Sentence } from './model.ts';
import { type AbstractSentence, sentencesOf } from './sentences.ts';
import { evidenceWords, sayings } from './words.ts';

export interface Briefed {
  document: Document;
  appraisal: Appraisal;
  /** Of the version that the appraisal refers to. */
  criteria: Criteria;
  frame: Frame;
  codebook: Codebook;
}

const MOST_POINTS = 3;
const RESULTS = /^(?:(?:main )?results?|findings|결과)$/;
const CONCLUSIONS =
  /^(?:conclusions?(?: and relevance)?|interpretation|discussion|implications|significance|결론|고찰)$/;

export function briefOf(given: Briefed, language: Language): Brief {
  const { document, appraisal } = given;
  const sentences = document.abstract === null ? [] : sentencesOf(document.abstract);
  const told = conclusionOf(sentences);
  const parts: Record<BriefPart, Sentence[]> = {
    happened: [...whole('title', document.title), ...told.map(verbatim)],
    evidence: [
      { text: evidenceWords[language][appraisal.content.kind], from: [{ field: 'appraisal.kind' }] },
    ],
    context: context(given, language),
    watch: whole('appraisal.watch', appraisal.content.watch),
    points: pointsOf(sentences, told).map(verbatim),
    score: score(given, language),
    sources: sources(document, language),
  };
  return {
    record: document.id,
    title: document.title ?? sayings[language].untitled,
    score: appraisal.score.value,
    address: addressOf(document),
    appraisedAt: appraisal.firstAt,
    parts: Object.entries(parts).flatMap(
      ([part, said]) => (said.length === 0 ? [] : [{ part: part as BriefPart, sentences: said }]), // the keys are those of `parts`
    ),
  };
}

function verbatim({ text, start, end }: AbstractSentence): Sentence {
  return { text, from: [{ field: 'abstract', start, end }] };
}

function whole(field: string, text: string | null): Sentence[] {
  if (text === null || text === '') return [];
  return [{ text, from: [{ field, start: 0, end: codePointLength(text) }] }];
}

/** What the abstract concludes first, where it says which part that is; else its last sentence. */
function conclusionOf(sentences: readonly AbstractSentence[]): AbstractSentence[] {
  const concluding = sentences.find(({ section }) => section !== null && CONCLUSIONS.test(section));
  const told = concluding ?? sentences.at(-1);
  return told === undefined ? [] : [told];
}

/** From the results where the abstract names them, else those with figures, else the first; in their order. */
function pointsOf(
  sentences: readonly AbstractSentence[],
  told: readonly AbstractSentence[],
): AbstractSentence[] {
  const others = sentences.filter((one) => !told.includes(one));
  const results = others.filter(({ section }) => section !== null && RESULTS.test(section));
  if (results.length > 0) return results.slice(0, MOST_POINTS);
  const figures = others.filter(({ text }) => /\d/.test(text));
  return (figures.length > 0 ? figures : others).slice(0, MOST_POINTS);
}

function context({ appraisal, frame, codebook }: Briefed, language: Language): Sentence[] {
  const { setting, population, channels, lenses, codes } = appraisal.content;
  const say = sayings[language];
  const labels = (
    ids: readonly string[],
    among: readonly { id: string; label: Briefed['frame']['label'] }[],
  ) =>
    ids
      .map((id) => {
        const found = among.find((one) => one.id === id);
        return found === undefined ? id : inLanguage(found.label, language);
      })
      .join(', ');
  const told = (field: string, text: string): Sentence => ({ text, from: [{ field: `appraisal.${field}` }] });
  return [
    told('setting', setting === '' ? say.noSetting : say.setting(setting)),
    told('population', population === '' ? say.noPopulation : say.population(population)),
    ...(channels.length > 0 ? [told('channels', say.channels(labels(channels, frame.domains)))] : []),
    ...(lenses.length > 0 ? [told('lenses', say.lenses(labels(lenses, frame.domains)))] : []),
    ...(codes.length > 0 ? [told('codes', say.codes(labels(codes, codebook.codes)))] : []),
  ];
}

function score({ appraisal, criteria }: Briefed, language: Language): Sentence[] {
  const { levels, rationale } = appraisal.content;
  const { value, missing } = appraisal.score;
  const say = sayings[language];
  const label = (id: string) => {
    const criterion = criteria.find((one) => one.id === id);
    return criterion === undefined ? id : inLanguage(criterion.label, language);
  };
  const rated = criteria.flatMap(({ id, levels: rubric }) => {
    const level = levels[id];
    return level === undefined ? [] : [say.level(label(id), level, inLanguage(rubric[level], language))];
  });
  const text =
    value === null ? say.noScore(missing.map(label).join(', ')) : say.score(value, rated.join('; '));
  return [
    { text, from: [{ field: 'appraisal.levels' }, { field: 'criteria' }] },
    ...whole('appraisal.rationale', rationale),
  ];
}

function sources(document: Document, language: Language): Sentence[] {
  const { authors, year, journal, volume, issue, pages } = document;
  const say = sayings[language];
  const names = authors.length > 3 ? `${authors.slice(0, 3).join('; ')} et al.` : authors.join('; ');
  const place = [journal, volume && (issue ? `${volume}(${issue})` : volume), pages]
    .filter(Boolean)
    .join(', ');
  const citation = [names, year === null ? '' : String(year), document.title ?? '', place].filter(
    (one) => one !== '',
  );
  const address = addressOf(document);
  const fields = ['authors', 'year', 'title', 'journal', 'volume', 'issue', 'pages'] as const;
  const held = fields.filter((field) => String(document[field] ?? '') !== '');
  const found = [
    ...new Set(
      document.sources.map(({ source, database }) => database ?? (source === 'file' ? say.file : source)),
    ),
  ];
  return [
    ...(held.length > 0
      ? [
          {
            text: `${citation.map((one) => one.replace(/\.+$/, '')).join('. ')}.`,
            from: held.map((field) => ({ field })),
          },
        ]
      : []),
    ...(address === null
      ? []
      : [
          {
            text: say.address(address),
            from: [{ field: document.doi !== null ? 'doi' : document.pmid !== null ? 'pmid' : 'url' }],
          },
        ]),
    { text: say.foundIn(found.join(', ')), from: [{ field: 'sources' }] },
  ];
}
