/** The head of a theme's column: its name, which opens it, how many said it, and the column's place. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import type { ThemeVersion } from '../../src/code/model.ts';
import { useLanguage } from '../kit/language.tsx';
import { ShareNumber } from '../kit/numbers.tsx';
import { analysisQuery } from '../kit/queries.ts';
import { useNames, useStudySlug } from '../kit/study.ts';
import { boardWords } from './board-words.ts';

interface ThemeHeadProps {
  version: ThemeVersion;
  at: number;
  count: number;
  onOpen: () => void;
  onShift: (step: 1 | -1) => void;
}

export function ThemeHead({ version: { theme, missing }, at, count, onOpen, onShift }: ThemeHeadProps) {
  const { language, of } = useLanguage();
  const words = boardWords[language];
  const name = of(theme.label);
  return (
    <header className="theme-head">
      <h2>
        <kbd>{moveKey(at)}</kbd>{' '}
        <Button className="theme-name" aria-label={words.open(name)} onPress={onOpen}>
          {name}
        </Button>
      </h2>
      <span className="theme-place">
        <Button
          className="quiet-button"
          aria-label={words.before(name)}
          isDisabled={at === 0}
          onPress={() => onShift(-1)}
        >
          ←
        </Button>
        <Button
          className="quiet-button"
          aria-label={words.after(name)}
          isDisabled={at === count - 1}
          onPress={() => onShift(1)}
        >
          →
        </Button>
      </span>
      <Prevalence theme={theme} />
      {missing.length > 0 && <p className="theme-missing">{words.missing(missing.length)}</p>}
    </header>
  );
}

function Prevalence({ theme }: { theme: ThemeVersion['theme'] }) {
  const { language } = useLanguage();
  const names = useNames();
  const words = boardWords[language];
  const { data, isFetching } = useQuery(analysisQuery(useStudySlug()));
  if (theme.questions.length === 0) return <p className="quiet">{words.notCounted}</p>;
  const shares = (data?.synthesis.prevalence ?? []).filter((one) => one.theme === theme.id);
  return (
    <ul className="theme-shares" data-stale={isFetching || undefined}>
      {shares.map(({ question, share }) => (
        <li key={question}>
          {(theme.questions.length > 1 || shares.length > 1) && (
            <span className="quiet">{names.question(question)} </span>
          )}
          <ShareNumber share={share} evidence={{ kind: 'theme', theme: theme.id, question }} />
        </li>
      ))}
      {isFetching && <li className="quiet">{words.counting}</li>}
    </ul>
  );
}

/** 1 to 9, then letters: the key that moves a code to the theme in this place. */
export function moveKey(at: number): string {
  return at < 9 ? String(at + 1) : String.fromCharCode('A'.charCodeAt(0) + at - 9);
}
