/** On a machine that others keep busy, work may take so many times as long as it takes alone. */
const PATIENCE = 5;

/**
 * Calls `stop` when a piece of work has had its seconds. Time in which the whole program computes nothing, since others have the
 * processor, is not the work's: it counts only from `PATIENCE` times as long on, so that what hangs ends too.
 *
 * @returns takes the limit off.
 */
export function limitTime(seconds: number, stop: () => void): () => void {
  const begun = performance.now();
  const before = process.cpuUsage();
  let timer: NodeJS.Timeout;
  const look = (): void => {
    const { user, system } = process.cpuUsage(before);
    const left = seconds * 1_000 - (user + system) / 1_000;
    const waited = performance.now() - begun;
    if (left <= 0 || waited >= seconds * PATIENCE * 1_000) stop();
    else timer = setTimeout(look, Math.min(left, seconds * PATIENCE * 1_000 - waited));
  };
  timer = setTimeout(look, seconds * 1_000);
  return () => clearTimeout(timer);
}
