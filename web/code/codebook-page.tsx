/** In which words the answers are sorted: the codebook by domain, each code with its use in every question. */
import './codebook.css';
import './codebook/editing.css';
import '../synthesise/working-board.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { group } from 'd3-array';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import type { Code } from '../../src/study/model.ts';
import { FolderCommands } from '../kit/folder-commands.tsx';
import { useLanguage } from '../kit/language.tsx';
import { useReportWords } from '../kit/markup.tsx';
import { useMeInStudy } from '../kit/me.ts';
import { HatchingNote } from '../kit/numbers.tsx';
import { Empty, Page } from '../kit/page.tsx';
import { useStudy, useStudySlug } from '../kit/study.ts';
import { codebookQuery } from './codebook/api.ts';
import { takeBack, withCode } from './codebook/draft.ts';
import { DraftBar } from './codebook/draft-bar.tsx';
import { EditCode } from './codebook/edit-code.tsx';
import { NewCode } from './codebook/new-code.tsx';
import { useDraft } from './codebook/use-draft.ts';
import { Versions } from './codebook/versions.tsx';
import { codebookWords } from './codebook/words.ts';
import { Domain } from './domain.tsx';

export function CodebookPage() {
  const { words, of, language } = useLanguage();
  const report = useReportWords();
  const { study } = useStudy();
  const { data } = useSuspenseQuery(codebookQuery(useStudySlug()));
  const { role } = useMeInStudy();
  const { draft, edit, discard } = useDraft(data.codebook);
  const [sought, setSought] = useState('');
  const [open, setOpen] = useState<{ edit: Code } | 'new' | null>(null);
  const said = codebookWords[language];
  const codebook = draft === null ? data.codebook : { ...data.codebook, codes: draft.codes };
  const published = new Map(data.codebook.codes.map((code) => [code.id, code]));
  const isEdited = (code: Code) => draft !== null && !isSame(published.get(code.id), code);
  if (codebook.codes.length === 0) {
    return (
      <Page stage="code">
        <Empty say={words.empty.codes} hint={words.empty.codesHint}>
          <FolderCommands />
        </Empty>
      </Page>
    );
  }
  const found = group(
    codebook.codes.filter((code) => namesOrDefines(code, sought)),
    ({ domain }) => domain,
  );
  const known = study.frame.domains.map(({ id, label }, at) => ({
    id,
    label: of(label),
    colour: (at % 8) + 1,
  }));
  const others = [...found.keys()].filter((id) => !known.some((domain) => domain.id === id));
  const domains = [
    ...known,
    ...others.map((id) => ({ id, label: id ?? report.codebook.otherDomain, colour: 0 })),
  ].flatMap((domain) => {
    const codes = found.get(domain.id);
    return codes === undefined ? [] : [{ ...domain, codes }];
  });
  const prior = codebook.codes.filter(({ origin }) => origin === 'prior').length;
  return (
    <Page
      stage="code"
      lede={report.codebook.text(codebook.version, codebook.codes.length, prior)}
      margin={
        <>
          <nav aria-label={words.code.domains} className="domain-links">
            <h2>{words.code.domains}</h2>
            <ul>
              {domains.map(({ id, label, colour, codes }) => (
                <li key={id ?? ''}>
                  <a href={`#domain-${id}`} className="code-label" data-colour={colour}>
                    {label}
                  </a>{' '}
                  <span className="quiet">{codes.length}</span>
                </li>
              ))}
            </ul>
          </nav>
          <Versions versions={data.versions} />
          <HatchingNote />
        </>
      }
    >
      <SearchField className="search" aria-label={words.code.find} value={sought} onChange={setSought}>
        <Input placeholder={words.code.find} />
      </SearchField>
      {role === 'lead' && (
        <p className="sheet-actions">
          <Button className="button" onPress={() => setOpen('new')}>
            {said.newCode}
          </Button>
        </p>
      )}
      {domains.length === 0 && <p className="note">{words.code.noneFound}</p>}
      {domains.map((domain) => (
        <Domain
          key={domain.id ?? ''}
          {...domain}
          examples={data.examples}
          isEdited={isEdited}
          onEdit={role === 'lead' ? (code) => setOpen({ edit: code }) : null}
        />
      ))}
      {draft !== null && <DraftBar draft={draft} latest={data.codebook} edit={edit} discard={discard} />}
      {open === 'new' && (
        <NewCode
          codes={codebook.codes}
          onAdd={(code) => edit((now) => withCode(now, code))}
          close={() => setOpen(null)}
        />
      )}
      {open !== null && open !== 'new' && (
        <EditCode
          code={open.edit}
          codes={codebook.codes}
          isEdited={isEdited(open.edit)}
          onEdit={edit}
          onTakeBack={() => {
            edit((now) => takeBack(now, data.codebook, open.edit.id));
            setOpen(null);
          }}
          close={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

function namesOrDefines({ id, label, definition }: Code, sought: string): boolean {
  const wanted = sought.trim().toLowerCase();
  return [id, label.ko, label.en, definition.ko, definition.en].some((words) =>
    words?.toLowerCase().includes(wanted),
  );
}

const isSame = (a: Code | undefined, b: Code) => JSON.stringify(a) === JSON.stringify(b);
