/** In place of the answers for those who read results: what they may read of them, and where. */
import { EvidenceLink } from '../kit/evidence/evidence-link.tsx';
import { useLanguage } from '../kit/language.tsx';
import { Page } from '../kit/page.tsx';
import { useNames, useStudy } from '../kit/study.ts';
import { collectWords } from './words.ts';

export function ForReaders() {
  const words = collectWords[useLanguage().language].forReaders;
  const names = useNames();
  const { study } = useStudy();
  return (
    <Page stage="collect" lede={words.say}>
      <section>
        <p>{words.hint}</p>
        <ul>
          {study.questions.map(({ id }) => (
            <li key={id}>
              <EvidenceLink to={{ kind: 'answers', question: id }}>{names.question(id)}</EvidenceLink>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
