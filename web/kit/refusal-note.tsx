/** What the server refused, in words, beside what was asked for. */
import './field.css';
import { Refusal } from './http.ts';
import { useLanguage } from './language.tsx';

const unreachable = {
  ko: '서버에 닿지 못했습니다. 연결을 확인하고 다시 해 보세요.',
  en: 'The server could not be reached. Check the connection and try again.',
};

export function RefusalNote({ error }: { error: Error | null }) {
  const { of } = useLanguage();
  if (error === null) return null;
  return (
    <p className="refusal" role="alert">
      {asSentence(of(error instanceof Refusal ? error.told : unreachable))}
    </p>
  );
}

/** Refusals are written as clauses, for use within a sentence; alone they begin and end as one. */
function asSentence(clause: string): string {
  const begun = clause.charAt(0).toUpperCase() + clause.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
