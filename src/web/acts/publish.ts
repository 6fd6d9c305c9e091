import type { Services } from '../../pipeline/services.ts';
import { inTime } from '../in-time.ts';

/** How long an answer waits for the feeds, in milliseconds; they are written on after that. */
const PATIENCE = 5_000;
const DONE = 0;
/** Exit code of a process that found another at work. */
const BUSY = 75;

/** Writes the feeds anew, and tells in a sentence when they show what was just said of stories. Never rejects. */
export type PublishNow = (services: Services) => Promise<string>;

/**
 * Feeds are written in a process of their own, so that nobody else has to wait, one after the other. Asked for again before one
 * has begun, that one does for both.
 */
export function createPublishing(): PublishNow {
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<string> | null = null;
  return (services) => {
    waiting ??= last.then(() => {
      waiting = null;
      return publishApart(services);
    });
    last = waiting;
    return inTime(waiting, PATIENCE, 'The feeds are being written, and show it in a while.');
  };
}

async function publishApart(services: Services): Promise<string> {
  const code = await services.publishApart().catch((error: unknown) => {
    services.log.error(`the feeds could not be written: ${String(error)}`);
    return null;
  });
  if (code === DONE) return 'The feeds show it now.';
  if (code === BUSY)
    return 'Another topicwatch is at work on them; the feeds follow with the next run at the latest.';
  return 'The feeds could not be written, the log of topicwatch says why; they follow with the next run.';
}
