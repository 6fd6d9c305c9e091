import { rmSync } from 'node:fs';
import type { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import { openServices } from '../../src/app.ts';
import type { ChangeSet } from '../../src/domain/change.ts';
import type { Services } from '../../src/pipeline/services.ts';
import { createSite } from '../../src/web/site.ts';
import { type Home, makeHome } from '../end-to-end/program.ts';

export const TOKEN = 'a long random text';
export const NOON = new Date('2026-03-06T12:00:00.000Z');

/** The site over a corpus of its own, as somebody on this machine asks it. */
export interface Site {
  readonly home: Home;
  readonly services: Services;
  readonly app: Hono;
  /** The clock the site goes by. */
  now: Date;
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Sends a form as the browser of somebody who is signed in does. */
  send(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Response>;
  commit(...sets: readonly ChangeSet[]): Promise<void>;
}

/** Gone when the test ends. */
export async function openSite(
  options: {
    readonly token?: string | null;
    readonly web?: object;
    readonly sources?: Readonly<Record<string, string>>;
  } = {},
): Promise<Site> {
  const { token = TOKEN, web = {}, sources = {} } = options;
  const home = makeHome(sources, { web });
  const clock = { now: () => site.now };
  const services = openServices(home.config, { verbose: false }, clock);
  const app = await createSite(services, token ?? undefined);
  onTestFinished(async () => {
    await services.close();
    rmSync(home.dir, { recursive: true });
  });
  const site: Site = {
    home,
    services,
    app,
    now: NOON,
    ask: async (path, init = {}) => app.request(path, { ...init, headers: { host: HOST, ...init.headers } }),
    async send(path, fields) {
      const cookie = await signIn(site);
      const form = formToken(await (await site.ask('/sign-in', { headers: { cookie } })).text());
      return site.ask(path, { method: 'POST', headers: { cookie, ...OWN }, body: body({ ...fields, form }) });
    },
    async commit(...sets) {
      const store = await services.store();
      const lease = await store.lease('test');
      for (const set of sets) await store.commit(lease, set);
      await lease.release();
    },
  };
  return site;
}

export const HOST = '127.0.0.1:8787';
/** What a browser says of a form of the page itself. */
export const OWN = { 'sec-fetch-site': 'same-origin', origin: `http://${HOST}` };

export function body(fields: Readonly<Record<string, string | readonly string[]>>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one] as [string, string]),
    ),
  );
}

/** The cookie of a session, as a browser sends it back. */
export async function signIn(site: Site, token = TOKEN): Promise<string> {
  const answer = await site.ask('/sign-in', { method: 'POST', headers: OWN, body: body({ token, to: '' }) });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** The token of the forms of a page. */
export function formToken(page: string): string {
  return /name="form" value="([^"]+)"/.exec(page)?.[1] ?? '';
}
