/**
 * Asks again for what news has made old. What is on its way is let come first and asked for once more after it: were it
 * broken off by every piece of news, a team that works faster than the answer is computed would never see one.
 */
import type { Query, QueryClient } from '@tanstack/react-query';

const following = new WeakSet<Query>();

export async function askAgain(queries: QueryClient, query: Query): Promise<void> {
  if (following.has(query)) return;
  if (query.state.fetchStatus === 'fetching') {
    following.add(query);
    await query.promise?.catch(() => {});
    following.delete(query);
  }
  await queries.invalidateQueries({ queryKey: query.queryKey, exact: true });
}
