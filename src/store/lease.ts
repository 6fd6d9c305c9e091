import { setTimeout as delay } from 'node:timers/promises';
import { type Lease, LeaseBusy, type LeaseHolder, LeaseLost } from '../domain/lease.ts';
import type { Clock } from '../domain/ports.ts';
import type { Connection } from './connection.ts';
import { isRunning, startOf } from './processes.ts';

/** Who opens the store. */
export interface Environment {
  readonly clock: Clock;
  readonly host: string;
  readonly pid: number;
}

/**
 * How long a lease lasts without a sign of life. Only a holder on another host, or one that was paused, is waited out: a
 * holder on this host that has died is replaced at once.
 */
const LEASE_SECONDS = 120;
/** A lease is renewed when this much of it is used up, so that `check` is a mere read most of the time. */
const RENEW_AFTER_SECONDS = 40;
/** How often a lease that is held is asked for again while waiting. */
const PATIENCE_MILLISECONDS = 100;

interface LeaseRow {
  readonly token: number;
  readonly pid: number | null;
  readonly host: string | null;
  readonly started: string | null;
  readonly purpose: string | null;
  readonly since: string | null;
  readonly expires: string | null;
}

/** Takes the lease, waiting for it for so many seconds; rejects with `LeaseBusy`. */
export async function acquireLease(
  connection: Connection,
  environment: Environment,
  purpose: string,
  waitSeconds: number,
): Promise<Lease> {
  for (let left = (waitSeconds * 1000) / PATIENCE_MILLISECONDS; ; left -= 1) {
    const taken = connection.write(() => take(connection, environment, purpose));
    if (typeof taken === 'number') return leaseOf(connection, environment, taken);
    if (left < 1) throw new LeaseBusy(taken);
    await delay(PATIENCE_MILLISECONDS);
  }
}

/** Who holds the lease now; null: nobody who is alive. */
export function leaseHolder(connection: Connection, environment: Environment): LeaseHolder | null {
  const row = read(connection);
  const { pid, host, purpose, since, expires } = row;
  if (pid === null || host === null || purpose === null || since === null || expires === null) return null;
  if (expires <= now(environment)) return null;
  if (host === environment.host && !isRunning(pid, row.started)) return null;
  return { pid, host, purpose, since };
}

/**
 * Makes sure, inside a transaction, that the lease of this token is still held, and renews it. Throws `LeaseLost`, also for
 * one that was released.
 */
export function holdLease(connection: Connection, environment: Environment, token: number): void {
  const expires = connection.run(
    'update lease set expires = ? where token = ? and pid is not null',
    later(environment, LEASE_SECONDS),
    token,
  );
  if (expires === 0) throw new LeaseLost();
}

/** @returns the new token, or who is in the way. */
function take(connection: Connection, environment: Environment, purpose: string): number | LeaseHolder {
  const holder = leaseHolder(connection, environment);
  if (holder !== null) return holder;
  const { pid, host } = environment;
  connection.run(
    `update lease set token = token + 1, pid = ?, host = ?, started = ?, purpose = ?, since = ?, expires = ?`,
    pid,
    host,
    startOf(pid),
    purpose,
    now(environment),
    later(environment, LEASE_SECONDS),
  );
  return read(connection).token;
}

function leaseOf(connection: Connection, environment: Environment, token: number): Lease {
  return {
    token,
    async check() {
      const { token: current, pid, expires } = connection.read(() => read(connection));
      if (current !== token || pid === null || expires === null) throw new LeaseLost();
      if (expires < later(environment, LEASE_SECONDS - RENEW_AFTER_SECONDS))
        connection.write(() => holdLease(connection, environment, token));
    },
    async release() {
      connection.write(() => connection.run('update lease set pid = null where token = ?', token));
    },
  };
}

function read(connection: Connection): LeaseRow {
  const row = connection.get<LeaseRow>(
    'select token, pid, host, started, purpose, since, expires from lease',
  );
  if (row === undefined) throw new Error('the lease row of the store is missing');
  return row;
}

const now = ({ clock }: Environment): string => clock.now().toISOString();

const later = ({ clock }: Environment, seconds: number): string =>
  new Date(clock.now().getTime() + seconds * 1000).toISOString();
