/** What the options of `firsthand scan` ask: of which source, what, and where it is reached. */
import type { ScanSettings } from '../access/scan-settings.ts';
import type { SavedQuery } from '../scan/model.ts';
import type { ScanQueryTable } from '../store/scan-tables.ts';
import type { Language } from '../study/localised.ts';
import { WrongCall } from './command.ts';

/** What the administrator has configured, with the addresses that `--address` names in place of others. */
export async function settingsFor({ address }: Record<string, unknown>): Promise<ScanSettings> {
  const { addressesIn, scanSettingsFrom } = await import('../access/scan-settings.ts');
  const settings = scanSettingsFrom(process.env);
  const named = typeof address === 'string' ? address : '';
  return { ...settings, addresses: { ...settings.addresses, ...addressesIn(named, '--address') } };
}

/** The query that the options describe, or null where they describe none. @throws WrongCall */
export async function queryGiven(
  { source, query, since }: Record<string, unknown>,
  language: Language,
): Promise<SavedQuery | null> {
  if (source === undefined) return null;
  const { SavedQuery } = await import('../scan/model.ts');
  const said = String(query ?? '');
  const settings: Record<string, unknown> =
    source === 'feed'
      ? { address: said }
      : source === 'medrxiv'
        ? { words: said.split(',').filter((word) => word.trim() !== ''), since }
        : source === 'openfda'
          ? { list: said.split(':', 1)[0], search: said.slice(said.indexOf(':') + 1), since: since ?? null }
          : { search: said, since: since ?? null };
  const parsed = SavedQuery.safeParse({
    label: said.slice(0, 200),
    ask: { source, settings },
    switchedOn: true,
    every: 'by hand',
  });
  if (parsed.success) return parsed.data;
  throw new WrongCall(queryWrong(String(source)), language);
}

/** Whether the saved query asks the same of the same source. */
export function isSame({ source, settings }: ScanQueryTable, { ask }: SavedQuery): boolean {
  const stored: Record<string, unknown> = JSON.parse(settings);
  const given: Record<string, unknown> = ask.settings;
  return (
    source === ask.source && Object.keys(given).every((name) => String(stored[name]) === String(given[name]))
  );
}

const queryWrong = (source: string) => ({
  ko: `--source ${source}: 출처 이름과 --query가 맞지 않습니다. openfda는 \`510k:검색식\`, medrxiv는 쉼표로 나눈 낱말과 --since, feed는 주소가 필요합니다`,
  en: `--source ${source}: no such source, or --query does not fit it; openfda expects \`510k:search\`, medrxiv words parted by commas and --since, feed an address`,
});
