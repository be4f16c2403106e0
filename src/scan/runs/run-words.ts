/** What may happen to a run, in both languages: what it is, and what to do. Pure, for the command and the browser. */
import { type ReferenceFault, referenceProblem } from '../files/problem-words.ts';
import type { FaultCode } from '../sources/source.ts';

export const runWords: Record<FaultCode, { ko: string; en: string }> = {
  unreachable: {
    ko: '출처에 연결할 수 없습니다. 네트워크를 확인하고 이어서 실행해 주십시오',
    en: 'the source cannot be reached; check the network, then go on',
  },
  'timed out': {
    ko: '출처가 제때 답하지 않았습니다. 나중에 이어서 실행해 주십시오',
    en: 'the source did not answer in time; go on later',
  },
  'rate limited': {
    ko: '출처가 요청이 너무 많다고 합니다. 나중에 이어서 실행해 주십시오',
    en: 'the source says that it is asked too often; go on later',
  },
  unavailable: {
    ko: '출처가 잠시 멈춰 있습니다. 나중에 이어서 실행해 주십시오',
    en: 'the source is out of order for now; go on later',
  },
  refused: {
    ko: '출처가 요청을 거절했습니다. 검색식을 확인해 주십시오',
    en: 'the source refuses the request; check the search',
  },
  'key missing': {
    ko: '이 출처에는 키가 필요합니다. 관리자에게 설정을 요청해 주십시오',
    en: 'this source needs a key; ask the administrator to configure one',
  },
  'key refused': {
    ko: '출처가 키를 받아들이지 않았습니다. 관리자에게 알려 주십시오',
    en: 'the source does not accept the key or refuses us; tell the administrator',
  },
  'address not allowed': {
    ko: '읽을 수 없는 주소입니다. 공개된 http 또는 https 주소가 필요합니다',
    en: 'this address may not be read; expected a public http or https address',
  },
  'too large': {
    ko: '답이 너무 큽니다. 검색을 좁혀 주십시오',
    en: 'the answer is too large; narrow the search',
  },
  truncated: {
    ko: '답이 중간에 끊겼습니다. 이어서 실행해 주십시오',
    en: 'the answer breaks off in the middle; go on',
  },
  'page instead of data': {
    ko: '데이터 대신 웹 페이지가 왔습니다. 출처가 점검 중일 수 있으니 나중에 이어서 실행해 주십시오',
    en: 'a web page came in place of data; the source may be under maintenance, go on later',
  },
  'not the expected form': {
    ko: '답의 형식이 다릅니다. 나중에 이어서 실행하고, 되풀이되면 알려 주십시오',
    en: 'the answer has not the expected form; go on later, and report it if it happens again',
  },
  'error inside': {
    ko: '출처가 오류를 알렸습니다. 검색식을 확인해 주십시오',
    en: 'the source reports an error; check the search',
  },
  'cursor repeats': {
    ko: '출처가 같은 자리를 되풀이합니다. 받은 것은 남아 있으니 나중에 이어서 실행해 주십시오',
    en: 'the source leads in a circle; what came is kept, go on later',
  },
  'results changed': {
    ko: '읽는 동안 결과가 줄었습니다. 몇 건이 빠졌을 수 있으니 다음 실행에서 확인됩니다',
    en: 'the results became fewer while they were read; some may have been passed by',
  },
  'records unreadable': {
    ko: '읽을 수 없는 레코드가 있습니다. 나머지는 받았습니다',
    en: 'some records cannot be read; the others are kept',
  },
  'not well-formed': {
    ko: 'XML 형식이 어긋납니다. 읽을 수 있는 데까지 읽었습니다',
    en: 'the XML is not well-formed; what could be read was read',
  },
  'date impossible': {
    ko: '있을 수 없는 날짜가 있습니다. 날짜 없이 받았습니다',
    en: 'a date cannot be; the record is kept without it',
  },
  'beyond what the source gives': {
    ko: '출처가 내주는 수를 넘었습니다. 검색을 좁혀 주십시오',
    en: 'there are more records than the source gives out; narrow the search',
  },
  'limit reached': {
    ko: '한 번에 받을 수 있는 수에 이르렀습니다. 뜻한 검색이 맞으면 이어서 실행해 주십시오',
    en: 'as many records as are read at once have come; go on if the search is the one you meant',
  },
  interrupted: {
    ko: '실행이 도중에 끊겼습니다. 끊긴 자리에서 이어집니다',
    en: 'the run was cut off; it goes on from where it was',
  },
  'file unreadable': {
    ko: '읽을 수 없는 파일입니다. RIS, nbib, BibTeX, EndNote XML, CSV, XLSX 등이 필요합니다',
    en: 'the file cannot be read; expected RIS, nbib, BibTeX, EndNote XML, CSV, XLSX or the like',
  },
  'failed here': {
    ko: 'firsthand의 잘못으로 멈췄습니다. 알려 주십시오',
    en: 'stopped through a fault of firsthand; please report it',
  },
};

/** What happened, for a person: of a run, or of a reference file's records. */
export function wordsOfProblem(code: string): { ko: string; en: string } {
  if (code in runWords) return runWords[code as FaultCode]; // just checked
  const [ko, en] = (['ko', 'en'] as const).map((language) => {
    const { problem, expected } = referenceProblem(code as ReferenceFault, '', language); // the only other codes kept
    return `${problem}; ${expected}`;
  });
  return { ko: ko ?? '', en: en ?? '' };
}
