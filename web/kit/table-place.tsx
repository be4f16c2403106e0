/** A table that is wider than its place scrolls there, by key as well, and the page stays still. */
import type { ReactNode } from 'react';

export function TablePlace({ name, children }: { name: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key (WCAG 2.1.1)
    <section className="table-place" aria-label={name} tabIndex={0}>
      {children}
    </section>
  );
}
