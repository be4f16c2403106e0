/** 결함을 알리는 한국어 문장: 무엇이 잘못되었고 무엇이 필요한지. The codes and their values are those of `en.ts`. */
import type { Words } from '../defects.ts';
import type { en } from './en.ts';

const list = (choices: readonly string[]) => choices.map((choice) => `\`${choice}\``).join(', ');

export const ko: { readonly [C in keyof typeof en]: (values: Parameters<(typeof en)[C]>[0]) => Words } = {
  'not a folder': () => ['그런 폴더가 없습니다', '`study.yaml`이 들어 있는 폴더가 필요합니다'],
  'file missing': () => ['파일이 없습니다', '연구 폴더 안에 있어야 합니다'],
  'file outside folder': () => [
    '파일이 폴더 밖에 있습니다',
    '폴더 밖을 가리키는 링크가 아니라 폴더 안의 파일이어야 합니다',
  ],
  'not a regular file': () => ['일반 파일이 아닙니다', '글이 담긴 파일이어야 합니다'],
  'file too large': (v) => ['파일이 너무 큽니다', `${v.megabytes} MB 이하여야 합니다`],
  'two files for one table': (v) => [
    `같은 표가 \`${v.other}\`에도 있습니다`,
    '두 파일 중 하나만 두어야 합니다',
  ],
  'file empty': () => ['파일이 비어 있습니다', '적어도 제목 행이 있어야 합니다'],
  'file type unknown': () => [
    '이름만으로는 파일의 종류를 알 수 없습니다',
    '.csv, .tsv, .xlsx로 끝나는 이름이 필요합니다',
  ],
  'output is not a folder': () => [
    '그 이름으로 폴더가 아닌 것이 이미 있습니다',
    '새 폴더의 이름이 필요합니다',
  ],
  'output folder not ours': () => [
    'firsthand가 이 용도로 만든 폴더가 아니므로 건드리지 않았습니다',
    '새 폴더, 빈 폴더, 또는 같은 명령이 만든 폴더가 필요합니다',
  ],
  'folder not empty': () => ['폴더에 이미 무엇인가 있습니다', '새 폴더나 빈 폴더가 필요합니다'],
  'output folder holds other files': (v) => [
    `firsthand가 만들지 않은 파일이 ${v.count}개 있어 폴더를 건드리지 않았습니다`,
    '그 파일을 옮기거나 다른 폴더를 지정해 주십시오',
  ],

  'encoding unknown': () => [
    '읽을 수 없는 문자 인코딩입니다',
    'UTF-8, UTF-16 또는 CP949(윈도 한국어)여야 합니다',
  ],
  'quotes broken': () => [
    '이 행부터 따옴표가 맞지 않습니다',
    '따옴표를 쓰는 칸은 `"`로 시작하고 끝나야 하며 그 안의 따옴표는 두 번 써야 합니다',
  ],
  'cell too large': (v) => ['칸의 내용이 너무 깁니다', `${v.characters}자 이하여야 합니다`],
  'too many rows': (v) => ['표의 행이 너무 많습니다', `${v.rows}행 이하여야 합니다`],
  'spreadsheet unreadable': () => [
    '스프레드시트를 읽을 수 없습니다',
    'Excel, Google Sheets, LibreOffice에서 암호 없이 저장한 .xlsx 파일이어야 합니다',
  ],
  'column missing': (v) => [`\`${v.column}\` 열이 없습니다`, '제목 행에 그 이름이 있어야 합니다'],
  'column unknown': (v) => ['이 표에 없는 열입니다', `가능한 열: ${list(v.known)}`],
  'attribute column unknown': () => [
    '이 표의 열도 연구의 특성(attribute)도 아닙니다',
    'study.yaml의 `attributes`에 적거나 열을 지워 주십시오',
  ],
  'column twice': () => ['같은 열이 두 번 있습니다', '열은 한 번씩만 있어야 합니다'],
  'row too long': () => [
    '행의 칸이 제목 행보다 많습니다',
    '칸 수가 같아야 합니다. 구분자가 든 글은 따옴표로 묶어야 합니다',
  ],
  'cell empty': () => ['칸이 비어 있습니다', '값이 필요합니다'],
  'id malformed': () => [
    '식별자로 쓸 수 없습니다',
    '글자나 숫자로 시작하고 글자, 숫자, 점, 붙임표, 밑줄로 된 64자 이하여야 합니다',
  ],
  'cell not among': (v) => ['가능한 값이 아닙니다', `가능한 값: ${list(v.choices)}`],
  'date malformed': () => ['날짜가 아닙니다', '2026-03-31과 같은 날짜여야 합니다'],
  'whole number expected': (v) => ['맞는 정수가 아닙니다', `${v.minimum} 이상의 정수여야 합니다`],
  'number expected': () => ['숫자가 아닙니다', '종류가 `number`인 특성이므로 숫자여야 합니다'],

  'yaml unreadable': () => [
    '이 줄부터 YAML을 읽을 수 없습니다',
    '들여쓰기가 맞아야 하고, `: `나 ` #`이 든 글은 따옴표로 묶어야 합니다',
  ],
  'yaml key twice': () => ['같은 키가 두 번 있습니다', '키는 한 번씩만 있어야 합니다'],
  'yaml alias': () => [
    '앵커나 별칭(`&`, `*`)을 썼습니다',
    '값을 그대로 적거나, `*`나 `&`로 시작하는 글은 따옴표로 묶어야 합니다',
  ],
  'yaml too deep': () => ['파일이 너무 깊게 중첩되어 있습니다', '몇 단계 이내여야 합니다'],
  'key unknown': (v) => [`여기에는 \`${v.key}\` 키가 없습니다`, '철자를 확인하거나 키를 지워 주십시오'],
  'key missing': () => ['키가 없습니다', '값이 필요합니다'],
  'wrong kind of value': (v) => [
    '값의 종류가 맞지 않습니다',
    `필요한 것: ${kinds[v.expected] ?? v.expected}`,
  ],
  'value not among': (v) => ['가능한 값이 아닙니다', `가능한 값: ${list(v.choices)}`],
  'value too small': (v) => ['내용이 모자랍니다', `${v.minimum} 이상이어야 합니다`],
  'value too large': (v) => ['내용이 너무 많습니다', `${v.maximum} 이하여야 합니다`],
  'attribute id malformed': () => [
    '특성(attribute)의 식별자로 쓸 수 없습니다',
    '영문 소문자로 시작하고 소문자, 숫자, 밑줄로 되어야 합니다',
  ],
  'no words': () => ['어느 언어로도 글이 없습니다', '`ko`, `en` 중 하나 이상이 필요합니다'],
  'value malformed': () => ['쓸 수 없는 값입니다', '다른 값이 필요합니다'],
  'format unknown': () => ['더 새로운 판에서 만든 폴더입니다', '`format: 1`이어야 합니다'],

  'id twice': () => ['같은 목록에서 이미 쓴 식별자입니다', '식별자는 한 번씩만 써야 합니다'],
  'id reserved': () => ['participants.csv의 열 이름과 겹칩니다', '특성에 다른 식별자를 써야 합니다'],
  'participant unknown': () => [
    '참여자 명단에 없는 식별자입니다',
    'participants.csv에 있는 식별자여야 합니다',
  ],
  'question unknown': () => ['연구에 없는 질문입니다', 'study.yaml에 있는 질문의 식별자여야 합니다'],
  'wave unknown': () => ['연구에 없는 차수(wave)입니다', 'study.yaml에 있는 차수의 식별자여야 합니다'],
  'coder unknown': () => ['연구에 없는 코더입니다', 'study.yaml에 있는 코더의 식별자여야 합니다'],
  'code unknown': () => ['코드북에 없는 코드입니다', 'codebook.yaml에 있는 코드의 식별자여야 합니다'],
  'domain unknown': () => ['틀(frame)에 없는 영역입니다', 'study.yaml의 틀에 있는 영역의 식별자여야 합니다'],
  'coding unknown': () => ['그런 코딩이 없습니다', 'codings.csv에 있는 코딩의 식별자여야 합니다'],
  'attribute unknown': () => [
    '연구에 없는 특성(attribute)입니다',
    'study.yaml에 있는 특성의 식별자 또는 `language`여야 합니다',
  ],
  'answer unknown': () => [
    '이 참여자는 이 차수에 이 질문에 답하지 않았습니다',
    'answers.csv에 있는 응답의 코딩이어야 합니다',
  ],
  'answer twice': (v) => [
    v.row === undefined ? '같은 응답이 두 번 있습니다' : `같은 응답이 앞의 ${v.row}행에 있습니다`,
    '한 차수의 한 질문에 참여자의 응답은 하나여야 합니다',
  ],
  'coding twice': (v) => [
    v.row === undefined ? '같은 코딩이 두 번 있습니다' : `같은 코딩이 앞의 ${v.row}행에 있습니다`,
    '같은 글에 같은 코더가 같은 단계에서 붙인 코드는 하나여야 합니다',
  ],
  'assignment twice': () => [
    '같은 배정이 앞에 있습니다',
    '한 단계에서 한 참여자에게 코더는 한 번만 배정되어야 합니다',
  ],
  'parent in a circle': () => [
    '코드가 자기 자신의 상위 코드입니다',
    '상위 코드를 따라가면 상위가 없는 코드에서 끝나야 합니다',
  ],
  'wave closes first': () => ['시작하기 전에 끝나는 차수입니다', '`closes`는 `opens`와 같거나 늦어야 합니다'],
  'span backwards': () => ['구간의 끝이 시작과 같거나 앞입니다', '`end`가 `start`보다 커야 합니다'],
  'span outside': (v) => [
    '구간이 응답을 벗어납니다',
    `끝은 ${v.length} 이하여야 합니다(NFC 정규화한 글의 코드 포인트)`,
  ],
  'span half given': () => ['구간의 한쪽 끝만 있습니다', '`start`와 `end`를 모두 적거나 모두 비워야 합니다'],
  'quote differs': () => [
    '인용문이 그 구간의 글과 다릅니다',
    '`start`부터 `end`까지의 글과 똑같아야 합니다(NFC 정규화한 글의 코드 포인트)',
  ],
  'quote not found once': () => [
    '`start`와 `end`가 없는 인용문이 응답에 꼭 한 번 나오지 않습니다',
    '한 번만 나오는 글이거나 `start`와 `end`가 있어야 합니다',
  ],
  'codebook version later': (v) => ['코드북보다 나중 판입니다', `${v.version} 이하여야 합니다`],
  'text malformed': () => [
    '글에 깨진 문자(짝 없는 서러게이트 또는 NUL)가 있습니다',
    '올바른 유니코드여야 합니다',
  ],
  'default not possible': (v) => [`\`${v.column}\` 열이 없는데 가능한 값이 여럿입니다`, '그 열이 필요합니다'],

  'column not in export': () => [
    '내보낸 파일에 그런 열이 없습니다',
    '열의 이름, 글자(A, B…) 또는 번호가 필요합니다',
  ],
  'no open question found': () => [
    '열린 질문의 응답으로 보이는 열이 없습니다',
    '`--questions`로 응답이 든 열을 알려 주십시오',
  ],
  'too many questions': (v) => [
    '열린 질문으로 보이는 열이 너무 많습니다',
    `\`--questions\`로 ${v.maximum}개 이하를 골라 주십시오`,
  ],
  'too few rows': (v) => ['행이 너무 적습니다', `제목 행 외에 ${v.minimum}행 이상이어야 합니다`],
  'too few coders': () => ['코더가 두 명보다 적습니다', '코더마다 한 열씩, 두 열 이상이 필요합니다'],
  'label not a number': () => [
    '숫자가 아닌 값입니다',
    '이 척도에는 숫자가 필요합니다. 아니면 `--level nominal`을 쓰십시오',
  ],
  'label negative': () => ['음수입니다', '비율 척도에는 0 이상의 수가 필요합니다'],
  'frame unknown': (v) => ['그런 틀(frame)이 없습니다', `가능한 값: ${list(v.choices)}`],
};

const kinds: Record<string, string> = {
  string: '글(숫자처럼 보이면 따옴표로)',
  number: '숫자',
  int: '정수',
  boolean: '`true` 또는 `false`',
  array: '목록(`- `로 시작하는 줄)',
  object: '키와 값',
};
