/** Work that the server does again and again beside its requests, never twice at once. */

/**
 * @param work is waited for before the next pause begins; what it throws is told to `onFailure` and stops nothing
 * @returns ends it, after what is at work has come to its end
 */
export function atIntervals(
  ms: number,
  work: () => Promise<void>,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  let isOver = false;
  let timer: NodeJS.Timeout;
  let atWork: Promise<void> = Promise.resolve();
  const plan = () => {
    timer = setTimeout(() => {
      atWork = work()
        .catch(onFailure)
        .then(() => {
          if (!isOver) plan();
        });
    }, ms);
    // Waiting for the next turn keeps no process alive.
    timer.unref();
  };
  plan();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    await atWork;
  };
}
