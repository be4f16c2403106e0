/**
 * What a study's lead should know before analysing, where nothing is wrong with the files: what is missing, what rests
 * on little, what cannot be shown. Nothing here stops an analysis.
 */

import type { Localised } from './localised.ts';
import { lookUp, type StudyLookup } from './lookup.ts';
import type { Coding } from './model.ts';
import type { StudySnapshot } from './snapshot.ts';

/** `code` is stable; `about` holds ids of questions, codes, themes or attributes, never of participants. */
export interface Finding {
  code: string;
  about: readonly string[];
  message: Required<Localised>;
}

/** In the order of the flow: participants, answers, codes, agreement, themes, priorities. */
export function studyFindings(snapshot: StudySnapshot): Finding[] {
  const study = lookUp(snapshot);
  return [
    ...findingsOnParticipants(study),
    ...findingsOnAnswers(study),
    ...findingsOnCodebook(study),
    ...findingsOnCodings(study),
    ...findingsOnThemes(study),
    ...findingsOnPriorities(snapshot),
  ];
}

function findingsOnParticipants({ snapshot, participants, answers }: StudyLookup): Finding[] {
  const answered = new Set([...answers.values()].flatMap((list) => list.map((one) => one.person)));
  const silent = participants.length - answered.size;
  const withdrawn = snapshot.participants.length - participants.length;
  const quotable = participants.filter((participant) => participant.consent === 'quotation').length;
  return [
    ...findingIf(withdrawn > 0, 'participants withdrawn', [], {
      ko: `참여자 ${withdrawn}명이 철회하여 모든 결과에서 빠집니다`,
      en: `${withdrawn} participant(s) have withdrawn and are left out of everything`,
    }),
    ...findingIf(silent > 0, 'participants without answers', [], {
      ko: `응답이 하나도 없는 참여자가 ${silent}명 있습니다`,
      en: `${silent} participant(s) have no answer at all`,
    }),
    ...findingIf(participants.length > 0 && quotable === 0, 'nobody may be quoted', [], {
      ko: '인용에 동의한 참여자가 없어 보고서에 인용문이 실리지 않습니다(participants.csv의 `consent`)',
      en: 'no participant consented to quotation, so the report will quote nobody (`consent` in participants.csv)',
    }),
    ...findingIf(snapshot.study.attributes.length === 0, 'no attributes', [], {
      ko: '참여자의 특성이 없어 집단별로 나누어 볼 수 없습니다(study.yaml의 `attributes`)',
      en: 'participants have no attributes, so nothing can be broken down by group (`attributes` in study.yaml)',
    }),
  ];
}

function findingsOnAnswers({ snapshot, answers }: StudyLookup): Finding[] {
  const counted = snapshot.study.questions.map(({ id }) => {
    const list = answers.get(id) ?? [];
    return {
      id,
      all: list.length,
      undecided: list.filter((one) => one.answer.standing === 'undecided').length,
    };
  });
  const empty = counted.filter((one) => one.all === 0);
  const undecided = counted.filter((one) => one.undecided > 0);
  const count = undecided.reduce((sum, one) => sum + one.undecided, 0);
  return [
    ...findingIf(
      empty.length > 0,
      'question without answers',
      empty.map((one) => one.id),
      {
        ko: '응답이 하나도 없는 질문이 있습니다',
        en: 'nobody answered',
      },
    ),
    ...findingIf(
      undecided.length > 0,
      'undecided standing',
      undecided.map((one) => one.id),
      {
        ko: `판단이 필요한 응답이 ${count}개 있습니다. 정할 때까지 분모에서 빠집니다(answers.csv의 \`standing\`)`,
        en: `${count} answer(s) wait for a person to say whether they can be interpreted; until then they are in no denominator (\`standing\` in answers.csv)`,
      },
    ),
  ];
}

function findingsOnCodebook({ snapshot, answers }: StudyLookup): Finding[] {
  const { codebook, study } = snapshot;
  const used = new Set(
    [...answers.values()].flatMap((list) => list.flatMap((one) => one.codings.map(codeOf))),
  );
  const unused = codebook.codes.filter((code) => !code.retired && !used.has(code.id));
  const retired = codebook.codes.filter((code) => code.retired && used.has(code.id));
  const wordless = codebook.codes.filter((code) =>
    study.languages.some(
      (language) => code.label[language] === undefined || code.definition[language] === undefined,
    ),
  );
  if (codebook.codes.length === 0)
    return findingIf(true, 'no codebook', [], {
      ko: '코드북이 비어 있어 코딩할 수 없습니다(codebook.yaml)',
      en: 'the codebook is empty, so nothing can be coded (codebook.yaml)',
    });
  return [
    ...findingIf(
      used.size > 0 && unused.length > 0,
      'code never used',
      unused.map((code) => code.id),
      {
        ko: `한 번도 쓰지 않은 코드가 ${unused.length}개 있습니다`,
        en: `${unused.length} code(s) were never used`,
      },
    ),
    ...findingIf(
      retired.length > 0,
      'retired code used',
      retired.map((code) => code.id),
      {
        ko: '폐기한 코드가 코딩에 쓰였습니다',
        en: 'codings use retired codes',
      },
    ),
    ...findingIf(
      wordless.length > 0,
      'code without words in a language',
      wordless.map((code) => code.id),
      {
        ko: `연구의 언어 중 일부에 이름이나 정의가 없는 코드가 ${wordless.length}개 있습니다`,
        en: `${wordless.length} code(s) lack a label or definition in one of the study's languages`,
      },
    ),
  ];
}

