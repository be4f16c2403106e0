/** `firsthand redact`: a text with its personal identifiers covered, and where they were. */
import { type Command, jsonOption } from './command.ts';

export const redactCommand: Command = {
  name: 'redact',
  arguments: [{ name: '<file>', words: { ko: '글이 담긴 파일', en: 'a file with text' } }],
  words: {
    ko: '글에서 개인 식별 정보를 찾아 같은 글자 수의 ○로 가립니다. 모두 찾지는 못하므로 사람이 확인해야 합니다',
    en: 'find personal identifiers in a text and cover them, a ○ for each character; a person must still check',
  },
  options: [jsonOption],
  async run([path = ''], options, { out }) {
    const { readTextFile } = await import('../collect/index.ts');
    const { findIdentifiers, mask } = await import('../protect/redact.ts');
    const original = await readTextFile(path);
    const identifiers = findIdentifiers(original);
    const text = mask(original, identifiers);
    const found = identifiers.map(({ kind, start, end }) => ({ kind, start, end }));
    out(options.json ? `${JSON.stringify({ text, found })}\n` : text);
    return 0;
  },
};
