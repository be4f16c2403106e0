/** The versions of the codebook, and what changed between any two of them. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { codebookDiff } from '../../../src/code/codebook-diff.ts';
import type { CodebookVersion } from '../../../src/code/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { useNames, useStudySlug } from '../../kit/study.ts';
import { codebookQuery } from './api.ts';
import { DiffView } from './diff-view.tsx';
import { codebookWords } from './words.ts';

export function Versions({ versions }: { versions: readonly CodebookVersion[] }) {
  const { language } = useLanguage();
  const names = useNames();
  const words = codebookWords[language];
  const [isComparing, setComparing] = useState(false);
  return (
    <section>
      <h2>{words.versions}</h2>
      <ol className="codebook-versions">
        {versions.toReversed().map(({ version, note, by, recordedAt }) => (
          <li key={version}>
            <strong>{words.version(version)}</strong>{' '}
            <span className="quiet">
              {new Date(recordedAt).toLocaleDateString(language === 'ko' ? 'ko-KR' : 'en-GB')}
              {by && ` · ${names.coder(by)}`}
            </span>
            {note !== '' && <p>{note}</p>}
          </li>
        ))}
      </ol>
      {versions.length > 1 && (
        <Button className="button" onPress={() => setComparing(true)}>
          {words.compare}
        </Button>
      )}
      {isComparing && <CompareVersions versions={versions} close={() => setComparing(false)} />}
    </section>
  );
}

function CompareVersions({ versions, close }: { versions: readonly CodebookVersion[]; close: () => void }) {
  const { language, words: common } = useLanguage();
  const study = useStudySlug();
  const words = codebookWords[language];
  const last = versions.at(-1)?.version ?? 1;
  const [from, setFrom] = useState(versions.at(-2)?.version ?? last);
  const [to, setTo] = useState(last);
  const before = useQuery(codebookQuery(study, from)).data;
  const after = useQuery(codebookQuery(study, to)).data;
  const sides = [
    { id: 'version-from', label: words.from, value: from, set: setFrom },
    { id: 'version-to', label: words.to, value: to, set: setTo },
  ];
  return (
    <Sheet title={words.compare} close={close}>
      <p className="labelled-choice">
        {sides.map(({ id, label, value, set }) => (
          <span key={id} className="labelled-choice">
            <label htmlFor={id}>{label}</label>
            <select
              id={id}
              className="choice"
              value={value}
              onChange={({ target }) => set(Number(target.value))}
            >
              {versions.map(({ version }) => (
                <option key={version} value={version}>
                  {words.version(version)}
                </option>
              ))}
            </select>
          </span>
        ))}
      </p>
      {before && after ? (
        <DiffView diff={codebookDiff(before.codebook, after.codebook)} />
      ) : (
        <p className="waiting">{common.frame.loading}</p>
      )}
    </Sheet>
  );
}
