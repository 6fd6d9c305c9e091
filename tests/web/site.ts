import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import { folderStamp } from '../../src/adapters/folder-stamp.ts';
import { openServices } from '../../src/app.ts';
import type { ChangeSet } from '../../src/domain/change.ts';
import { publish } from '../../src/pipeline/publish.ts';
import type { Services } from '../../src/pipeline/services.ts';
import { currentSettings } from '../../src/settings/current.ts';
import { loadSettings } from '../../src/settings/load.ts';
import { createSite } from '../../src/web/site.ts';
import { type Home, makeHome } from '../end-to-end/program.ts';
import { TOPIC } from '../store/samples.ts';

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
    /** More of topicwatch.yaml. */
    readonly settings?: object;
    readonly sources?: Readonly<Record<string, string>>;
  } = {},
): Promise<Site> {
  const { token = TOKEN, web = {}, sources = {}, settings: more = {} } = options;
  const home = makeHome(sources, { web, ...more });
  const clock = { now: () => site.now };
  const opened = openServices(home.config, { verbose: false }, clock);
  const stamp = () => folderStamp([home.config, join(home.config, 'topics')]);
  const settings = currentSettings(() => loadSettings(home.config), stamp, opened.log);
  const services = Object.assign(Object.create(publishingHere(opened)) as Services, { settings });
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

/** Services that publish in this process: the test runner is no program that could be started again to do it. */
export function publishingHere(opened: Services): Services {
  const services: Services = Object.assign(Object.create(opened) as Services, {
    async publishApart() {
      const lease = await (await opened.store()).lease('publish');
      await publish(services, lease).finally(() => lease.release());
      return 0;
    },
  });
  return services;
}

/** A change set of the store's samples, for the topic that the site watches. */
export function onTopic(set: ChangeSet): ChangeSet {
  return JSON.parse(JSON.stringify(set).replaceAll(`"${TOPIC}"`, `"${WATCHED}"`)) as ChangeSet;
}

export const WATCHED = 'caldmoor-brae';
const HOST = '127.0.0.1:8787';
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

/** What the page that an answer leads to says of what was done. */
export async function saidBy(site: Site, answer: Response): Promise<string> {
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  const page = await (await site.ask('/sign-in', { headers: { cookie } })).text();
  return /<div class="notice" role="status"><p>(.*?)<\/p>/s.exec(page)?.[1] ?? '';
}

/** The token of the forms of a page. */
export function formToken(page: string): string {
  return /name="form" value="([^"]+)"/.exec(page)?.[1] ?? '';
}
