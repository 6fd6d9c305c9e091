import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { LeaseBusy, LeaseLost } from '../domain/lease.ts';
import { FileTrouble } from '../domain/ports.ts';
import { StoreUnusable } from '../domain/store.ts';
import { SettingsError } from '../settings/problem.ts';

/** A request that is not done, for a reason its sender or the keeper can see to. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: ContentfulStatusCode;
  /** For a program: `wrong-token`, `busy`, `unknown-article`. */
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    status: ContentfulStatusCode,
    code: string,
    message: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** How long to wait before a store that is held by a run is worth asking again, in seconds. */
const BUSY_SECONDS = '10';

/** What a failure means to whoever sent the request; null: it is a bug. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof LeaseBusy)
    return new Refusal(503, 'busy', error.message, { 'retry-after': BUSY_SECONDS });
  if (error instanceof LeaseLost) return new Refusal(503, 'lease-lost', error.message);
  if (error instanceof StoreUnusable) return new Refusal(503, 'store-unusable', error.message);
  if (error instanceof SettingsError) return new Refusal(409, 'settings', error.message);
  if (error instanceof FileTrouble) return new Refusal(409, 'file', error.message);
  return null;
}
