/** What was found, by kind, each with the words as they stand there; Enter or a click leads to the place. */
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import type { SearchHit, SearchKind, SearchResult } from '../../src/code/search-model.ts';
import type { Names } from '../../src/report/names.ts';
import { useLanguage } from '../kit/language.tsx';
import { useNames, useStudySlug } from '../kit/study.ts';
import { markedParts } from './marked-parts.ts';
import { placeOfHit } from './open-hit.ts';
import { searchWords } from './words.ts';

const kinds: readonly SearchKind[] = ['codes', 'answers', 'memos'];

interface HitsProps {
  result: SearchResult;
  q: string;
  /** Absent where as many are shown as there can be. */
  onMore: (() => void) | undefined;
}

export function Hits({ result, q, onMore }: HitsProps) {
  const words = searchWords[useLanguage().language];
  const study = useStudySlug();
  const navigate = useNavigate();
  const total = result.total.answers + result.total.codes + result.total.memos;
  const groups = kinds
    .map((kind) => ({ id: kind, hits: result.hits.filter((hit) => hit.kind === kind).map(withId) }))
    .filter(({ hits }) => hits.length > 0);
  const open = async (id: string) => {
    const found = groups.flatMap(({ hits }) => hits).find((hit) => hit.id === id);
    if (found) await navigate(await placeOfHit(study, found.hit));
  };
  return (
    <>
      <p className="quiet" role="status">
        {total === 0 ? words.nothing(q) : words.found(total)}
      </p>
      <ListBox
        className="hits"
        aria-label={words.title}
        items={groups}
        onAction={(key) => void open(String(key))}
      >
        {(group) => (
          <ListBoxSection id={group.id}>
            <Header>
              {words.kinds[group.id]}{' '}
              <span className="quiet">{words.shown(group.hits.length, result.total[group.id])}</span>
            </Header>
            <Collection items={group.hits}>{({ id, hit }) => <Hit id={id} hit={hit} />}</Collection>
          </ListBoxSection>
        )}
      </ListBox>
      {result.hits.length < total && onMore && (
        <Button className="button" onPress={onMore}>
          {words.more}
        </Button>
      )}
    </>
  );
}

function withId(hit: SearchHit) {
  const id =
    hit.kind === 'answers'
      ? `answer/${hit.participant}/${hit.question}/${hit.wave}`
      : hit.kind === 'codes'
        ? `code/${hit.code}/${hit.language}/${hit.field}`
        : `memo/${hit.memo}`;
  return { id, hit };
}

function Hit({ id, hit }: { id: string; hit: SearchHit }) {
  const words = searchWords[useLanguage().language];
  const names = useNames();
  const place = placeInWords(hit, names, words);
  return (
    <ListBoxItem id={id} className="hit" textValue={`${place} ${hit.text}`}>
      <span className="hit-place">{place}</span>
      <span className="hit-text">
        {hit.from > 0 && '…'}
        {markedParts(hit).map(({ text, isHit }, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other identity
          isHit ? <mark key={at}>{text}</mark> : text,
        )}
      </span>
    </ListBoxItem>
  );
}

type Words = (typeof searchWords)['en'];

function placeInWords(hit: SearchHit, names: Names, words: Words): string {
  switch (hit.kind) {
    case 'answers':
      return `${hit.participant} · ${names.question(hit.question)}`;
    case 'codes':
      return `${names.code(hit.code)} · ${words.fields[hit.field]}`;
    case 'memos':
      return words.memoOn[hit.subject.kind];
  }
}
