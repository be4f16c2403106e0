/** What the numbers cannot say: as the study states it, as its design implies it, as the analysis warns. */
import { inLanguage } from '../../study/localised.ts';
import { element, type Markup } from '../markup.ts';
import type { ReportContext } from './context.ts';
import { chapter, localised } from './parts.ts';

export function limitsChapter(context: ReportContext): Markup {
  const { m, analysis, snapshot } = context;
  const { limits } = m;
  const automatic = [
    ...(analysis.synthetic ? [limits.synthetic] : []),
    limits.volunteers,
    ...(snapshot.study.questions.length > 1 ? [limits.questions, limits.alignment] : []),
    ...(analysis.options.threshold > 1 ? [limits.suppression(analysis.options.threshold)] : []),
    limits.quotation,
  ];
  return chapter(
    context,
    'limits',
    part(
      limits.own,
      snapshot.study.limits.map((limit) => localised(context, limit)),
    ),
    part(limits.automatic, automatic),
    part(
      limits.warnings,
      analysis.warnings.map(({ message }) => inLanguage(message, context.language)),
    ),
  );
}

function part(heading: string, items: readonly Markup[]): Markup {
  if (items.length === 0) return null;
  return [
    element('h3', {}, heading),
    element(
      'ul',
      {},
      items.map((item) => element('li', {}, item)),
    ),
  ];
}
