import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { listen } from '../../src/adapters/http-server.ts';
import { openServices } from '../../src/app.ts';
import type { Services } from '../../src/pipeline/services.ts';
import { createSite } from '../../src/web/site.ts';
import { makeHome } from '../end-to-end/program.ts';
import { publishingHere } from '../web/site.ts';
import { corpus, settle } from './corpus.ts';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of the system; undefined: none is installed. On CI there must be one. */
export const BROWSER = CANDIDATES.find((path) => existsSync(path));
if (BROWSER === undefined) {
  const what = 'no Chromium is installed, so the browser tests do not run: `apt-get install chromium`';
  if (process.env.CI === 'true') throw new Error(what);
  process.stderr.write(`\n*** ${what} ***\n\n`);
}

/** Where screenshots are kept; git ignores it. */
const SCREENSHOTS = fileURLToPath(new URL('../../screenshots/', import.meta.url));

export const TOKEN = 'a long random text';

/** The site on loopback over the sample corpus, and a browser. */
export interface Stage {
  readonly url: string;
  readonly services: Services;
  /** A window of its own, which notes what goes wrong in it. */
  open(path: string, look?: Look): Promise<Window>;
  screenshot(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

export interface Look {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  readonly scripts?: boolean;
  readonly timezone?: string;
  /** In the session of the windows that look the same: much faster, where a test leaves nothing behind. */
  readonly shared?: boolean;
}

export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the console, of scripts, and requests that left the host or failed. */
  readonly troubles: readonly string[];
}

export async function openStage(): Promise<Stage> {
  const home = makeHome({}, { web: { port: 0 } });
  settle(home);
  const clock = { now: () => new Date('2026-03-06T12:00:00.000Z') };
  const services = publishingHere(openServices(home.config, { verbose: false }, clock));
  const store = await services.store();
  const lease = await store.lease('test');
  for (const set of corpus()) await store.commit(lease, set);
  const { publish } = await import('../../src/pipeline/publish.ts');
  await publish(services, lease);
  await lease.release();
  const site = await createSite(services, TOKEN);
  const server = await listen(site.fetch, { host: '127.0.0.1', port: 0 });
  const browser = await launch();
  const contexts = new Map<string, Promise<BrowserContext>>();
  const contextFor = (look: Look): Promise<BrowserContext> => {
    if (!look.shared) return newContext(browser, look);
    const key = JSON.stringify(look);
    const made = contexts.get(key) ?? newContext(browser, look);
    contexts.set(key, made);
    return made;
  };
  mkdirSync(SCREENSHOTS, { recursive: true });
  return {
    url: server.url,
    services,
    open: async (path, look = {}) => openWindow(await contextFor(look), server.url, path),
    screenshot: async (page, name) => {
      await page.screenshot({ path: `${SCREENSHOTS}${name}.png`, fullPage: true });
    },
    async close() {
      await browser.close();
      await server.close();
      await services.close();
      rmSync(home.dir, { recursive: true });
    },
  };
}

/** As root, which tests in containers are, Chromium starts only without its sandbox. */
export function launch(): Promise<Browser> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: BROWSER ?? '', args });
}

function newContext(browser: Browser, look: Look): Promise<BrowserContext> {
  const { width = 1280, scheme = 'light', scripts = true, timezone = 'Asia/Seoul' } = look;
  return browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    timezoneId: timezone,
  });
}

async function openWindow(context: BrowserContext, url: string, path: string): Promise<Window> {
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) troubles.push(`asked for ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()}: ${why}`); // aborted: the window went on
  });
  await page.goto(new URL(path, url).href);
  return { page, context, troubles };
}
