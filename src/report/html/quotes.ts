/** Words of participants who agreed to be quoted. */
import type { AnswerKey } from '../../study/ids.ts';
import type { Quote } from '../../synthesise/model.ts';
import { element, type Markup } from '../markup.ts';
import type { ReportContext } from './context.ts';
import { foreign } from './parts.ts';

/** The participant, question and wave of an answer's key. */
export function partsOfKey(key: AnswerKey): { participant: string; question: string; wave: string } {
  const [participant = '', question = '', wave = ''] = key.split('/');
  return { participant, question, wave };
}

export function quoteBlock(context: ReportContext, { answer, text }: Quote): Markup {
  const { participant, question } = partsOfKey(answer);
  const spoken = context.snapshot.participants.find(({ id }) => id === participant);
  return element(
    'blockquote',
    { class: 'quote' },
    element('p', { lang: spoken?.language, dir: 'auto' }, text),
    element('footer', {}, foreign(participant), ` · ${context.names.question(question)}`),
  );
}
