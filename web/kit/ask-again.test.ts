import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it } from 'vitest';
import { askAgain } from './ask-again.ts';

const queries = new QueryClient();
afterEach(() => queries.clear());

/** A query that is shown, and whose answers come when they are told to. */
function shown() {
  const asked: ((answer: number) => void)[] = [];
  const observer = new QueryObserver(queries, {
    queryKey: ['slow'],
    queryFn: () => new Promise<number>((answer) => asked.push(answer)),
  });
  observer.subscribe(() => {});
  const [query] = queries.getQueryCache().findAll();
  if (query === undefined) throw new Error('expected the query that is shown');
  return { query, asked, now: () => observer.getCurrentResult().data };
}

it('lets an answer come that news overtakes, and asks once more however much news there was', async () => {
  const { query, asked, now } = shown();
  const after = [1, 2, 3].map(() => askAgain(queries, query));
  expect(asked).toHaveLength(1);
  asked[0]?.(1);
  await expect.poll(() => asked.length).toBe(2);
  expect(now()).toBe(1);
  asked[1]?.(2);
  await Promise.all(after);
  expect(now()).toBe(2);
  expect(asked).toHaveLength(2);
});

it('asks at once where nothing is on its way', async () => {
  const { query, asked, now } = shown();
  asked[0]?.(1);
  await expect.poll(now).toBe(1);
  const again = askAgain(queries, query);
  expect(asked).toHaveLength(2);
  asked[1]?.(2);
  await again;
  expect(now()).toBe(2);
});
