/** The study's name and waves, the way to everything else by name, and how the screen is to be. */
import { lazy, Suspense } from 'react';
import { Button } from 'react-aria-components/Button';
import { useLanguage } from '../language.tsx';
import { useMeInStudy } from '../me.ts';
import { useStudy, useStudySlug } from '../study.ts';
import type { Overlay } from './frame.tsx';
import { LanguageSwitch, ThemeSwitch } from './switches.tsx';

const AccountMenu = lazy(() => import('../../sign-in/account-menu.tsx'));

export function TopBar({ open }: { open: (overlay: Overlay) => void }) {
  const { words, of } = useLanguage();
  const { study } = useStudy();
  const slug = useStudySlug();
  const { role } = useMeInStudy();
  return (
    <header className="top-bar">
      <p className="study-name">
        <strong>{of(study.title)}</strong>
        <span className="study-wave">{useWaves()}</span>
      </p>
      <div className="top-actions">
        <Button className="quiet-button commands-button" onPress={() => open('commands')}>
          {words.frame.commands} <kbd>{commandKey()}</kbd>
        </Button>
        <LanguageSwitch />
        <ThemeSwitch />
        <Button className="quiet-button" aria-label={words.frame.keys} onPress={() => open('keys')}>
          ?
        </Button>
        <Suspense fallback={null}>
          <AccountMenu ledStudy={role === 'lead' ? slug : undefined} />
        </Suspense>
      </div>
    </header>
  );
}

function useWaves(): string {
  const { words } = useLanguage();
  const { study } = useStudy();
  const [first] = study.waves;
  const last = study.waves.at(-1);
  if (first === undefined || last === undefined) return '';
  const dates = words.frame.wave(first.opens, last.closes);
  return study.waves.length === 1 ? dates : `${words.frame.waves(study.waves.length)}, ${dates}`;
}

function commandKey(): string {
  return navigator.platform.startsWith('Mac') ? '⌘K' : 'Ctrl K';
}
