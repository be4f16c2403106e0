/** Answers in the shape of Europe PMC's, with invented documents. */

export interface Invented {
  id: string;
  title?: unknown;
  doi?: string;
  author?: string;
}

/** @param next the cursor of the page that follows */
export function europepmcPage(
  documents: readonly Invented[],
  next: string | undefined,
  hitCount = 6,
): string {
  return JSON.stringify({
    version: '6.9',
    hitCount,
    ...(next === undefined ? {} : { nextCursorMark: next }),
    request: { queryString: 'invented' },
    resultList: { result: documents.map(europepmcResult) },
  });
}

export function europepmcResult({ id, title, doi, author = 'Kim M' }: Invented) {
  return {
    id,
    source: 'MED',
    pmid: id,
    ...(doi === undefined ? {} : { doi }),
    title: title ?? titleOf(id),
    authorString: `${author}, Lee S.`,
    authorList: { author: [{ fullName: author, lastName: author.split(' ')[0] }, { fullName: 'Lee S' }] },
    journalInfo: {
      volume: id.slice(-1),
      yearOfPublication: 2026,
      journal: { title: 'Journal of Invented Results', isoabbreviation: 'J Invent Res', issn: '1234-5679' },
    },
    pubYear: '2026',
    pageInfo: `${id}-${Number(id) + 9}`,
    abstractText: `<h4>Background</h4>What chatbot ${id} said to nobody, and p &lt; 0.05 of it.`,
    language: 'eng',
    pubTypeList: { pubType: ['Journal Article'] },
    keywordList: { keyword: ['chatbot', 'psychiatry'] },
    citedByCount: 3,
  };
}

const SUBJECTS = [
  'Discharge letters',
  'Night watches',
  'Copper surfaces',
  'Sleep diaries',
  'Waiting rooms',
  'Green tea',
];

/** Unlike each other, so that no two are taken for one document. */
function titleOf(id: string): string {
  return `${SUBJECTS[Number(id) % SUBJECTS.length]} and machine ${id}: an invented study of ${Number(id) * 7919} sheep`;
}
