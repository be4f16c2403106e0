/** From a number to the words behind it: at the right of the page, on a phone a sheet from below. */
import './evidence.css';
import '../coded-text.css';
import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { parseRefKey } from '../../../src/report/trace.ts';
import { useKeys } from '../frame/keys.ts';
import { useLanguage } from '../language.tsx';
import { useIsPhone } from '../media.ts';
import { evidenceQuery } from '../queries.ts';
import { Sheet } from '../sheet.tsx';
import { useNames, useStudySlug } from '../study.ts';
import { EvidenceList } from './evidence-list.tsx';
import { referenceTitle } from './reference-title.ts';
import { useCloseEvidence, useEvidenceKey } from './use-evidence.ts';

export function EvidenceDrawer() {
  const key = useEvidenceKey();
  if (key === undefined) return null;
  return <OpenDrawer evidenceKey={key} />;
}

function OpenDrawer({ evidenceKey }: { evidenceKey: string }) {
  const { words } = useLanguage();
  const names = useNames();
  const isPhone = useIsPhone();
  const close = useCloseEvidence();
  const ref = parseRefKey(evidenceKey);
  const title = ref === null ? words.evidence.title : referenceTitle(ref, names, words);
  const body = <EvidenceBody key={evidenceKey} evidenceKey={evidenceKey} />;
  if (isPhone) {
    return (
      <Sheet title={title} close={close}>
        {body}
      </Sheet>
    );
  }
  return (
    <SideDrawer title={title} evidenceKey={evidenceKey} close={close}>
      {body}
    </SideDrawer>
  );
}

function SideDrawer({
  title,
  evidenceKey,
  close,
  children,
}: {
  title: string;
  evidenceKey: string;
  close: () => void;
  children: React.ReactNode;
}) {
  const { words } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusThereAndBack(heading, evidenceKey);
  useKeys((event) => {
    // A menu or sheet that is open above takes the key first.
    if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('[role=dialog]'))
      close();
  });
  return (
    <aside className="drawer" aria-label={words.evidence.title}>
      <header className="drawer-head">
        <p className="eyebrow">{words.evidence.title}</p>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button className="quiet-button" aria-label={words.frame.close} onPress={close}>
          ✕
        </Button>
      </header>
      <div className="drawer-body">{children}</div>
    </aside>
  );
}

/** Takes the focus when the drawer opens on something, and gives it back to the number when it closes. */
function useFocusThereAndBack(heading: React.RefObject<HTMLElement | null>, evidenceKey: string): void {
  const from = useRef<Element | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reference in an open drawer takes the focus too
  useLayoutEffect(() => {
    const before = document.activeElement;
    if (before !== null && !before.closest('.drawer')) from.current = before;
    heading.current?.focus({ preventScroll: true });
  }, [heading, evidenceKey]);
  useLayoutEffect(
    () => () => {
      if (from.current instanceof HTMLElement || from.current instanceof SVGElement) from.current.focus();
    },
    [],
  );
}

function EvidenceBody({ evidenceKey }: { evidenceKey: string }) {
  const { words } = useLanguage();
  const { data, error } = useQuery(evidenceQuery(useStudySlug(), evidenceKey));
  if (error) return <p className="note">{words.evidence.unknown}</p>;
  if (data === undefined) return <p className="waiting">{words.frame.loading}</p>;
  if (data.state === 'withheld') return <p className="note">{words.evidence.withheld}</p>;
  return <EvidenceList items={data.items} />;
}
