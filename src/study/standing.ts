/**
 * The standing that an answer has until a person says otherwise. Only answers that certainly say nothing are set
 * aside as non-substantive; whatever could be read either way is undecided and waits for a person, so that no
 * answer is lost to a rule. "No experience" is an answer to a question about experience and counts as one.
 */
import type { Standing } from './model.ts';

const NOTHING = new Set(
  [
    // Korean: none, nothing in particular, do not know, no opinion, pass
    '없음 없슴 없다 없습니다 없어요 없네요 없는듯 없는듯함 없는것같음 없는것같습니다 전혀없음 무 무응답 별로없음',
    '특별히없음 특별히없습니다 특별히없다 특별한것없음 특별한거없음 특별한것없습니다 특이사항없음 특별한의견없음 딱히없음 딱히없습니다 딱히없어요',
    '별다른의견없음 별의견없음 의견없음 의견없습니다 다른의견없음 추가의견없음 추가없음 추가사항없음 기타없음 할말없음 답변없음 내용없음',
    '해당없음 해당없습니다 해당사항없음 해당사항없습니다 해당안됨 해당무 비해당',
    '모름 모르겠음 모르겠다 모르겠습니다 모르겠어요 모르겠네요 모릅니다 몰라요 몰라 잘모름 잘모르겠음 잘모르겠다 잘모르겠습니다',
    '잘모르겠어요 잘모르겠네요 아직모르겠음 아직잘모르겠음 아직모르겠습니다 아직잘모르겠습니다 ㅁㄹ',
    '생각안남 생각나지않음 생각이나지않음 기억안남 기억나지않음 생각해본적없음 노코멘트 패스 생략 테스트 ㄴㄴ ㅇㅇ',
    // English
    'none nothing nil na notapplicable nocomment nocomments nothanks nothingtoadd nothingelse nothinginparticular nothingreally',
    'noneatall nonereally noneinparticular noneidentified nothingatall nothingcomestomind noopinion noanswer noresponse',
    'idontknow idonotknow dontknow donotknow dontreallyknow ireallydontknow dk idk noidea noclue notsure unsure imnotsure iamnotsure cantsay cannotsay',
    'pass skip skipped blank test testing null undefined tbd asdf asdfasdf qwerty ㅁㄴㅇㄹ',
  ].flatMap(words),
);

const UNDECIDED = new Set(
  [
    '네 예 넵 응 아니요 아니오 아뇨 아님 글쎄 글쎄요 아직 아직없음 아직없습니다 아직은없음 아직은없습니다 아직까지없음 있음 있습니다 있다 있어요',
    '상동 동일 위와같음 위와동일 위와동일함 위와동일합니다 위와같습니다 앞과같음 앞과동일 앞의답변과같음 전과동일 좋음 좋아요 좋습니다 나쁨 보통',
    'yes no nope yep yeah maybe perhaps ok okay sure notyet notreally depends itdepends good bad fine',
    'sameasabove sameasbefore asabove asbefore seeabove ditto same',
  ].flatMap(words),
);

/** Longer than any of the phrases, so that most answers are told by the first that is none of them. */
const LONG = 60;

/** The rule's standing of an answer's text, in either language. */
export function standingByRule(text: string): Standing {
  const plain = text.normalize('NFKC').toLowerCase();
  const phrases = plain.split(/[.!?。,;/\n\r]+/);
  if (plain.length > LONG && !phrases.every((phrase) => decidesNothing(lettersOf(phrase))))
    return 'interpretable';
  const parts = phrases.map(lettersOf).filter((part) => part !== '');
  const whole = parts.join('');
  if (parts.every(saysNothing) || saysNothing(whole)) return 'non-substantive';
  if (parts.every(decidesNothing) || UNDECIDED.has(whole)) return 'undecided';
  return lengthOf(whole) < 2 || /^\p{N}+$/u.test(whole) ? 'undecided' : 'interpretable';
}

function decidesNothing(letters: string): boolean {
  return letters === '' || saysNothing(letters) || UNDECIDED.has(letters);
}

/** Words of the list, and letters without a word: ㅋㅋㅋ and ㅠㅠ (conjoining jamo after NFKC), xxx. */
function saysNothing(letters: string): boolean {
  return NOTHING.has(letters) || /^[\u1100-\u11ff]+$/.test(letters) || /^([a-z])\1*$/u.test(letters);
}

function words(line: string): string[] {
  return line.normalize('NFKC').split(' ');
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function lengthOf(letters: string): number {
  return [...letters].length;
}
