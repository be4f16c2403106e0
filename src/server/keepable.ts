/**
 * Text that no database keeps and no file holds: NUL, and half of a surrogate pair. It comes from broken pastes and from
 * programs, and is refused wherever it stands, before a route sees it.
 */
import { Refusal } from '../access/refusal.ts';

const UNKEEPABLE = /[\p{Surrogate}\0]/u;

/** Whether every text in a request's part, however deep, can be kept. */
export function isKeepable(value: unknown): boolean {
  if (typeof value === 'string') return !UNKEEPABLE.test(value);
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(isKeepable);
  return Object.entries(value).every(([name, member]) => isKeepable(name) && isKeepable(member));
}

export const textMalformed = () =>
  new Refusal(400, 'text malformed', {
    ko: '저장할 수 없는 글자(NUL이나 반쪽 글자)가 있습니다. 그 글자를 지우고 다시 보내 주십시오',
    en: 'the text holds a character that cannot be kept (NUL or half a character); take it out and send again',
  });
