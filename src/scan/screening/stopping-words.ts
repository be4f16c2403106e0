/** What may be said of stopping now, in both languages: the numbers, what they rest on, and what would be missed. */
import type { Recall } from './model.ts';

interface Said {
  recall: Recall;
  read: number;
  unread: number;
  sample: { size: number; drawn: number } | null;
  inSample: boolean;
  pValue: number | null;
  stop: boolean;
}

export function stoppingStatement(said: Said): { ko: string; en: string } {
  const { recall, read, unread, sample } = said;
  const { found } = recall;
  if (unread === 0) {
    return {
      ko: `${read}건을 모두 읽었습니다. 포함 ${found}건. 멈춰도 됩니다.`,
      en: `All ${read} records are read, ${found} included. You may stop.`,
    };
  }
  const missed = recall.expected === null ? null : Math.max(0, Math.round(recall.expected - found));
  const estimate = recall.estimate === null || missed === null ? null : estimateWords(recall, missed);
  if (estimate === null) {
    return {
      ko: `${read}건을 읽었고 아직 포함한 것이 없어 재현율을 추정할 수 없습니다. 계속 읽어 주십시오. 남은 ${unread}건은 모두 목록에 있습니다.`,
      en: `${read} records are read and none is included, so recall cannot be estimated. Read on; the other ${unread} stay in the list.`,
    };
  }
  if (said.stop && said.pValue !== null) {
    return {
      ko: `멈춤을 방어할 수 있습니다: 읽지 않은 것에서 무작위로 뽑은 ${sample?.size}건으로 재현율 95 % 미만을 기각했습니다(한쪽 검정, p = ${said.pValue.toFixed(3)}). ${estimate.ko} 남은 ${unread}건은 목록에 그대로 있습니다.`,
      en: `Stopping is defensible: ${sample?.size} records drawn at random from the unread refute a recall below 95 % (one-sided test, p = ${said.pValue.toFixed(3)}). ${estimate.en} The other ${unread} stay in the list.`,
    };
  }
  if (said.inSample && sample !== null) {
    const left = sample.size - sample.drawn;
    return {
      ko: `무작위 표본 ${sample.size}건 가운데 ${sample.drawn}건을 읽었습니다. ${left}건을 더 읽으면 검정합니다. ${estimate.ko}`,
      en: `${sample.drawn} of a random sample of ${sample.size} are read; the test is made after ${left} more. ${estimate.en}`,
    };
  }
  if (said.pValue !== null) {
    return {
      ko: `무작위 표본에서 관련 문헌이 더 나와 아직 멈출 수 없습니다(p = ${said.pValue.toFixed(3)}). ${estimate.ko} 순위대로 더 읽어 주십시오.`,
      en: `The random sample held relevant records, so stopping cannot be defended yet (p = ${said.pValue.toFixed(3)}). ${estimate.en} Read on by rank.`,
    };
  }
  const how =
    sample === null
      ? { ko: '', en: '' }
      : {
          ko: ` 멈춤을 방어하려면 남은 ${unread}건에서 ${sample.size}건을 무작위로 뽑아 읽고 관련 문헌이 없어야 합니다.`,
          en: ` To defend stopping, draw ${sample.size} of the ${unread} unread at random and find none relevant.`,
        };
  return {
    ko: `${estimate.ko} 순위에 따라 읽은 것에서 나온 어림값입니다.${how.ko}`,
    en: `${estimate.en} This rests on reading by rank and is a rough guide.${how.en}`,
  };
}

function estimateWords(
  { estimate, interval, found }: Recall,
  missed: number,
): { ko: string; en: string } | null {
  if (estimate === null) return null;
  const percent = (share: number) => String(Math.floor(share * 100));
  const between =
    interval === null
      ? { ko: '', en: '' }
      : {
          ko: ` (양쪽 95 % 구간 ${percent(interval[0])}–${percent(interval[1])} %)`,
          en: ` (two-sided 95 % interval ${percent(interval[0])}–${percent(interval[1])} %)`,
        };
  return {
    ko: `포함 ${found}건, 추정 재현율 ${percent(estimate)} %${between.ko}; 지금 멈추면 약 ${missed}건을 놓칩니다.`,
    en: `${found} included, an estimated recall of ${percent(estimate)} %${between.en}; stopping now would miss about ${missed}.`,
  };
}
