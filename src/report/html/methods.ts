/** How the study was done and its numbers were made: enough for a reviewer, all of it from the study itself. */
import { inLanguage } from '../../study/localised.ts';
import { intervalMethod } from '../format.ts';
import { element, type Markup } from '../markup.ts';
import type { ReportContext } from './context.ts';
import { chapter, foreign, localised, paragraph } from './parts.ts';

export function methodsChapter(context: ReportContext): Markup {
  const { m, analysis, snapshot, language } = context;
  const { study, codebook } = snapshot;
  const words = m.methods;
  const prior = codebook.codes.filter(({ origin }) => origin === 'prior').length;
  const { options } = analysis;
  const coders = codersOf(snapshot);
  const method = intervalMethod(analysis);
  return chapter(
    context,
    'methods',
    element(
      'dl',
      { class: 'methods' },
      entry(
        words.design,
        paragraph(words.label[study.method]),
        paragraph(
          words.frame(inLanguage(study.frame.label, language)),
          ' ',
          study.waves.map((wave) => [words.wave(wave.id, wave.opens, wave.closes), ' ']),
        ),
        study.description ? paragraph(localised(context, study.description)) : null,
      ),
      entry(
        words.questions,
        element(
          'ol',
          { class: 'questions' },
          study.questions.map((question) =>
            element(
              'li',
              {},
              element('strong', {}, localised(context, question.label)),
              ` (${m.concepts[question.concept]}). `,
              localised(context, question.text),
            ),
          ),
        ),
      ),
      entry(
        words.participants,
        paragraph(words.consentText),
        element('blockquote', { class: 'consent' }, localised(context, study.consent)),
        paragraph(words.consentScopes, ' ', words.standing),
      ),
      entry(
        words.coding,
        paragraph(
          words.codebook(codebook.version, codebook.codes.length, prior),
          ' ',
          coders > 0 ? words.coders(coders) : '',
          ' ',
          words.layer[analysis.synthesis.layer],
        ),
      ),
      entry(
        words.agreement,
        paragraph(
          analysis.agreement.state === 'measured'
            ? words.agreementText(options.bootstrap, options.level)
            : m.agreement.notMeasured[analysis.agreement.reason],
        ),
      ),
      method === null
        ? null
        : entry(words.prevalence, paragraph(words.prevalenceText(options.level, method))),
      analysis.synthesis.saturation.some(({ state }) => state === 'shown')
        ? entry(words.saturation, paragraph(words.saturationText(options.orders)))
        : null,
      analysis.alignment.questions.some(({ pairs }) => pairs.length > 0)
        ? entry(words.alignment, paragraph(words.alignmentText(options.permutations)))
        : null,
      entry(words.protection, paragraph(words.protectionText(options.threshold))),
    ),
  );
}

/** Those who coded in the independent pass; where there was none, all who coded. */
function codersOf({ codings }: ReportContext['snapshot']): number {
  const independent = codings.filter(({ pass }) => pass === 'independent');
  return new Set((independent.length > 0 ? independent : codings).map(({ coder }) => coder)).size;
}

function entry(term: string, ...content: Markup[]): Markup {
  return [element('dt', {}, foreign(term)), element('dd', {}, content)];
}
