/** In which words the answers are sorted: the codebook by domain, each code with its use in every question. */
import './codebook.css';
import { group } from 'd3-array';
import { useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import type { Code } from '../../src/study/model.ts';
import { FolderCommands } from '../kit/folder-commands.tsx';
import { useLanguage } from '../kit/language.tsx';
import { useReportWords } from '../kit/markup.tsx';
import { HatchingNote } from '../kit/numbers.tsx';
import { Empty, Page } from '../kit/page.tsx';
import { useStudy } from '../kit/study.ts';
import { Domain } from './domain.tsx';

export function CodebookPage() {
  const { words, of } = useLanguage();
  const report = useReportWords();
  const { study, codebook } = useStudy();
  const [sought, setSought] = useState('');
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
          <HatchingNote />
        </>
      }
    >
      <SearchField className="search" aria-label={words.code.find} value={sought} onChange={setSought}>
        <Input placeholder={words.code.find} />
      </SearchField>
      {domains.length === 0 && <p className="note">{words.code.noneFound}</p>}
      {domains.map((domain) => (
        <Domain key={domain.id ?? ''} {...domain} />
      ))}
    </Page>
  );
}

function namesOrDefines({ id, label, definition }: Code, sought: string): boolean {
  const wanted = sought.trim().toLowerCase();
  return [id, label.ko, label.en, definition.ko, definition.en].some((words) =>
    words?.toLowerCase().includes(wanted),
  );
}
