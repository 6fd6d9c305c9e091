import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feedOf, type Host, openHost } from '../end-to-end/host.ts';
import { type Home, makeHome, type Outcome, topicwatch } from '../end-to-end/program.ts';

/** What a host answers by path: a feed or another document, or a place it redirects to. */
type Site = Record<string, string | { readonly movedTo: string }>;

const EMPTY = '# What is watched.\n';

let site: Site;
let host: Host;
let elsewhere: Host;
let asked: string[];
let askedElsewhere: string[];
let home: Home;

beforeEach(async () => {
  site = {};
  asked = [];
  askedElsewhere = [];
  host = await openHost(({ url = '' }, response) => {
    asked.push(url);
    const answer = site[url];
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer !== 'string') response.writeHead(301, { location: answer.movedTo }).end();
    else {
      const type = answer.startsWith('<!doctype html>') ? 'text/html' : 'text/xml';
      // As most servers do.
      response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(gzipSync(answer));
    }
  });
  elsewhere = await openHost(({ url = '' }, response) => {
    askedElsewhere.push(url);
    response.end(feedOf('Inside', [item('inside')]));
  });
  home = makeHome({}, { http: { allowPrivateHosts: [new URL(host.url).host] } });
  writeFileSync(join(home.config, 'sources.yaml'), EMPTY);
});
afterEach(async () => {
  await Promise.all([host.close(), elsewhere.close()]);
  rmSync(home.dir, { recursive: true });
});

const item = (id: string, day = 1) => ({
  id,
  title: `The ${id} opens`,
  date: new Date(Date.UTC(2026, 2, day)),
});
const page = (body: string): string => `<!doctype html><html><body>${body}</body></html>`;
const link = (href: string, title = ''): string =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;

const sources = (...args: readonly string[]): Promise<Outcome> =>
  topicwatch(['--config', home.config, 'sources', ...args]);
const add = (...args: readonly string[]): Promise<Outcome> => sources('add', ...args);
const listed = (): string => readFileSync(join(home.config, 'sources.yaml'), 'utf8');
const at = (path: string): string => new URL(path, host.url).href;

