/** Ids of codings that this browser made or took back: the news of them is no news here, and nothing is asked again for it. */
const own = new Set<string>();

export function rememberOwn(id: string): void {
  own.add(id);
}

export const isOwn = (id: string) => own.has(id);
