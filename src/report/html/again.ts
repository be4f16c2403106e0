/** How anybody with the study can make the same report again. */
import { element, type Markup } from '../markup.ts';
import type { ReportContext } from './context.ts';
import { chapter, paragraph } from './parts.ts';

export function againChapter(context: ReportContext, software: string): Markup {
  const { analysis, m } = context;
  const { again } = m;
  const code = (words: string): Markup => element('code', {}, words);
  return chapter(
    context,
    'again',
    paragraph(again.text),
    element(
      'dl',
      { class: 'facts' },
      fact(again.snapshot, code(analysis.snapshot)),
      fact(again.seed, code(String(analysis.seed))),
      fact(again.options, again.optionsText(analysis.options)),
      fact(again.software, software),
      fact(
        again.command,
        code(`npx firsthand analyse ${analysis.study} --out report --seed ${analysis.seed}`),
      ),
    ),
  );
}

function fact(term: string, value: Markup): Markup {
  return [element('dt', {}, term), element('dd', {}, value)];
}