describe('sources add', () => {
  test('adds a feed at its own address, and says what it holds', async () => {
    site['/feed'] = feedOf('Brae Herald', [item('mill', 1), item('weir', 3)]);
    const { code, stdout } = await add(at('/feed'), '--kind', 'press');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^added brae-herald: Brae Herald, 2 items, newest 2026-03-03, a summary of each/);
    expect(stdout).toContain('2026-03-03  The weir opens');
    expect(listed()).toMatch(/id: brae-herald[\s\S]*feed[\s\S]*kind: press/);
    expect(asked).toEqual(['/feed']);

    const again = await add(at('/feed'));
    expect(again).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is there already, as brae-herald'),
    });
  });

  test('adds the one feed a page declares, where it has moved to', async () => {
    site['/'] = page(link('/old'));
    site['/old'] = { movedTo: '/new' };
    site['/new'] = feedOf('Brae Herald', [item('mill')]);
    const { code, stdout } = await topicwatch([
      '--config',
      home.config,
      '--json',
      'sources',
      'add',
      host.url,
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      id: 'brae-herald',
      url: at('/new'),
      why: 'declared',
      items: 1,
      newest: '2026-03-01',
      extent: 'summary',
    });
    expect(listed()).toContain(at('/new'));
  });

  test('takes a feed in two formats, and a feed of comments, for one feed', async () => {
    site['/'] = page(link('/rss') + link('/atom') + link('/comments/feed'));
    site['/rss'] = feedOf('Brae Herald', [item('mill'), item('weir')]);
    site['/atom'] = site['/rss'];
    site['/comments/feed'] = feedOf('Comments on Brae Herald', [item('reply')]);
    const { code } = await add(host.url);
    expect(code).toBe(0);
    expect(listed()).toContain(at('/rss'));
    expect(listed()).not.toContain('atom');
  });

  test('shows several with the command to add each, adds nothing, and exits with 1', async () => {
    site['/'] = page(link('/world') + link("/sport?a='$(id)"));
    site['/world'] = feedOf('\u202eBrae Herald: World\u001b[2J', [item('mill', 2)]);
    site["/sport?a='$(id)"] = feedOf('Brae Herald: Sport', [item('match', 4)]);
    site['/sport?a=%27$(id)'] = site["/sport?a='$(id)"];
    const before = listed();
    const { code, stdout } = await add(host.url);
    expect(code).toBe(1);
    expect(stdout).toContain('has 2 feeds. Nothing was added');
    expect(stdout).toContain(
      `\ntopicwatch sources add ${at('/world')}\n   Brae Herald: World[2J, 1 item, newest 2026-03-02`,
    );
    expect(stdout).toMatch(/\ntopicwatch sources add '[^\n]*'\n {2}Brae Herald: Sport/); // safe to paste into a shell
    expect(listed()).toBe(before);
  });

  test('adds all of several where told so, each under an id of its own', async () => {
    site['/'] = page(link('/world') + link('/sport'));
    site['/world'] = feedOf('Brae Herald', [item('mill')]);
    site['/sport'] = feedOf('Brae Herald', [item('match')]);
    expect(await add(host.url, '--all', '--id', 'brae')).toMatchObject({ code: 2 });
    const { code, stdout } = await add(host.url, '--all');
    expect(code).toBe(0);
    expect(stdout).toMatch(/added brae-herald: [\s\S]*added brae-herald-2: /);
    expect(await add(host.url)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('there already, as brae-herald, brae-herald-2'),
    });
  });

  test('follows a link to a page that lists feeds, one page deep', async () => {
    site['/'] = page('<a href="/rss">RSS</a><a href="/feedback">Write to us</a>');
    site['/rss'] = page('<a href="/feeds/more">More feeds</a><a href="/world.xml">World</a>');
    site['/feeds/more'] = page('<a href="/feeds/evenmore">RSS</a>');
    site['/world.xml'] = feedOf('Brae Herald', [item('mill')]);
    expect((await add(host.url)).code).toBe(0);
    expect(listed()).toContain(at('/world.xml'));
    expect(asked.toSorted()).toEqual(['/', '/feeds/more', '/rss', '/world.xml']);
  });

  test('looks where feeds usually are when the page leads to none, as far as robots.txt lets it, and stops at the first', async () => {
    site['/news'] = page('<a href="/about">About</a>');
    site['/robots.txt'] = 'User-agent: *\nDisallow: /feed\n';
    site['/feed'] = feedOf('Not to be asked', [item('mill')]);
    site['/rss.xml'] = feedOf('Brae Herald', [item('mill')]);
    const { code, stdout } = await add(at('/news'));
    expect(code).toBe(0);
    expect(stdout).toContain('where feeds usually are');
    expect(asked).toEqual(['/news', '/robots.txt', '/rss', '/rss.xml']);
  });

  test('takes the sitemap that robots.txt names as a last resort', async () => {
    site['/'] = page('Brae');
    site['/robots.txt'] = `Sitemap: ${at('/map.xml')}`;
    site['/map.xml'] = `<sitemapindex><sitemap><loc>${at('/news.xml')}</loc></sitemap></sitemapindex>`;
    site['/news.xml'] =
      `<urlset><url><loc>${at('/a')}</loc><news:news><news:publication><news:name>Brae Herald</news:name></news:publication>` +
      '<news:publication_date>2026-03-02</news:publication_date><news:title>The mill opens</news:title></news:news></url></urlset>';
    const { code, stdout } = await add(host.url);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /added brae-herald: Brae Herald, 1 item, newest 2026-03-02, titles only, a sitemap/,
    );
    expect(listed()).toContain(at('/map.xml'));
  });

  test('says what it tried where there is none, and why a declared one cannot be read', async () => {
    site['/'] = page('Brae');
    const none = await add(host.url);
    expect(none).toMatchObject({ code: 1, stdout: '' });
    expect(none.stderr).toMatch(
      /no feed was found at http.*look on it for a link called RSS.*nothing was added/,
    );

    site['/'] = page(link('/rss'));
    const broken = await add(host.url);
    expect(broken.stderr).toMatch(
      /declares a feed that cannot be read: .*\/rss answered 404.*nothing was added/,
    );

    site['/cat.jpg'] = 'JPEG';
    expect((await add(at('/cat.jpg'))).stderr).toMatch(
      /cat\.jpg: this is no feed: it is neither XML nor JSON; nothing was added/,
    );
    expect((await add(at('/missing'))).stderr).toMatch(/answered 404.*nothing was added/);
    expect((await add('imber')).stderr).toMatch(/"imber" is not an address/);
    expect(listed()).toBe(EMPTY);
  });

  test('never asks a private address that a page leads to, on whatever way', async () => {
    const inside = elsewhere.url;
    site['/'] = page(`${link(inside)}<a href="${inside}rss">RSS</a>${link('/hop')}<a href="/list">RSS</a>`);
    site['/hop'] = { movedTo: `${inside}hop` };
    site['/list'] = page(link(`${inside}list`));
    site['/robots.txt'] = `Sitemap: ${inside}map.xml\nSitemap: ${at('/index.xml.map')}`;
    site['/index.xml.map'] = `<sitemapindex><sitemap><loc>${inside}news.xml</loc></sitemap></sitemapindex>`;
    const { code, stderr } = await add(host.url);
    expect(code).toBe(1);
    expect(stderr).toContain('not a public address');
    expect(asked).toContain('/index.xml.map');
    expect(askedElsewhere).toEqual([]);
  });

  test('asks a bounded number of addresses, whatever a page leads to', async () => {
    const links = Array.from({ length: 500 }, (_, n) => link(`/rss/${n}`)).join('');
    site['/'] = page(`${links}<a href="/rss">RSS</a>`);
    for (let n = 0; n < 500; n += 1) site[`/rss/${n}`] = page(links);
    expect((await add(host.url)).code).toBe(1);
    expect(asked.length).toBeLessThan(40);
  });
});
