import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillAddress, follow } from '../../src/adapters/addresses.ts';
import type { FetchOutcome } from '../../src/domain/source.ts';
import { asking, fetcherWith, serve } from './servers.ts';

const KEY = 'k+9/Zq=ü 7x%&"éé';
const placeholder = (name: string) => `\${${name}}`;
const NEWS = placeholder('NEWS_KEY');
const secrets = (name: string) => ({ NEWS_KEY: KEY, PASSWORD: 'open sesame' })[name];

/** Everything of an outcome as text, bodies too, decoded and not. */
function spoken(outcome: FetchOutcome): string {
  const body = 'body' in outcome ? Buffer.from(outcome.body).toString() : '';
  const text = JSON.stringify({ ...outcome, body });
  return text + decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25')).replaceAll('+', ' ');
}

describe('a secret in an address', () => {
  test('is filled in when fetching, encoded', async () => {
    let asked: URL | undefined;
    const { url } = await serve((request, response) => {
      asked = new URL(request.url ?? '', url);
      response.end();
    });
    const outcome = await fetcherWith({}, { secrets }).fetch(asking(`${url}/feed?key=${NEWS}&n=1`));
    expect(asked?.searchParams.get('key')).toBe(KEY);
    expect(outcome).toMatchObject({ kind: 'fetched', url: `${url}/feed?key=${NEWS}&n=1` });
  });

  test.each([
    ['in the path', `/${NEWS}/feed`],
    ['in the query', `/feed?key=${NEWS}`],
  ])('%s shows up in nothing that comes back, whatever the server does with it', async (_where, path) => {
    const answers: ((address: string, key: string) => { status: number; headers: object; body: string })[] = [
      (_address, key) => ({
        status: 200,
        headers: { etag: `"${key}"`, 'content-type': `text/xml; k=${key}` },
        body: key,
      }),
      (address) => ({
        status: 301,
        headers: { location: `${address}${address.includes('?') ? '&' : '?'}moved=1` },
        body: '',
      }),
      (_address, key) => ({
        status: 301,
        headers: { location: `/new?k=${key.toLowerCase()}&K=${key}` },
        body: '',
      }),
      (_address, key) => ({
        status: 302,
        headers: { location: `ftp://${encodeURIComponent(KEY)}.example/${key}` },
        body: '',
      }),
      () => ({ status: 500, headers: {}, body: '' }),
      () => ({ status: 410, headers: {}, body: '' }),
      () => ({ status: 200, headers: { 'content-encoding': 'compress' }, body: 'x' }),
    ];
    for (const answer of answers) {
      const lines: string[] = [];
      const say = (message: string, fields?: object) => lines.push(message + JSON.stringify(fields));
      const { url } = await serve((request, response) => {
        const address = request.url ?? '';
        const key = /[^/=&?]{20,}/.exec(address)?.[0] ?? '';
        const again = address.includes('moved=1') || address.startsWith('/new');
        const { status, headers, body } = again
          ? { status: 200, headers: {}, body: '' }
          : answer(address, key);
        response.writeHead(status, { ...headers }).end(body);
      });
      const fetcher = fetcherWith({}, { secrets, log: { debug: say, info: say, warn: say, error: say } });
      const outcome = await fetcher.fetch(asking(url + path));
      expect(spoken(outcome) + lines.join()).not.toMatch(/k[+ ]9\/Zq/i);
    }
  });

  test('stands as its name in a move that is remembered, so that the next poll fills it in again', async () => {
    const { url } = await serve((request, response) => {
      if (request.url?.startsWith('/old'))
        response.writeHead(301, { location: request.url.replace('old', 'new') });
      response.end();
    });
    const fetcher = fetcherWith({}, { secrets });
    const moved = await fetcher.fetch(asking(`${url}/old?key=${NEWS}`));
    expect(moved).toMatchObject({ movedTo: `${url}/new?key=${NEWS}` });
    expect(await fetcher.fetch(asking(`${url}/new?key=${NEWS}`))).toMatchObject({
      kind: 'fetched',
      movedTo: null,
    });
  });

  test('cannot be asked for by a redirect that is remembered, nor by a link of an article', async () => {
    const asked: string[] = [];
    const { url } = await serve((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/feed') response.writeHead(301, { location: `/trap?k=${NEWS}` });
      response.end();
    });
    const fetcher = fetcherWith({}, { secrets });
    const moved = await fetcher.fetch(asking(`${url}/feed`));
    const movedTo = 'movedTo' in moved ? (moved.movedTo ?? '') : '';
    expect(movedTo).toContain('/trap?k=');
    await fetcher.fetch(asking(movedTo));
    await fetcher.fetch(asking(`${url}/article?k=${NEWS}`, { configured: false }));
    expect(asked.join()).not.toContain(encodeURIComponent(KEY));
  });

  test('that is not set is named, with what to do, and nothing is sent', async () => {
    expect(await fetcherWith().fetch(asking(`https://user:pw@harbour.example/${NEWS}?a=4711`))).toEqual({
      kind: 'failed',
      reason: 'address',
      status: null,
      message:
        `the address https://harbour.example/${NEWS}?… needs the secret NEWS_KEY, which is not set; ` +
        'set the environment variable NEWS_KEY for topicwatch',
      retryAt: null,
    });
  });

  test('may be the whole address, but not one of a file', async () => {
    const { url } = await serve((_request, response) => response.end('<rss/>'));
    const whole = (name: string) => ({ FEED_URL: `${url}/a`, FILE_URL: 'file:///etc/passwd' })[name];
    const fetcher = fetcherWith({}, { secrets: whole, filesRoot: '/' });
    expect(await fetcher.fetch(asking(placeholder('FEED_URL')))).toMatchObject({
      kind: 'fetched',
      url: placeholder('FEED_URL'),
    });
    expect(await fetcher.fetch(asking(placeholder('FILE_URL')))).toMatchObject({
      kind: 'failed',
      reason: 'address',
    });
  });

  test('of any kind can be filled in and is found again in any encoding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 3, maxLength: 30 }), (value) => {
        const shown = `https://harbour.example/feed?key=${placeholder('KEY')}`;
        fc.pre(value.isWellFormed() && !shown.toLowerCase().includes(value.toLowerCase()));
        const address = fillAddress(shown, () => value);
        expect(address.url.searchParams.get('key')).toBe(value);
        expect(address.redact(address.url.href)).toBe(shown);
        expect(address.redact(address.url.href.replace(/%../g, (hex) => hex.toLowerCase()))).toBe(shown);
        expect(address.redact(`before ${value} after`)).not.toContain(value);
      }),
      { examples: [['  %'], ["it's 100 %"], ['a+b c']] },
    );
  });
});

