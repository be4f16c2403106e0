/**
 * Who is in the study and where the others left: a river whose width is the number of people, from the invited to
 * the answers that could be interpreted. One scale throughout, so that any two widths can be compared.
 */
import { messagesIn } from '../messages/messages.ts';
import type { Analysis } from '../model.ts';
import type { StudyWords } from '../names.ts';
import { type Figure, type FigureOptions, framed, narrowBelow } from './figure.ts';
import { riverAcross } from './inclusion-flow-across.ts';
import { riverDown } from './inclusion-flow-down.ts';
import { countedText, type FlowStage, riverOf } from './inclusion-flow-river.ts';

export function inclusionFlowFigure(words: StudyWords, analysis: Analysis, options: FigureOptions): Figure {
  const m = messagesIn(options.language).figures;
  const river = riverOf(words, analysis, options.language);
  const spelled = (stage: FlowStage): string => countedText(stage, options.language);
  const description = [
    ...river.stages.map(spelled),
    ...river.branches.map((branch) => `${branch.name}: ${spelled(branch.from)}, ${spelled(branch.to)}`),
  ].join('; ');
  const draw = options.width < narrowBelow ? riverDown : riverAcross;
  const { marks, height } = draw(river, options);
  return framed({ height, title: m.flowTitle, description, marks }, options);
}
