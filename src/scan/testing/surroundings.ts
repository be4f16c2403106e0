/** Time that passes only when somebody sleeps, so that pauses cost a test nothing and can be counted. */
import { noScanSettings, type ScanSettings } from '../../access/scan-settings.ts';
import type { SourceName } from '../../store/scan-tables.ts';
import type { Asking } from '../sources/ask.ts';

export interface TestAsking extends Asking {
  slept: number[];
  stop(): void;
}

export function testAsking(
  source: SourceName,
  address: string,
  settings: Partial<ScanSettings> = {},
): TestAsking {
  const slept: number[] = [];
  const stopping = new AbortController();
  let now = Date.parse('2026-03-02T00:00:00Z');
  return {
    settings: { ...noScanSettings, addresses: { [source]: address }, ...settings },
    pace: new Map(),
    surroundings: {
      now: () => now,
      sleep: async (ms, signal) => {
        signal.throwIfAborted();
        slept.push(ms);
        now += ms;
      },
      random: () => 0.5,
    },
    signal: stopping.signal,
    slept,
    stop: () => stopping.abort(),
  };
}
