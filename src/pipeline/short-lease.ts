import type { Lease } from '../domain/lease.ts';
import type { Store } from '../domain/store.ts';

/** How long a person's command waits for a run at work. */
const PATIENCE_SECONDS = 10;

/**
 * Does a small piece of work under a lease of its own. Rejects with `LeaseBusy` where another holds it for longer than 10
 * seconds.
 */
export async function underShortLease<T>(
  store: Store,
  purpose: string,
  work: (lease: Lease) => Promise<T>,
): Promise<T> {
  const lease = await store.lease(purpose, { waitSeconds: PATIENCE_SECONDS });
  try {
    return await work(lease);
  } finally {
    await lease.release();
  }
}
