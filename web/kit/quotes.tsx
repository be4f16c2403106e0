/** Words of participants who agreed to be quoted; each opens in its place. */
import { Link } from '@tanstack/react-router';
import type { Quote } from '../../src/synthesise/model.ts';
import { useLanguage } from './language.tsx';
import { useStudySlug } from './study.ts';

export function Quotes({ quotes }: { quotes: readonly Quote[] }) {
  return quotes.map((quote) => <QuoteBlock key={quote.coding} quote={quote} />);
}

function QuoteBlock({ quote }: { quote: Quote }) {
  const { words } = useLanguage();
  const study = useStudySlug();
  const [participant = ''] = quote.answer.split('/');
  return (
    <blockquote className="quote">
      <p>
        {quote.text}{' '}
        <Link
          to="/studies/$study/collect/$participant"
          params={{ study, participant }}
          className="place-link"
        >
          {participant}
          <span className="visually-hidden">, {words.evidence.place}</span>
        </Link>
      </p>
    </blockquote>
  );
}
