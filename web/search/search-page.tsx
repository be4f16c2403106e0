/** Where something was said: in answers, in the codebook, in memos. The keys go from the field through what is found. */
import './search.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import { useLanguage } from '../kit/language.tsx';
import { useMeInStudy } from '../kit/me.ts';
import { RefusalNote } from '../kit/refusal-note.tsx';
import { useStudy, useStudySlug } from '../kit/study.ts';
import { FEW_HITS, MOST_HITS, searchQuery } from './api.ts';
import { Hits } from './hits.tsx';
import { useSettled } from './use-settled.ts';
import { searchWords } from './words.ts';

const here = '/studies/$study/search';
/** Short of what anybody notices, long enough that a syllable is put together within it. */
const SETTLE_MS = 180;

export function SearchPage() {
  const { language, of } = useLanguage();
  const words = searchWords[language];
  const { study } = useStudy();
  const { role } = useMeInStudy();
  const title = `${words.title} · ${of(study.title)} · Firsthand`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="columns search">
      <header className="page-head">
        <h1>{words.question}</h1>
      </header>
      <div className="page-body">{role === 'reader' ? <p>{words.forReaders}</p> : <Searching />}</div>
    </div>
  );
}

function Searching() {
  const words = searchWords[useLanguage().language];
  const { q = '' } = useSearch({ from: here });
  const navigate = useNavigate({ from: here });
  const [typed, setTyped] = useState(q);
  const [count, setCount] = useState(FEW_HITS);
  const wanted = useSettled(typed.trim(), SETTLE_MS);
  const { data, error } = useQuery(searchQuery(useStudySlug(), wanted, count));
  // The address says what was found, so that it can be sent to somebody and come back to; and it may be changed from
  // elsewhere, as by the command palette.
  const inAddress = useRef(q);
  useEffect(() => {
    if (q === inAddress.current) return;
    inAddress.current = q;
    setTyped(q);
  }, [q]);
  useEffect(() => {
    if (wanted === inAddress.current) return;
    inAddress.current = wanted;
    void navigate({ search: wanted === '' ? {} : { q: wanted }, replace: true, resetScroll: false });
  }, [wanted, navigate]);
  const result = wanted === '' ? undefined : data;
  return (
    <Autocomplete
      inputValue={typed}
      onInputChange={(next) => {
        setTyped(next);
        setCount(FEW_HITS);
      }}
    >
      <SearchField className="search-field" aria-label={words.hint} autoFocus>
        <Input placeholder={words.hint} maxLength={200} />
      </SearchField>
      <RefusalNote error={error} />
      {wanted === '' && <p className="quiet">{words.how}</p>}
      {result && (
        <Hits result={result} q={wanted} onMore={count < MOST_HITS ? () => setCount(MOST_HITS) : undefined} />
      )}
    </Autocomplete>
  );
}
