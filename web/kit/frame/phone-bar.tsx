/** On a phone the rail is a sheet from below, opened from a bar that the thumb reaches. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useLanguage } from '../language.tsx';
import { meQuery } from '../queries.ts';
import { Sheet } from '../sheet.tsx';
import type { Overlay } from './frame.tsx';
import { StageLinks } from './stage-links.tsx';
import { LanguageSwitch, ThemeSwitch } from './switches.tsx';
import { useCurrentStage } from './use-current-stage.ts';

export function PhoneBar({ open }: { open: (overlay: Overlay) => void }) {
  const { words } = useLanguage();
  const here = useCurrentStage();
  const { data: me } = useSuspenseQuery(meQuery);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="phone-bar">
      <Button className="quiet-button" onPress={() => setOpen(true)}>
        {words.frame.openStages}
        {here && <strong> · {words.stages[here]}</strong>}
      </Button>
      <Button className="quiet-button" onPress={() => open('commands')}>
        {words.frame.commands}
      </Button>
      {isOpen && (
        <Sheet title={words.frame.stages} close={() => setOpen(false)}>
          <nav aria-label={words.frame.stages}>
            <StageLinks onFollow={() => setOpen(false)} />
          </nav>
          <div className="sheet-switches">
            <LanguageSwitch />
            <ThemeSwitch />
            <Link to="/me" className="button">
              {me.name}
            </Link>
          </div>
        </Sheet>
      )}
    </div>
  );
}
