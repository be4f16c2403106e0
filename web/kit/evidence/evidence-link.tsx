/** A number on the page that opens the answers behind it. */
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type EvidenceRef, refKey } from '../../../src/report/trace.ts';
import { useEvidenceKey } from './use-evidence.ts';

export function EvidenceLink({
  to,
  children,
  className = 'evidence-link',
}: {
  to: EvidenceRef;
  children: ReactNode;
  className?: string;
}) {
  const key = refKey(to);
  const isOpen = useEvidenceKey() === key;
  return (
    <Link
      to="."
      search={(search) => ({ ...search, evidence: key })}
      resetScroll={false}
      preload={false}
      className={className}
      data-open={isOpen || undefined}
      activeProps={{}}
    >
      {children}
    </Link>
  );
}
