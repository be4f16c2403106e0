import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExternalRecord } from '../records/model.ts';
import { findDuplicates } from './deduplicate.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { sameJournal } from './journals.ts';
import { familyName, pageRange, plainWords } from './normalise.ts';

const ABSTRACT =
  'We followed one hundred and twenty nurses on four wards who used a language model to draft discharge letters, ' +
  'and asked what had changed in their work, what they feared and what they would keep after the trial had ended.';

function record(told: Partial<ExternalRecord>): ExternalRecord {
  return {
    title: 'Discharge letters drafted by a language model on four wards',
    abstract: ABSTRACT,
    authors: ['Kim, Minji', 'Okafor, I. M.'],
    year: 2024,
    journal: 'Journal of Clinical Informatics',
    journalAbbreviation: null,
    volume: '12',
    issue: '3',
    pages: '541-549',
    doi: '10.5555/jci.12.541',
    pmid: null,
    issns: [],
    isbns: [],
    type: null,
    keywords: [],
    url: null,
    language: null,
    source: { file: 'a.ris', index: 0, database: null, fields: [] },
    ...told,
  };
}

const found = (...told: Partial<ExternalRecord>[]) => findDuplicates(told.map(record));
const SAME = { groups: [[0, 1]], review: [] };
const DOUBTFUL = { groups: [], review: [[0, 1]] };
const DIFFERENT = { groups: [], review: [] };
const bare = { doi: null, abstract: null };

describe('what is merged without asking', () => {
  it.each<[string, Partial<ExternalRecord>]>([
    ['one DOI and one title, though all else is missing', { volume: null, pages: null, journal: null }],
    [
      'no DOI, but title, author and place agree in another spelling',
      {
        ...bare,
        title: 'DISCHARGE LETTERS DRAFTED BY A <i>LANGUAGE MODEL</i> ON FOUR WARDS.',
        authors: ['Kim M.'],
        journal: 'J Clin Inform',
        pages: '541‐9',
      },
    ],
    ['a heading before the title', { ...bare, title: `Short report: ${record({}).title}` }],
    ['the year of publication ahead of print', { year: 2023, volume: null, issue: null, pages: null }],
  ])('%s', (_, told) => {
    expect(found({}, told)).toEqual(SAME);
  });
});

describe('what is left to a person', () => {
  it.each<[string, Partial<ExternalRecord>]>([
    ['two DOIs', { doi: '10.5555/jci.12.542' }],
    ['years more than one apart', { year: 2022 }],
    ['an erratum', { title: `Erratum: ${record({}).title}` }],
    ['one DOI over two titles', { title: 'Abstracts of the annual meeting', abstract: null }],
    ['another abstract', { abstract: 'Copper surfaces carry fewer bacteria than steel ones do. '.repeat(5) }],
  ])('%s', (_, told) => {
    expect(found({}, told)).toEqual(DOUBTFUL);
  });

  it.each([
    [
      'Effects of chatbots on sleep in male adolescents',
      'Effects of chatbots on sleep in female adolescents',
    ],
    ['Large language models at the bedside. Part I', 'Large language models at the bedside. Part II'],
    ['Drug doses against hypertension in the elderly', 'Drug doses against hypotension in the elderly'],
  ])('%s / %s', (one, other) => {
    expect(found({ ...bare, title: one }, { ...bare, title: other })).toEqual(DOUBTFUL);
  });
});

describe('what is told apart', () => {
  it.each<[string, Partial<ExternalRecord>]>([
    ['a congress talk and the paper', { ...bare, journal: 'Value in Health', volume: '16', pages: 'A353' }],
    ['another work by the same people', { ...bare, title: 'Copper and steel on wards', pages: '77-80' }],
  ])('%s', (_, told) => {
    expect(found({}, told)).toEqual(DIFFERENT);
  });

  it('two entries of a trial register', () => {
    const entry = (number: string) => ({
      ...bare,
      volume: null,
      pages: null,
      journal: `https://clinicaltrials.gov/show/${number}`,
    });
    expect(found(entry('NCT01565798'), entry('NCT01678612'))).toEqual(DIFFERENT);
  });
});

