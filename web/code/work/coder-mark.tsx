/** Who has coded, where it was somebody else: initials on the coder's colour. */
import { useLanguage } from '../../kit/language.tsx';
import { useNames, useStudy } from '../../kit/study.ts';
import { workWords } from './words.ts';

const COLOURS = 8;

export function CoderMark({ coder }: { coder: string }) {
  const words = workWords[useLanguage().language];
  const names = useNames();
  const { study } = useStudy();
  const at = study.coders.findIndex(({ id }) => id === coder);
  const name = names.coder(coder);
  return (
    <span className="coder-mark" data-colour={at === -1 ? 0 : (at % COLOURS) + 1} title={words.by(name)}>
      <span aria-hidden="true">{initials(name)}</span>
      <span className="visually-hidden">{words.by(name)}: </span>
    </span>
  );
}

/** Two letters: of the two first words, or of the one. */
function initials(name: string): string {
  const [first = '', second] = name
    .replaceAll(/\p{Cf}/gu, '')
    .split(/[\s._-]+/u)
    .filter(Boolean);
  const letters = Array.from(first);
  return (second === undefined ? letters.slice(0, 2) : [letters[0], Array.from(second)[0]])
    .join('')
    .toUpperCase();
}
