/** What surrounds a page that belongs to no study: the name of the program and how the screen is to be. */
import './plain-frame.css';
import type { ReactNode } from 'react';
import { LanguageSwitch, ThemeSwitch } from './frame/switches.tsx';

export function PlainFrame({ account, children }: { account?: ReactNode; children: ReactNode }) {
  return (
    <div className="plain-frame">
      <header>
        <a className="brand" href="/">
          Firsthand
        </a>
        <LanguageSwitch />
        <ThemeSwitch />
        {account}
      </header>
      <main id="page">{children}</main>
    </div>
  );
}
