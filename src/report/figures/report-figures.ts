/** Every figure of a report as a file of its own, for papers and slides. */
import type { Language } from '../../study/localised.ts';
import { messagesIn } from '../messages/messages.ts';
import type { Analysis } from '../model.ts';
import type { StudyWords } from '../names.ts';
import { agreementFigures } from './agreement.ts';
import { alignmentHeatMap } from './alignment-heat-map.ts';
import { alluvialFigure } from './alluvial.ts';
import { type Figure, type FigureOptions, figureFile } from './figure.ts';
import { inclusionFlowFigure } from './inclusion-flow.ts';
import { prevalenceFigure, prevalencePages } from './prevalence.ts';
import { prioritiesFigure } from './priorities.ts';
import { saturationFigure } from './saturation.ts';

const width = 720;

type Draw = (options: FigureOptions) => Figure | null;

/** File name and content of each figure that these data have. */
export function reportFigures(
  words: StudyWords,
  analysis: Analysis,
  language: Language,
): Array<[name: string, svg: string]> {
  const mark = analysis.synthetic ? messagesIn(language).synthetic : null;
  return drawings(words, analysis).flatMap(([name, draw]) => {
    const figure = draw({ language, width, id: name });
    return figure === null ? [] : [[`${name}.${language}.svg`, figureFile(figure, mark)] as [string, string]];
  });
}

function drawings(words: StudyWords, analysis: Analysis): Array<[name: string, draw: Draw]> {
  const { agreement, alignment } = analysis;
  const byCode = agreement.state === 'measured' ? agreementFigures(words, agreement) : [];
  const pages = prevalencePages(words, analysis);
  return [
    ['flow', (options) => inclusionFlowFigure(words, analysis, options)],
    ...pages.map((page, at): [string, Draw] => [
      pages.length > 1 ? `prevalence-${at + 1}` : 'prevalence',
      (options) => prevalenceFigure(words, analysis, options, page),
    ]),
    ...byCode.map((draw, at): [string, Draw] => [
      byCode.length > 1 ? `agreement-${at + 1}` : 'agreement',
      draw,
    ]),
    ['saturation', (options) => saturationFigure(words, analysis, options)],
    ['alluvial', (options) => alluvialFigure(words, analysis, options)],
    ...alignment.questions.map((entry): [string, Draw] => [
      `alignment-${entry.left}-${entry.right}`,
      (options) => alignmentHeatMap(words, entry, options),
    ]),
    ['priorities', (options) => prioritiesFigure(words, analysis, options)],
  ];
}
