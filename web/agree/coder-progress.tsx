/** How much of what they were given each coder of a pass has done. */
import type { Progress } from '../../src/code/model.ts';
import { grouped } from '../../src/report/format.ts';
import { useLanguage } from '../kit/language.tsx';
import { useNames } from '../kit/study.ts';
import { agreeWords } from './words.ts';

export function CoderProgress({ progress }: { progress: readonly Progress[] }) {
  const { language } = useLanguage();
  const names = useNames();
  const words = agreeWords[language].live;
  return (
    <section>
      <h2>{words.progress}</h2>
      <ul className="coder-progress">
        {progress.map(({ coder, answers, done }) => (
          <li key={coder}>
            <span>{names.coder(coder)}</span>
            <progress max={Math.max(1, answers)} value={done} aria-label={names.coder(coder)} />
            <span className="quiet">{words.done(grouped(done), grouped(answers))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
