/**
 * What a reader must know before using a number. Everything here is read off the released analysis, so that a warning
 * cannot tell what a withheld number hides; and it names things by their labels.
 */
import type { Count } from '../protect/released.ts';
import { inLanguage, type Language, type Localised } from '../study/localised.ts';
import type { StudyLookup } from '../study/lookup.ts';
import type { CodingLayer } from '../synthesise/layer.ts';
import type { Analysis, AnalysisWarning } from './model.ts';

/** Under these a number is shown with a caution. */
const SMALL_DENOMINATOR = 30;
const FEW_SHARED_ANSWERS = 30;
const FEW_PARTICIPANTS = 15;
/** An interval of alpha wider than this holds both good and poor agreement. */
const WIDE_INTERVAL = 0.4;
/** Agreement in percent and alpha this far apart is the mark of a rare or a nearly universal code. */
const HIGH_PERCENT = 0.9;
const LOW_ALPHA = 0.667;

type Code = AnalysisWarning['code'];
type Released = Omit<Analysis, 'warnings'>;

export function warningsOf(lookup: StudyLookup, layer: CodingLayer, released: Released): AnalysisWarning[] {
  return [
    ...aboutTheStudy(lookup, released),
    ...aboutQuestions(lookup, released),
    ...aboutCoders(lookup, layer, released),
    ...aboutAgreement(lookup, released),
    ...aboutCodes(lookup, layer),
    ...aboutThemes(lookup, layer, released),
    ...aboutPairs(released),
  ];
}

const warning = (code: Code, about: string, en: string, ko: string): AnalysisWarning => ({
  code,
  about,
  message: { en, ko },
});

const label = (words: Localised, language: Language): string => inLanguage(words, language);

/** Whether a count is under the limit; a withheld one is where the threshold says so. */
function isUnder(count: Count, limit: number, threshold: number): boolean {
  return count.state === 'shown' ? count.value < limit : threshold <= limit;
}

function aboutTheStudy({ snapshot }: StudyLookup, { flow }: Released): AnalysisWarning[] {
  const { study, codings, themes, priorities } = snapshot;
  const found: AnalysisWarning[] = [];
  const add = (code: Code, en: string, ko: string) => found.push(warning(code, '', en, ko));
  if (codings.length === 0) add('nothing coded', 'Nothing has been coded yet.', '아직 코딩한 답이 없습니다.');
  if (themes.length === 0) add('no themes', 'No themes have been formed yet.', '아직 주제가 없습니다.');
  if (priorities.length === 0) {
    add('no priorities', 'No priorities have been named yet.', '아직 우선 과제가 없습니다.');
  }
  if (!study.questions.some(({ concept }) => concept === 'priority')) {
    add(
      'no priority question',
      'No question asks for priorities, so support for them is not counted.',
      '우선순위를 묻는 질문이 없어, 우선 과제를 꼽은 사람을 세지 않았습니다.',
    );
  }
  if (study.questions.length === 1) {
    add(
      'one question only',
      'The study has one question, so nothing can be aligned across questions.',
      '질문이 하나뿐이어서 질문 사이의 정렬을 볼 수 없습니다.',
    );
  }
  if (flow.withdrawn.state === 'withheld' || flow.withdrawn.value > 0) {
    add(
      'participants withdrawn',
      'Participants withdrew; nothing of theirs is counted or quoted.',
      '동의를 철회한 참여자가 있으며, 이들의 답은 세지도 인용하지도 않았습니다.',
    );
  }
  return found;
}

