/** Sentences of the report on the screen: the same words, their links opening the drawer. */
import { useNavigate, useRouter } from '@tanstack/react-router';
import { createElement, Fragment, type MouseEvent, type ReactNode } from 'react';
import type { Markup } from '../../src/report/markup.ts';
import { type Messages, messagesIn } from '../../src/report/messages/messages.ts';
import { type EvidenceRef, refKey } from '../../src/report/trace.ts';
import { useLanguage } from './language.tsx';

export function useReportWords(): Messages {
  return messagesIn(useLanguage().language);
}

/** The address at which the drawer shows the evidence; it is the page's own, so that it can be sent to somebody. */
export function useEvidenceAddress(): (ref: EvidenceRef) => string {
  const router = useRouter();
  return (ref) =>
    router.buildLocation({ to: '.', search: (search) => ({ ...search, evidence: refKey(ref) }) }).href;
}

/** Follows a link within the page unless the reader asked for a new tab. */
export function useFollow(): (event: MouseEvent) => void {
  const navigate = useNavigate();
  return (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ href: link.getAttribute('href') ?? '', resetScroll: false });
  };
}

export function Sentence({ markup }: { markup: Markup }) {
  const follow = useFollow();
  return <>{toReact(markup, follow)}</>;
}

function toReact(markup: Markup, follow: (event: MouseEvent) => void): ReactNode {
  if (markup === null || typeof markup === 'string') return markup;
  // The order of the words is their only identity, and it does not change while they are shown.
  if (isList(markup)) {
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    return markup.map((part, at) => <Fragment key={at}>{toReact(part, follow)}</Fragment>);
  }
  const { class: className, ...attributes } = markup.attributes;
  const onClick = markup.tag === 'a' ? { onClick: follow } : {};
  return createElement(
    markup.tag,
    { className, ...attributes, ...onClick },
    ...markup.children.map((part) => toReact(part, follow)),
  );
}

const isList = (markup: Markup): markup is readonly Markup[] => Array.isArray(markup);
