/** What a code means, and what belongs to it and what does not. */
import { useLanguage } from '../kit/language.tsx';
import { useNames, useStudy } from '../kit/study.ts';
import { agreeWords } from './words.ts';

export function CodeRule({ code }: { code: string }) {
  const { language, of } = useLanguage();
  const names = useNames();
  const { codebook } = useStudy();
  const words = agreeWords[language].disagreements;
  const rule = codebook.codes.find(({ id }) => id === code);
  if (rule === undefined) return null;
  return (
    <section className="code-rule">
      <h3>
        {names.code(code)} <span className="quiet">{code}</span>
      </h3>
      <p>{of(rule.definition)}</p>
      {rule.include && (
        <p>
          <span className="quiet">{words.include}</span> {of(rule.include)}
        </p>
      )}
      {rule.exclude && (
        <p>
          <span className="quiet">{words.exclude}</span> {of(rule.exclude)}
        </p>
      )}
    </section>
  );
}