function aboutQuestions({ snapshot }: StudyLookup, { flow, options }: Released): AnalysisWarning[] {
  return flow.questions.flatMap(({ question, interpretable, undecided }) => {
    const words = snapshot.study.questions.find(({ id }) => id === question)?.label ?? { en: question };
    const [en, ko] = [label(words, 'en'), label(words, 'ko')];
    const found: AnalysisWarning[] = [];
    if (isUnder(interpretable, SMALL_DENOMINATOR, options.threshold)) {
      found.push(
        warning(
          'small denominator',
          question,
          `"${en}" has fewer than ${SMALL_DENOMINATOR} interpretable answers; shares are imprecise.`,
          `‘${ko}’ 질문에 해석 가능한 답이 ${SMALL_DENOMINATOR}건 미만이어서 비율이 부정확합니다.`,
        ),
      );
    }
    if (undecided.state === 'withheld' || undecided.value > 0) {
      found.push(
        warning(
          'undecided standing',
          question,
          `"${en}" has answers that nobody has yet judged to be interpretable or not; they are left out.`,
          `‘${ko}’ 질문에 해석할 수 있는지 아직 판단하지 않은 답이 있으며, 세지 않았습니다.`,
        ),
      );
    }
    return found;
  });
}

function aboutCoders(
  { snapshot }: StudyLookup,
  layer: CodingLayer,
  { agreement, method, options }: Released,
): AnalysisWarning[] {
  const found: AnalysisWarning[] = [];
  const add = (code: Code, en: string, ko: string) => found.push(warning(code, '', en, ko));
  if (snapshot.codings.length === 0) return found;
  const coders = new Set(
    snapshot.codings.filter(({ pass }) => pass !== 'calibration').map(({ coder }) => coder),
  );
  if (coders.size === 1 && method !== 'reflexive thematic analysis') {
    add(
      'one coder only',
      'One person coded; how far another would have agreed is not known.',
      '한 사람만 코딩하여 다른 코더와의 일치도를 알 수 없습니다.',
    );
  }
  if (snapshot.assignments === null) {
    add(
      'assignments inferred',
      'Nobody recorded who was given which answers; whoever coded a participant is taken to have read all answers of theirs.',
      '코더 배정 기록이 없어, 어떤 참여자의 답에 코딩한 코더는 그 참여자의 답을 모두 읽은 것으로 보았습니다.',
    );
  }
  if (layer.name === 'majority') {
    add(
      'no consensus layer',
      'Some participants have no consensus coding; codes that more than half of their coders gave are counted.',
      '합의 코딩이 없는 참여자는 배정된 코더의 과반이 준 코드를 셌습니다.',
    );
  }
  if (agreement.state === 'measured') {
    const all = agreement.questions.find(({ question }) => question === null);
    if (all && isUnder(all.units, FEW_SHARED_ANSWERS, options.threshold)) {
      add(
        'few shared answers',
        `Fewer than ${FEW_SHARED_ANSWERS} answers were coded by two people or more; agreement is imprecise.`,
        `둘 이상이 코딩한 답이 ${FEW_SHARED_ANSWERS}건 미만이어서 일치도가 부정확합니다.`,
      );
    }
  }
  return found;
}

function aboutAgreement({ codes }: StudyLookup, { agreement }: Released): AnalysisWarning[] {
  if (agreement.state !== 'measured') return [];
  return agreement.codes.flatMap(({ code, question, alpha, percent }) => {
    if (question !== null || alpha.state !== 'shown') return [];
    const words = codes.get(code)?.label ?? { en: code };
    const [en, ko] = [label(words, 'en'), label(words, 'ko')];
    const found: AnalysisWarning[] = [];
    if (percent.state === 'shown' && percent.estimate >= HIGH_PERCENT && alpha.estimate < LOW_ALPHA) {
      found.push(
        warning(
          'prevalence depresses alpha',
          code,
          `"${en}": coders nearly always agree, yet alpha is low because the code is rare or nearly universal; read AC1 beside it.`,
          `‘${ko}’: 코더들이 거의 일치하지만 코드가 드물거나 거의 모든 답에 있어 알파가 낮습니다. AC1을 함께 보십시오.`,
        ),
      );
    }
    if (alpha.interval !== null && alpha.interval.upper - alpha.interval.lower > WIDE_INTERVAL) {
      found.push(
        warning(
          'interval too wide',
          code,
          `"${en}": the interval of alpha is too wide to say whether agreement is good.`,
          `‘${ko}’: 알파의 신뢰구간이 넓어 일치도가 충분한지 말할 수 없습니다.`,
        ),
      );
    }
    return found;
  });
}

