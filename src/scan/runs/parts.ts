/** Long lists in parts, because a statement takes so many values and no more. */

// SQLite binds 32,766 values at most; the widest table here has 19 columns.
const AT_ONCE = 1000;

export async function inParts<Item>(
  items: readonly Item[],
  work: (part: Item[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE) await work(items.slice(from, from + AT_ONCE));
}