describe('user info in an address', () => {
  test('of the settings is sent as credentials, to its own origin only, and shown nowhere', async () => {
    const seen: (string | undefined)[] = [];
    const elsewhere = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.end();
    });
    const { url } = await serve((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === '/a') response.writeHead(301, { location: '/b' }).end();
      else response.writeHead(302, { location: elsewhere.url }).end();
    });
    const address = `${url.replace('http://', `http://anna:${placeholder('PASSWORD')}@`)}/a`;
    const outcome = await fetcherWith({}, { secrets }).fetch(asking(address));
    const basic = `Basic ${Buffer.from('anna:open sesame').toString('base64')}`;
    expect(seen).toEqual([basic, basic]);
    expect(outcome).toMatchObject({ reason: 'redirect' });
    expect(spoken(outcome)).not.toMatch(/anna|sesame/);
  });

  test('keeps a move from being remembered, since the new address alone would lack it', async () => {
    const { url } = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' });
      else if (!request.headers.authorization) response.writeHead(401);
      response.end();
    });
    const address = `${url.replace('http://', 'http://anna:pw@')}/old`;
    expect(await fetcherWith().fetch(asking(address))).toMatchObject({ kind: 'fetched', movedTo: null });
  });

  test('never goes along to another origin', () => {
    const address = fillAddress('https://anna:pw@harbour.example/feed', () => undefined);
    expect(follow(address, '/other')?.authorization).toBe(address.authorization);
    expect(follow(address, 'https://harbour.example:8443/feed')?.authorization).toBeNull();
    expect(follow(address, 'http://harbour.example/feed')?.authorization).toBeNull();
    expect(follow(address, 'https://bob:pw@mill.example/feed')).toMatchObject({
      authorization: null,
      url: expect.objectContaining({ href: 'https://mill.example/feed' }),
    });
  });

  test('of an address from outside is dropped', () => {
    const address = fillAddress('https://anna:pw@harbour.example/a#b', null);
    expect(address.authorization).toBeNull();
    expect(address.url.href).toBe('https://harbour.example/a');
  });
});
