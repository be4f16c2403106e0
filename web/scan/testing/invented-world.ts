/** For browser tests: three sources with invented documents in their own shapes, and two reference files. */
import { europepmcResult } from '../../../src/scan/testing/europepmc-pages.ts';
import type { Given } from '../../../src/scan/testing/source-server.ts';

const OF_EUROPEPMC = 30;
const PER_PAGE = 10;
const OF_CROSSREF = 12;
/** The first of Europe PMC and the first of Crossref are one document. */
const COMMON_DOI = '10.5555/one';

const things =
  'bread copper wheat rivers engines bridges asthma sleep fractures memory tulips whales violins'.split(' ');
const people = 'nurses surgeons pilots bakers farmers chemists carers'.split(' ');

interface Invented {
  title: string;
  abstract: string;
  author: string;
}

/** Every third is about a chatbot. No two are alike enough to be one, or to be asked about. */
const documents = Array.from({ length: 51 }, (_, at): Invented => {
  const thing = things[at % things.length] ?? '';
  const other = things[(at * 5 + 3 + Math.floor(at / things.length)) % things.length] ?? '';
  const those = people[at % people.length] ?? '';
  const author = `${thing[0]?.toUpperCase()}${thing.slice(1)}${those.slice(0, 3)}${other.slice(0, 2)} ${'ABCDEFG'[at % 7]}`;
  return at % 3 === 0
    ? {
        title: `${thing} and ${those}: what a chatbot ${at * 7919} says of ${other} in psychiatry`,
        abstract: `A generative chatbot met delusion in psychiatry, ${at} times, among ${those} with ${thing}.`,
        author,
      }
    : {
        title: `${at * 7919} ${those} count ${other}, then ${thing}`,
        abstract: `We counted ${thing} and ${other} in a register of ${those}.`,
        author,
      };
});

const papers = documents.slice(0, OF_EUROPEPMC).map(({ title, abstract, author }, at) => ({
  ...europepmcResult({ id: String(1001 + at), title, author, ...(at === 0 ? { doi: COMMON_DOI } : {}) }),
  abstractText: abstract,
}));

const works = [documents[0], ...documents.slice(OF_EUROPEPMC, OF_EUROPEPMC + OF_CROSSREF - 1)].map(
  (one, at) => ({
    DOI: at === 0 ? COMMON_DOI : `10.5555/work.${at}`,
    title: [one?.title],
    abstract: `<jats:p>${one?.abstract}</jats:p>`,
    author: [{ family: one?.author.split(' ')[0], given: one?.author.split(' ')[1] }],
    'container-title': ['Journal of Invented Results'],
    issued: { 'date-parts': [[2026, 2, 3]] },
    type: 'journal-article',
  }),
);

const trials = documents.slice(OF_EUROPEPMC + OF_CROSSREF - 1).map(({ title, abstract, author }, at) => ({
  protocolSection: {
    identificationModule: { nctId: `NCT0000000${at}`, briefTitle: title },
    statusModule: { overallStatus: 'RECRUITING', startDateStruct: { date: '2026-01' } },
    sponsorCollaboratorsModule: { leadSponsor: { name: author } },
    descriptionModule: { briefSummary: abstract },
  },
}));

/** What the three give, each record once for each source. */
export const given = papers.length + works.length + trials.length;

const json = (value: unknown): Given => ({ body: JSON.stringify(value) });

/** The answer to a request below `/SOURCE`; Europe PMC's last page comes only where `isWhole`. */
export function answerOf({ pathname, searchParams }: URL, isWhole: boolean): Given {
  if (pathname.startsWith('/crossref')) {
    const items = searchParams.get('cursor') === '*' ? works : [];
    return json({
      status: 'ok',
      message: { 'total-results': works.length, 'next-cursor': 'after-all', items },
    });
  }
  if (pathname.startsWith('/clinicaltrials')) return json({ totalCount: trials.length, studies: trials });
  const from = Number(searchParams.get('cursorMark')?.replace('*', '0'));
  const end = from + PER_PAGE;
  if (end >= papers.length && !isWhole) return 'hang up';
  return json({
    hitCount: papers.length,
    ...(end < papers.length ? { nextCursorMark: String(end) } : {}),
    resultList: { result: papers.slice(from, end) },
  });
}

export const DELUSIONS = '정신건강의학과 전공의가 본 챗봇의 망상 강화: 질적 연구';
export const LETTERS = '생성형 인공지능이 쓴 퇴원 기록지 설문 조사';

/** The first of each is one document in a form before print and in one in print, which a person has to see. */
export const files = [
  risFile('학회지.ris', [
    [
      DELUSIONS,
      '전공의 18명을 면담하였다. 결과: 14명이 망상을 되풀이하는 답을 보았다. 결론: 위기 연계가 필요하다.',
    ],
    ['온실 딸기의 온도 조절', '온도를 조절하였다.'],
    [LETTERS, '의사 200명에게 물었다. 42 %가 초안에 써 보았다.'],
  ]),
  risFile('사전공개.ris', [
    [DELUSIONS.replace('본', '겪은'), '전공의를 면담하였다.'],
    ['꿀벌의 장내 미생물', '더위에 줄었다.'],
  ]),
];

function risFile(name: string, records: readonly (readonly [title: string, abstract: string])[]) {
  const text = records.map(
    ([title, abstract]) =>
      `TY  - JOUR\nTI  - ${title}\nAU  - 김민아\nAU  - 이세진\nPY  - 2026\nAB  - ${abstract}\nER  - \n\n`,
  );
  return { name, mimeType: 'application/x-research-info-systems', buffer: Buffer.from(text.join('')) };
}
