/** A page: the question that it answers, what answers it, and at the side how to read it. */
import type { ReactNode } from 'react';
import type { Stage } from './frame/stages.ts';
import { useLanguage } from './language.tsx';

export function Page({
  stage,
  title,
  lede,
  margin,
  children,
}: {
  stage: Stage;
  /** The question of a further page of the stage; without it, that of the stage. */
  title?: string;
  lede?: ReactNode;
  margin?: ReactNode;
  children: ReactNode;
}) {
  const { words } = useLanguage();
  return (
    <div className="columns" data-page={stage}>
      <header className="page-head">
        <h1>{title ?? words.questions[stage]}</h1>
        {lede && <p className="lede">{lede}</p>}
      </header>
      <div className="page-body">{children}</div>
      {margin && <aside className="margin">{margin}</aside>}
    </div>
  );
}

/** What stands where there is nothing yet: what to do, and with which command. */
export function Empty({ say, hint, children }: { say: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{say}</p>
      {hint && <p>{hint}</p>}
      {children}
    </div>
  );
}
