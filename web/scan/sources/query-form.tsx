/** Saves a search. It begins switched off: saving one asks nothing of the network. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { v7 as newId } from 'uuid';
import { SavedQuery, type SourceOffered } from '../../../src/scan/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { saveQuery, sourcesQuery } from '../api.ts';
import { sourcesWords } from './words.ts';

type SourceName = SavedQuery['ask']['source'];

export function QueryForm() {
  const words = sourcesWords[useLanguage().language];
  const study = useStudySlug();
  const queries = useQueryClient();
  const { data: sources = [] } = useQuery(sourcesQuery(study));
  const [source, setSource] = useState<SourceName>('europepmc');
  const [id, setId] = useState(() => newId());
  const offered = sources.find((one) => one.source === source);
  const save = useMutation({
    mutationFn: (query: SavedQuery) => saveQuery(study, id, query),
    onSuccess: () => {
      setId(newId());
      return queries.invalidateQueries({ queryKey: ['study', study, 'scan'] });
    },
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(queryFrom(new FormData(event.currentTarget), source));
  };
  return (
    <section>
      <h2>{words.add}</h2>
      <form className="form" key={id} onSubmit={onSubmit}>
        <div className="field">
          <label htmlFor="query-source">{words.source}</label>
          <select
            id="query-source"
            className="choice"
            value={source}
            onChange={({ target }) => setSource(target.value as SourceName)} // options are the sources
          >
            {sources.map((one) => (
              <option key={one.source} value={one.source}>
                {one.title}
              </option>
            ))}
          </select>
          {offered && <SourceNeeds offered={offered} />}
        </div>
        <div className="field">
          <label htmlFor="query-label">{words.label}</label>
          <input id="query-label" name="label" required maxLength={200} autoComplete="off" />
        </div>
        {source === 'openfda' && (
          <div className="field">
            <label htmlFor="query-list">{words.list}</label>
            <select id="query-list" name="list" className="choice">
              {(['510k', 'classification', 'event'] as const).map((list) => (
                <option key={list} value={list}>
                  {words.lists[list]}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field wide">
          <label htmlFor="query-search">{words.search}</label>
          <textarea
            key={source}
            id="query-search"
            name="search"
            required
            rows={source === 'feed' ? 1 : 3}
            maxLength={4000}
            aria-describedby="query-search-hint"
          />
          <p id="query-search-hint" className="quiet">
            {words.searchHint[source]}
          </p>
          {source === 'feed' && <ReadyFeeds feeds={offered?.feeds ?? []} />}
        </div>
        {source !== 'feed' && (
          <div className="field">
            <label htmlFor="query-since">{words.since}</label>
            <input id="query-since" type="date" name="since" required={source === 'medrxiv'} />
            {source !== 'medrxiv' && <p className="quiet">{words.sinceHint}</p>}
          </div>
        )}
        <div className="field">
          <label htmlFor="query-every">{words.how}</label>
          <select id="query-every" name="every" className="choice">
            {(['by hand', 'day', 'week'] as const).map((every) => (
              <option key={every} value={every}>
                {words.every[every]}
              </option>
            ))}
          </select>
        </div>
        <RefusalNote error={save.error} />
        <button type="submit" className="button main" disabled={save.isPending}>
          {words.save}
        </button>
        <p className="quiet">{words.savedHint}</p>
      </form>
    </section>
  );
}

function SourceNeeds({ offered }: { offered: SourceOffered }) {
  const words = sourcesWords[useLanguage().language];
  return (
    <>
      {offered.key === 'needed' && !offered.keyConfigured && <p className="quiet">{words.keyNeeded}</p>}
      {!offered.contactConfigured && <p className="quiet">{words.contactMissing}</p>}
    </>
  );
}

function ReadyFeeds({ feeds }: Pick<SourceOffered, 'feeds'>) {
  const { language, of } = useLanguage();
  return (
    <label>
      {sourcesWords[language].ready}{' '}
      <select
        className="choice"
        defaultValue=""
        onChange={({ target }) => {
          const field = target.form?.elements.namedItem('search');
          if (field instanceof HTMLTextAreaElement) field.value = target.value;
        }}
      >
        <option value="" />
        {feeds.map(({ address, label }) => (
          <option key={address} value={address}>
            {of(label)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the form says, as the server takes it. @throws ZodError where a browser let through what its fields forbid */
function queryFrom(data: FormData, source: SourceName): SavedQuery {
  const search = String(data.get('search'));
  const since = String(data.get('since') ?? '') || null;
  const settings = {
    feed: { address: search.trim() },
    medrxiv: { words: search.split('\n').filter((line) => line.trim() !== ''), since },
    openfda: { list: data.get('list'), search, since },
  };
  return SavedQuery.parse({
    label: data.get('label'),
    every: data.get('every'),
    switchedOn: false,
    ask: {
      source,
      settings: source in settings ? settings[source as keyof typeof settings] : { search, since },
    },
  });
}
