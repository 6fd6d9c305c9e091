import type { Source } from '../../domain/source.ts';
import type { Services } from '../../pipeline/services.ts';
import { inTime } from '../in-time.ts';
import { Refusal } from '../refusal.ts';

/** How long an answer waits for the poll it asked for, in milliseconds; the poll goes on after that. */
const PATIENCE = 20_000;
/** Exit code of a run that found another at work. */
const BUSY = 75;

/** Polls one source now, and tells what it brought. Rejects with a `Refusal` where another process is at work on the store. */
export type PollNow = (services: Services, source: Source) => Promise<string>;

/**
 * Polls asked for by hand, each in a process of its own, so that nobody else has to wait. One goes after the other, since each
 * wants the store for itself; asked for twice, one is done once.
 */
export function createPolls(): PollNow {
  const asked = new Map<string, Promise<string>>();
  let last: Promise<unknown> = Promise.resolve();
  return (services, source) => {
    const poll = asked.get(source.id) ?? last.then(() => pollApart(services, source));
    asked.set(source.id, poll);
    last = poll.catch(() => null).finally(() => asked.delete(source.id));
    return inTime(
      poll,
      PATIENCE,
      `${source.title} is being polled; load the page again in a while to see what came.`,
    );
  };
}

async function pollApart(services: Services, source: Source): Promise<string> {
  const began = services.clock.now().toISOString();
  const code = await services.cycleApart([source.id]);
  const store = await services.store();
  if (code === BUSY) {
    const holder = await store.leaseHolder();
    const who =
      holder === null ? 'another run' : `${holder.purpose}, since ${holder.since.slice(11, 16)} UTC,`;
    throw new Refusal(
      503,
      'busy',
      `${source.title} was not polled: ${who} is at work; try again in a minute`,
      { 'retry-after': '60' },
    );
  }
  const state = (await store.sourceStates()).get(source.id);
  if (state === undefined || (state.lastPolled ?? '') < began) {
    throw new Refusal(500, 'not-polled', `${source.title} was not polled; the log of topicwatch says why`);
  }
  if (state.message !== null) return `${source.title} was polled, and that failed: ${state.message}`;
  const [cycle] = await store.cycles(1);
  if (cycle === undefined || cycle.fresh + cycle.revised === 0)
    return `${source.title} was polled; it has nothing new.`;
  const { fresh, revised, accepted, review } = cycle;
  return `${source.title} was polled: ${fresh} new, ${revised} revised, ${accepted} accepted, ${review} to review.`;
}
