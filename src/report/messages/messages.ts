/** Words of reports and figures by language. English states the shape; the compiler holds Korean to it. */
import type { Language } from '../../study/localised.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';

export type { Messages } from './en.ts';

export function messagesIn(language: Language): typeof en {
  return language === 'ko' ? ko : en;
}
