/** What the code means that one is about to give: its name in the other language, its definition, its rules. */
import type { Code } from '../../../src/study/model.ts';
import { useLanguage } from '../../kit/language.tsx';
import { workWords } from './words.ts';

export function Definition({ code }: { code: Code }) {
  const { of, language } = useLanguage();
  const words = workWords[language];
  const other = language === 'ko' ? 'en' : 'ko';
  return (
    // Longer ones are scrolled, which keys must reach.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="code-definition" data-definition={code.id} aria-label={of(code.label)} tabIndex={0}>
      <p>
        <strong>{of(code.label)}</strong>{' '}
        {code.label[other] !== undefined && code.label[other] !== of(code.label) && (
          <span className="quiet" lang={other}>
            {code.label[other]}
          </span>
        )}
      </p>
      <p>{of(code.definition)}</p>
      {code.include && (
        <p>
          <span className="quiet">{words.include}</span> {of(code.include)}
        </p>
      )}
      {code.exclude && (
        <p>
          <span className="quiet">{words.exclude}</span> {of(code.exclude)}
        </p>
      )}
    </section>
  );
}
