import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';

describe('the language of a text', () => {
  it.each([
    ['환자가 GPT에게 물어봄', 'ko'],
    ['EMR summary 작성에 유용함', 'ko'],
    ['의무기록'.normalize('NFD'), 'ko'],
    ['ㅇㅇ', 'ko'],
    ['Patients ask ChatGPT first.', 'en'],
    ['A patient said "괜찮아" to the chatbot and then stopped', 'en'],
    ['3 - ...', null],
    ['', null],
    ['🙂', null],
  ] as const)('of %j is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});
