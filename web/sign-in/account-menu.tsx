/**
 * Behind one's name at the top: the account, the people of the study, the way out. The browser's own popover closes
 * itself, takes Esc and weighs nothing, which a menu that stands on every page must.
 */
import './account-menu.css';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useRef } from 'react';
import { useLanguage } from '../kit/language.tsx';
import { meQuery } from '../kit/queries.ts';
import { signOut } from './api.ts';
import { leave } from './leave.ts';
import { signInWords } from './words.ts';

/** `ledStudy`: the study that is shown, where one leads it. */
export default function AccountMenu({ ledStudy }: { ledStudy?: string }) {
  const { language } = useLanguage();
  const words = signInWords[language].account;
  const { data: me } = useSuspenseQuery(meQuery);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const out = useMutation({ mutationFn: signOut, onSuccess: leave });
  const placeBelow = (list: HTMLElement) => {
    const { bottom = 0, right = 0 } = button.current?.getBoundingClientRect() ?? {};
    list.style.inset = `${bottom + 4}px ${document.documentElement.clientWidth - right}px auto auto`;
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="quiet-button account-button"
        popoverTarget={id}
        aria-label={words.menu(me.name)}
      >
        {me.name}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: it listens for the links and the button inside */}
      <ul
        id={id}
        popover="auto"
        className="account-list"
        aria-label={words.title}
        onBeforeToggle={({ currentTarget }) => placeBelow(currentTarget)}
        onClick={({ currentTarget }) => currentTarget.hidePopover()}
      >
        {ledStudy !== undefined && (
          <li>
            <Link to="/studies/$study/people" params={{ study: ledStudy }}>
              {words.people}
            </Link>
          </li>
        )}
        <li>
          <Link to="/me">{words.title}</Link>
        </li>
        <li>
          <button type="button" onClick={() => out.mutate()}>
            {words.signOut}
          </button>
        </li>
      </ul>
    </>
  );
}
