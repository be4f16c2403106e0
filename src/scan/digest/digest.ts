/** Gathers briefs by the week or month (UTC) in which their record was appraised first. Pure. */
import { group as groupBy } from 'd3-array';
import type { Brief } from '../briefs/model.ts';
import type { Digest, DigestQuery } from './model.ts';

interface OfDigest extends Pick<DigestQuery, 'from' | 'to' | 'by' | 'language'> {
  title: string;
  synthetic: boolean;
}

/** Latest first; weeks begin on Monday (ISO 8601). Spans are cut to those asked for. */
export function digestOf(
  briefs: readonly Brief[],
  { title, synthetic, from, to, by, language }: OfDigest,
): Digest {
  const startOf = by === 'week' ? mondayOf : (day: string) => `${day.slice(0, 7)}-01`;
  const groups = [...groupBy(briefs, ({ appraisedAt }) => startOf(appraisedAt.slice(0, 10)))]
    .sort(([left], [right]) => (left > right ? -1 : 1))
    .map(([start, ofGroup]) => {
      const end = by === 'week' ? daysAfter(start, 6) : lastDayOf(start);
      return { from: start < from ? from : start, to: end > to ? to : end, briefs: ofGroup };
    });
  return { title, synthetic, language, from, to, groups };
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return daysAfter(day, -((weekday + 6) % 7));
}

function lastDayOf(firstOfMonth: string): string {
  const next = new Date(`${firstOfMonth}T00:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return daysAfter(next.toISOString().slice(0, 10), -1);
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
