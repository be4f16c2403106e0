/** The codes of the pass's version of the codebook: their names and colours, and which of them the keys give. */
import { useMemo, useState } from 'react';
import type { Code } from '../../../src/study/model.ts';
import { codeColours } from '../../kit/code-colour.ts';
import { useLanguage } from '../../kit/language.tsx';
import { useStudy, useStudySlug } from '../../kit/study.ts';
import { codesOnKeys, readRecent } from './recent-codes.ts';

export function usePassCodes(pass: string, codes: readonly Code[]) {
  const { of } = useLanguage();
  const study = useStudySlug();
  const outline = useStudy();
  const usable = useMemo(() => codes.filter(({ retired }) => !retired), [codes]);
  // Read once an answer: while it is coded no key changes its meaning.
  const [onKeys] = useState(() =>
    codesOnKeys(
      readRecent(study, pass),
      usable.map(({ id }) => id),
    ),
  );
  const nameOf = useMemo(() => {
    const names = new Map<string, string>(codes.map(({ id, label }) => [id, of(label)]));
    return (code: string) => names.get(code) ?? code;
  }, [codes, of]);
  const colourOf = useMemo(
    () => codeColours({ ...outline, codebook: { ...outline.codebook, codes: [...codes] } }),
    [codes, outline],
  );
  return { usable, onKeys, nameOf, colourOf };
}
