/** Codings that show how a code is used, chosen by the team. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { WorkingCodebook } from '../../../src/code/model.ts';
import type { CodeId, CodingId } from '../../../src/study/ids.ts';
import { useLanguage } from '../../kit/language.tsx';
import { useMeInStudy } from '../../kit/me.ts';
import { RefusalNote } from '../../kit/refusal-note.tsx';
import { useStudySlug } from '../../kit/study.ts';
import { PickCodings } from '../../synthesise/pick-codings.tsx';
import { codebookQuery, setExample } from './api.ts';
import { codebookWords } from './words.ts';

interface CodeExamplesProps {
  code: CodeId;
  examples: WorkingCodebook['examples'];
}

export function CodeExamples({ code, examples }: CodeExamplesProps) {
  const { language } = useLanguage();
  const study = useStudySlug();
  const queries = useQueryClient();
  const { role } = useMeInStudy();
  const words = codebookWords[language];
  const [isChoosing, setChoosing] = useState(false);
  const mine = examples.filter((one) => one.code === code);
  const chosen = mine.map(({ coding }) => coding.id);
  const change = useMutation({
    mutationFn: async (wanted: readonly CodingId[]) => {
      for (const coding of wanted.filter((id) => !chosen.includes(id)))
        await setExample(study, { code, coding }, true);
      for (const coding of chosen.filter((id) => !wanted.includes(id)))
        await setExample(study, { code, coding }, false);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: codebookQuery(study).queryKey }),
  });
  return (
    <>
      {mine.length > 0 && (
        <ul className="code-examples" aria-label={words.examples}>
          {mine.map(({ coding }) => (
            <li key={coding.id}>
              {coding.span && <q>{coding.span.quote}</q>} <span className="quiet">{coding.participant}</span>
            </li>
          ))}
        </ul>
      )}
      {role !== 'reader' && (
        <Button className="quiet-button" onPress={() => setChoosing(true)}>
          {words.chooseExamples}
        </Button>
      )}
      <RefusalNote error={change.error} />
      {isChoosing && (
        <PickCodings
          title={words.chooseExamples}
          codes={[code]}
          chosen={chosen}
          onChange={(wanted) => change.mutate(wanted)}
          close={() => setChoosing(false)}
        />
      )}
    </>
  );
}