function findingsOnCodings({ snapshot, answers }: StudyLookup): Finding[] {
  const all = [...answers.values()].flat();
  const codings = all.flatMap((one) => one.codings);
  const coders = new Set(codings.filter((one) => one.pass === 'independent').map((one) => one.coder));
  const setAside = all.filter(
    (one) => one.answer.standing !== 'interpretable' && one.codings.some(isContent(snapshot)),
  );
  if (codings.length === 0)
    return findingIf(true, 'nothing coded', [], {
      ko: '아직 코딩이 없어 주제와 빈도를 낼 수 없습니다(codings.csv)',
      en: 'nothing is coded yet, so there are no themes and no prevalence (codings.csv)',
    });
  return [
    ...findingIf(coders.size < 2, 'one coder only', [...coders], {
      ko: '독립 코딩을 한 코더가 두 명보다 적어 일치도를 낼 수 없습니다',
      en: 'fewer than two coders coded independently, so agreement cannot be measured',
    }),
    ...findingIf(snapshot.assignments === null, 'assignments not recorded', [], {
      ko: '누가 어떤 응답을 맡았는지 기록이 없어 코딩에서 추정합니다(assignments.csv)',
      en: 'nobody recorded who was given which answers; it is inferred from the codings (assignments.csv)',
    }),
    ...findingIf(!codings.some((one) => one.pass === 'consensus'), 'no consensus codings', [], {
      ko: '합의 코딩이 없어 코더 과반이 붙인 코드로 셉니다',
      en: 'there are no consensus codings; codes given by more than half of the coders are counted',
    }),
    ...findingIf(setAside.length > 0, 'codings on answers set aside', [], {
      ko: `해석 가능하지 않은 응답 ${setAside.length}개에 코딩이 있으며 세지 않습니다`,
      en: `${setAside.length} answer(s) that do not stand as interpretable carry codings, which are not counted`,
    }),
  ];
}

/** Codes about an answer's standing belong on answers that are set aside. */
function isContent({ study, codebook }: StudySnapshot): (coding: Coding) => boolean {
  const domains = new Set(study.frame.domains.filter((one) => one.kind === 'standing').map((one) => one.id));
  const standing = new Set(
    codebook.codes.filter((code) => domains.has(code.domain ?? '')).map((code) => code.id),
  );
  return (coding) => !standing.has(coding.code);
}

function findingsOnThemes(study: StudyLookup): Finding[] {
  const { themes, codings } = study.snapshot;
  const behind = themes.map((theme) => ({ theme, people: peopleBehind(theme, study) }));
  const none = behind.filter((one) => one.people === 0).map((one) => one.theme.id);
  const single = behind.filter((one) => one.people === 1).map((one) => one.theme.id);
  const quotable = new Map(study.participants.map((one) => [one.id, one.consent === 'quotation']));
  const byId = new Map(codings.map((coding) => [coding.id, coding]));
  const mayQuote = (id: Coding['id']) => quotable.get(byId.get(id)?.participant ?? ('' as never)) === true;
  const silent = themes.filter((theme) =>
    [...theme.narrative, ...theme.negativeCases].some((claim) => !claim.codings.some(mayQuote)),
  );
  if (themes.length === 0)
    return findingIf(true, 'no themes', [], {
      ko: '주제가 없습니다(themes.yaml)',
      en: 'there are no themes (themes.yaml)',
    });
  return [
    ...findingIf(none.length > 0, 'theme without codings', none, {
      ko: '코딩이 하나도 없는 주제가 있습니다',
      en: 'themes have no coding behind them',
    }),
    ...findingIf(single.length > 0, 'theme rests on one participant', single, {
      ko: '한 사람의 응답에만 기댄 주제가 있습니다',
      en: 'themes rest on the answers of one participant',
    }),
    ...findingIf(
      silent.length > 0,
      'claim cannot be quoted',
      silent.map((theme) => theme.id),
      {
        ko: '인용에 동의한 사람의 응답이 하나도 없는 주장이 있어 근거를 보일 수 없습니다',
        en: 'claims rest only on people who did not consent to quotation or withdrew, so no words can be shown for them',
      },
    ),
  ];
}

function peopleBehind(theme: StudySnapshot['themes'][number], { answers }: StudyLookup): number {
  const codes = new Set(theme.codes);
  const people = theme.questions
    .flatMap((question) => answers.get(question) ?? [])
    .filter(
      (one) =>
        one.answer.standing === 'interpretable' && one.codings.some((coding) => codes.has(coding.code)),
    );
  return new Set(people.map((one) => one.person)).size;
}

function findingsOnPriorities({ study, priorities }: StudySnapshot): Finding[] {
  return [
    ...findingIf(priorities.length === 0, 'no priorities', [], {
      ko: '우선순위 후보가 없습니다(priorities.yaml)',
      en: 'there are no candidate priorities (priorities.yaml)',
    }),
    ...findingIf(
      !study.questions.some((question) => question.concept === 'priority'),
      'no priority question',
      [],
      {
        ko: '우선순위를 묻는 질문이 없습니다(study.yaml의 `concept: priority`)',
        en: 'no question asks for priorities (`concept: priority` in study.yaml)',
      },
    ),
  ];
}

function codeOf(coding: Coding): string {
  return coding.code;
}

function findingIf(
  holds: boolean,
  code: string,
  about: readonly string[],
  message: Finding['message'],
): Finding[] {
  return holds ? [{ code, about, message }] : [];
}