describe('groups', () => {
  it('are closed over links, and one member that contradicts another stays out for a person', () => {
    const third = { doi: '10.5555/another' };
    expect(found({}, { doi: null }, {})).toEqual({ groups: [[0, 1, 2]], review: [] });
    const { groups, review } = found({}, { doi: null }, third);
    expect(groups).toEqual([[0, 1]]);
    expect(review).toHaveLength(1);
    expect(review[0]).toContain(2);
  });

  it('know Korean titles', () => {
    const title = '정신건강의학과에서 생성형 인공지능을 쓰는 임상가의 경험';
    const korean = { ...bare, title, authors: ['홍길동'], journal: '대한의료정보학회지' };
    expect(found(korean, { ...korean, title: title.replaceAll(' ', '') })).toEqual(SAME);
  });

  it('are disjoint, and a copy of every record is found whatever the order', () => {
    const word = fc.constantFrom(
      'ward',
      'model',
      'nurse',
      'letter',
      'sleep',
      'copper',
      'trust',
      'crisis',
      'note',
    );
    const titles = fc.uniqueArray(
      fc.array(word, { minLength: 6, maxLength: 10 }).map((words) => words.join(' ')),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(titles, fc.infiniteStream(fc.nat()), (some, chances) => {
        const singles = some.map((title, at) => record({ title, abstract: null, doi: `10.5555/${at}` }));
        const shuffled = [...singles, ...singles]
          .map((one) => ({ one, chance: chances.next().value }))
          .sort((a, b) => a.chance - b.chance)
          .map(({ one }) => one);
        const { groups } = findDuplicates(shuffled);
        expect(groups.flat().sort((a, b) => a - b)).toEqual(shuffled.map((_, at) => at));
        for (const group of groups) expect(new Set(group.map((at) => shuffled[at]?.doi)).size).toBe(1);
      }),
    );
  });
});

describe('one spelling', () => {
  it('takes tags, entities, accents and Greek letters away', () => {
    expect(plainWords('TNF-&alpha; &amp; <sub>2</sub>-β in Crohn&#x2019;s, Łódź')).toBe(
      'tnf alpha 2 beta in crohn s lodz',
    );
  });

  it('finds the family name', () => {
    expect(['Liu R.', 'Liu, Roy', 'Roy Liu', 'Adler DG', '홍길동'].map(familyName)).toEqual([
      'liu',
      'liu',
      'liu',
      'adler',
      '홍길동',
    ]);
  });

  it('completes a range of pages', () => {
    expect(pageRange('1325-32')).toEqual({ first: '1325', last: '1332' });
    expect(pageRange('e0187376')).toEqual({ first: 'e0187376', last: 'e0187376' });
    expect(pageRange('No-Specified')).toBeNull();
  });

  it('knows a journal by its abbreviation', () => {
    const same = (one: string, other: string) => sameJournal(one.split(' '), other.split(' '));
    expect(same('clin infect dis', 'clinical infectious diseases')).toBe(true);
    expect(same('jama', 'journal american medical association')).toBe(true);
    expect(same('clin infect dis', 'clinical chemistry')).toBe(false);
  });
});

describe('Jaro-Winkler', () => {
  it.each([
    ['MARTHA', 'MARHTA', 0.9611],
    ['DIXON', 'DICKSONX', 0.8133],
    ['DWAYNE', 'DUANE', 0.84],
    ['', '', 1],
    ['a', '', 0],
  ])('of %j and %j is as printed by Winkler', (one, other, printed) => {
    expect(jaroWinkler(one, other)).toBeCloseTo(printed, 4);
  });

  it('is symmetric, between 0 and 1, and 1 for equals only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const similarity = jaroWinkler(one, other);
        expect(similarity).toBeCloseTo(jaroWinkler(other, one), 10);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(similarity === 1).toBe(one === other);
      }),
    );
  });
});

describe('records beside groups that stand', () => {
  const one = record({});

  it('join the group that they belong to', () => {
    expect(findDuplicates([one, one, one], [[0, 1]]).groups).toEqual([[0, 1, 2]]);
  });

  it('never join two groups that stand apart: a person decides', () => {
    const { groups, review } = findDuplicates([one, one, one], [[0], [1]]);
    expect(groups).toEqual([[0, 2]]);
    expect(review).toEqual([[1, 2]]);
  });

  it('change nothing among what stands', () => {
    expect(findDuplicates([one, one], [[0], [1]])).toEqual({ groups: [], review: [] });
  });
});