function aboutCodes({ snapshot, codes, answers }: StudyLookup, layer: CodingLayer): AnalysisWarning[] {
  const used = new Set([...layer.given.values()].flatMap((byCode) => [...byCode.keys()]));
  const standing = new Set(
    snapshot.study.frame.domains.filter(({ kind }) => kind === 'standing').map(({ id }) => id),
  );
  const found: AnalysisWarning[] = [];
  // Codes about the standing of an answer belong on answers that are not counted.
  const isStanding = (domain: string | undefined) => domain !== undefined && standing.has(domain);
  for (const { id, label: words, domain, retired } of snapshot.codebook.codes) {
    if (used.has(id) || retired === true || isStanding(domain) || layer.byAnswer.size === 0) continue;
    found.push(
      warning(
        'code never used',
        id,
        `"${label(words, 'en')}" was given to no interpretable answer.`,
        `‘${label(words, 'ko')}’: 해석 가능한 답 가운데 이 코드를 준 답이 없습니다.`,
      ),
    );
  }
  for (const [question, list] of answers) {
    const coded = list.some(
      ({ answer, codings }) =>
        answer.standing === 'non-substantive' &&
        codings.some(({ code }) => !isStanding(codes.get(code)?.domain)),
    );
    if (!coded) continue;
    const words = snapshot.study.questions.find(({ id }) => id === question)?.label ?? { en: question };
    found.push(
      warning(
        'codings on non-substantive answers',
        question,
        `"${label(words, 'en')}": codes stand on answers judged non-substantive; they are not counted.`,
        `‘${label(words, 'ko')}’: 내용 없음으로 판단한 답에 코드가 있으며, 세지 않았습니다.`,
      ),
    );
  }
  return found;
}

function aboutThemes(
  { snapshot }: StudyLookup,
  layer: CodingLayer,
  { synthesis }: Released,
): AnalysisWarning[] {
  return snapshot.themes.flatMap(({ id, label: words, questions, codes }) => {
    const [en, ko] = [label(words, 'en'), label(words, 'ko')];
    const given = questions.some((question) => codes.some((code) => layer.given.get(question)?.has(code)));
    if (!given) {
      return [
        warning(
          'theme without codings',
          id,
          `"${en}": none of its codes was given in the questions where it is counted.`,
          `‘${ko}’: 이 주제를 세는 질문에서 그 코드를 한 번도 주지 않았습니다.`,
        ),
      ];
    }
    const few = synthesis.prevalence.some(
      ({ theme, share }) =>
        theme === id && share.state === 'shown' && share.count > 0 && share.count < FEW_PARTICIPANTS,
    );
    if (!few) return [];
    return [
      warning(
        'theme rests on few participants',
        id,
        `"${en}" rests on fewer than ${FEW_PARTICIPANTS} participants in a question.`,
        `‘${ko}’: 이 주제를 말한 참여자가 ${FEW_PARTICIPANTS}명 미만인 질문이 있습니다.`,
      ),
    ];
  });
}

function aboutPairs({ alignment }: Released): AnalysisWarning[] {
  const pairs = alignment.questions.flatMap((question) => question.pairs);
  const withheld = pairs.filter(({ state }) => state === 'withheld').length;
  if (pairs.length === 0 || 2 * withheld <= pairs.length) return [];
  return [
    warning(
      'most pairs withheld',
      '',
      'Most pairs of themes are withheld because too few participants are in one of their cells.',
      '칸에 해당하는 참여자가 너무 적어 주제 쌍을 대부분 공개하지 않았습니다.',
    ),
  ];
}
