/** A quiet line that says what waits for the server; nothing where nothing does. */
import { useLanguage } from '../../kit/language.tsx';
import type { Desk } from '../sync/use-desk.ts';
import { workWords } from './words.ts';

export function StatusLine({ desk: { waiting, connection } }: { desk: Desk }) {
  const words = workWords[useLanguage().language];
  return (
    <p className="work-status" data-waiting={waiting} data-connection={connection} role="status">
      {connection === 'lost' && words.lost(waiting)}
      {connection === 'session over' && (
        <>
          {words.sessionOver(waiting)}{' '}
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {words.signIn}
          </a>
        </>
      )}
    </p>
  );
}
