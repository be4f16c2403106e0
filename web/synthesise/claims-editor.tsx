/** The sentences of a theme, each with the codings that it rests on. */
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { ThemeVersion } from '../../src/code/model.ts';
import { useLanguage } from '../kit/language.tsx';
import { boardWords } from './board-words.ts';
import { Citation } from './citation.tsx';
import { PickCodings } from './pick-codings.tsx';
import { type ClaimList, type DraftClaim, type ThemeDraft, withNewClaim } from './theme-draft.ts';
import { TwoLanguages } from './two-languages.tsx';

interface ClaimsEditorProps {
  list: ClaimList;
  draft: ThemeDraft;
  version: ThemeVersion;
  onChange: (part: Partial<ThemeDraft>) => void;
}

export function ClaimsEditor({ list, draft, version, onChange }: ClaimsEditorProps) {
  const { language } = useLanguage();
  const words = boardWords[language];
  const [citing, setCiting] = useState<number | null>(null);
  const claims = draft[list];
  const set = (claim: DraftClaim) =>
    onChange({ [list]: claims.map((one) => (one.key === claim.key ? claim : one)) });
  const cited = claims.find(({ key }) => key === citing);
  return (
    <section className="claims-editor">
      <h3>{words[list]}</h3>
      {list === 'narrative' && <p className="quiet">{words.claimHint}</p>}
      <ol>
        {claims.map((claim, at) => (
          <li key={claim.key} className="claim-editor">
            <TwoLanguages
              label={words.claim(at + 1)}
              words={claim.text}
              rows={2}
              onChange={(text) => set({ ...claim, text })}
            />
            <ul className="citations">
              {claim.codings.map((coding) => (
                <Citation
                  key={coding}
                  coding={coding}
                  isMissing={version.missing.includes(coding)}
                  onRemove={() => set({ ...claim, codings: claim.codings.filter((one) => one !== coding) })}
                />
              ))}
            </ul>
            <p className="claim-actions">
              <Button className="button" onPress={() => setCiting(claim.key)}>
                {words.cite}
              </Button>
              <span className="quiet">{words.cited(claim.codings.length)}</span>
              <Button
                className="quiet-button"
                aria-label={words.removeClaim(at + 1)}
                onPress={() => onChange({ [list]: claims.filter((one) => one !== claim) })}
              >
                ✕
              </Button>
            </p>
          </li>
        ))}
      </ol>
      <Button className="button" onPress={() => onChange({ [list]: withNewClaim(draft, list)[list] })}>
        {words.addClaim[list]}
      </Button>
      {cited !== undefined && (
        <PickCodings
          title={words.cite}
          codes={version.theme.codes}
          chosen={cited.codings}
          onChange={(codings) => set({ ...cited, codings })}
          close={() => setCiting(null)}
        />
      )}
    </section>
  );
}
