/** One coding that a sentence rests on: whose words, and which. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components/Button';
import type { CodingId } from '../../src/study/ids.ts';
import { useLanguage } from '../kit/language.tsx';
import { useNames, useStudySlug } from '../kit/study.ts';
import { codingQuery } from './api.ts';
import { boardWords } from './board-words.ts';

interface CitationProps {
  coding: CodingId;
  isMissing: boolean;
  onRemove: () => void;
}

export function Citation({ coding, isMissing, onRemove }: CitationProps) {
  const { language } = useLanguage();
  const names = useNames();
  const words = boardWords[language];
  const { data } = useQuery(codingQuery(useStudySlug(), coding));
  const who = data?.participant ?? coding;
  const isGone = isMissing || (data !== undefined && data.ended !== null);
  return (
    <li className="citation" data-gone={isGone || undefined}>
      <span>
        <strong>{who}</strong>{' '}
        {data &&
          (data.span === null ? (
            <span className="quiet">{words.wholeAnswer}</span>
          ) : (
            <q>{data.span.quote}</q>
          ))}{' '}
        {data && <span className="quiet">{names.code(data.code)}</span>}
        {isGone && <span className="gone"> {words.gone}</span>}
      </span>
      <Button className="quiet-button" aria-label={words.removeCitation(who)} onPress={onRemove}>
        ✕
      </Button>
    </li>
  );
}
