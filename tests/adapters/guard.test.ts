import type { LookupFunction } from 'node:net';
import { describe, expect, test } from 'vitest';
import { AddressRefused, guardedConnector, isPublicAddress, privateHosts } from '../../src/adapters/guard.ts';
import { asking, fetcherWith, serve, serveRaw } from './servers.ts';

/** Resolves every name to these addresses, another list each time it is asked. */
function resolving(...answers: (readonly string[])[]): LookupFunction {
  let asked = 0;
  return (_hostname, _options, callback) => {
    const addresses = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
}

describe('an address is public', () => {
  test.each([
    '93.184.216.34',
    '1.1.1.1',
    '2606:4700:4700::1111',
    '2a00:1450:4001:82a::200e',
    '64:ff9b::5db8:d822',
  ])('%s', (address) => expect(isPublicAddress(address)).toBe(true));
});

const FORBIDDEN = [
  ['loopback', '127.0.0.1', '127.255.255.254', '::1'],
  ['unspecified', '0.0.0.0', '0.1.2.3', '::'],
  ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1'],
  ['link-local, the metadata service of clouds among them', '169.254.169.254', 'fe80::1', 'fe80::1%eth0'],
  ['shared by a provider', '100.64.0.1', '100.127.255.255'],
  ['multicast, broadcast', '224.0.0.1', '239.1.2.3', '255.255.255.255', 'ff02::1'],
  [
    'reserved, documentation, benchmarks',
    '240.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '203.0.113.7',
    '2001:db8::1',
  ],
  [
    'mapped and compatible',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '::8.8.8.8',
    '::ffff:0:127.0.0.1',
  ],
  ['tunnelled', '2002:7f00:1::', '2001:0:1::1', '64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b:1::1'],
  ['outside of what is in use', '4000::1', 'fec0::1', '100::1', '5f00::1'],
  ['written oddly', '127.1', '0x7f.0.0.1', '2130706433', '0177.0.0.1'],
  ['no address', '', 'localhost', '1.2.3.4.5', '::g'],
] as const;

describe('an address is not public', () => {
  test.each(FORBIDDEN.flatMap(([why, ...addresses]) => addresses.map((address) => [address, why])))(
    '%s: %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(false);
    },
  );
});

/** As a header carries them. */
const bytesOf = (address: string) => Buffer.from(address).toString('latin1');

const forms = (port: string) => [
  `http://127.0.0.1:${port}/`,
  `http://127.1:${port}/`,
  `http://2130706433:${port}/`,
  `http://0x7f000001:${port}/`,
  `http://0x7f.0.0.0x1:${port}/`,
  `http://0177.0.0.01:${port}/`,
  `http://127.0.0.1.:${port}/`,
  `http://１２７.０.０.１:${port}/`,
  `http://[::1]:${port}/`,
  `http://[::ffff:127.0.0.1]:${port}/`,
  `http://[::ffff:7f00:1]:${port}/`,
  `http://[0:0:0:0:0:ffff:7f00:0001]:${port}/`,
  `http://[::]:${port}/`,
  `http://0.0.0.0:${port}/`,
  `http://localhost:${port}/`,
  `http://feed@127.0.0.1:${port}/`,
  `http://169.254.169.254:${port}/latest/meta-data/`,
  `http://10.0.0.1:${port}/`,
  `http://[fe80::1]:${port}/`,
  `http://[fd00::1]:${port}/`,
  `http://rebound.example:${port}/`,
];

describe('this machine and its network are out of reach', () => {
  const lookup = resolving(['127.0.0.1']);

  test.each(forms('80').map((url, n) => [url.replace(':80', ''), n] as const))('of %s', async (_url, n) => {
    let asked = 0;
    const { host } = await serve((_request, response) => {
      asked += 1;
      response.end();
    });
    const url = forms(host.split(':')[1] ?? '')[n] ?? '';
    const outcome = await fetcherWith({ allowPrivateHosts: [] }, { lookup }).fetch(asking(url));
    expect(outcome).toMatchObject({
      kind: 'failed',
      reason: 'refused',
      message: expect.stringContaining('allowPrivateHosts'),
    });
    expect(asked).toBe(0);
  });

  test.each(forms('80').map((url, n) => [url.replace(':80', ''), n] as const))(
    'of a redirect to %s, although the host that redirects may be private',
    async (_url, n) => {
      let asked = 0;
      const inner = await serve((_request, response) => {
        asked += 1;
        response.end();
      });
      const target = forms(inner.host.split(':')[1] ?? '')[n] ?? '';
      const outer = await serve((_request, response) =>
        response.writeHead(301, { location: bytesOf(target) }).end(),
      );
      const fetcher = fetcherWith(
        { allowPrivateHosts: ['127.0.0.1', 'localhost', 'rebound.example'] },
        { lookup },
      );
      expect(await fetcher.fetch(asking(outer.url))).toMatchObject({ kind: 'failed', reason: 'redirect' });
      expect(asked).toBe(0);
    },
  );

  test('of an address that only an article or a page names, allowed host or not', async () => {
    const { url } = await serve((_request, response) => response.end());
    const outcome = await fetcherWith().fetch(asking(url, { configured: false }));
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'refused' });
  });
});

describe('a host named in http.allowPrivateHosts', () => {
  test('is reached at a configured address, redirects within it included', async () => {
    const { url, host } = await serve((request, response) => {
      if (request.url === '/feed') response.writeHead(302, { location: '/feed.xml' });
      response.end();
    });
    const fetcher = fetcherWith({ allowPrivateHosts: [host] });
    expect(await fetcher.fetch(asking(`${url}/feed`))).toMatchObject({
      kind: 'fetched',
      url: `${url}/feed.xml`,
    });
  });

  test('is reached by its name, on the port it is named with', async () => {
    const { host } = await serve((_request, response) => response.end());
    const port = host.split(':')[1];
    const lookup = resolving(['127.0.0.1']);
    const reached = (entry: string) =>
      fetcherWith({ allowPrivateHosts: [entry] }, { lookup }).fetch(asking(`http://feeds.internal:${port}/`));
    expect(await reached('feeds.internal')).toMatchObject({ kind: 'fetched' });
    expect(await reached(`Feeds.Internal:${port}`)).toMatchObject({ kind: 'fetched' });
    expect(await reached('feeds.internal:80')).toMatchObject({ reason: 'refused' });
    expect(await reached('internal')).toMatchObject({ reason: 'refused' });
  });

  test.each([
    [['127.0.0.1'], 'http://127.0.0.1:8080/', true],
    [['127.0.0.1:80'], 'http://127.0.0.1/', true],
    [['127.0.0.1:443'], 'https://127.0.0.1/', true],
    [['127.0.0.1:443'], 'http://127.0.0.1/', false],
    [['::1'], 'http://[::1]:8080/', true],
    [['[::1]:8080'], 'http://[::1]:8080/', true],
    [['[::1]:8080'], 'http://[::1]/', false],
    [[' Feeds.Internal '], 'https://feeds.internal/a', true],
    [['internal'], 'https://feeds.internal/a', false],
    [[], 'http://127.0.0.1/', false],
  ])('%j allows %s: %s', (entries, url, allowed) => {
    expect(privateHosts(entries)(new URL(url))).toBe(allowed);
  });
});

describe('what is dialled is what was checked', () => {
  const connectTo = (permits: (address: string) => boolean, lookup: LookupFunction, port: string) =>
    new Promise<Error | string>((resolve) => {
      const connect = guardedConnector({ permits, lookup, timeoutMs: 5_000 });
      connect({ hostname: 'rebound.example', protocol: 'http:', port }, (error, socket) => {
        resolve(error ?? socket.remoteAddress ?? '');
        socket?.destroy();
      });
    });
  const only = (permitted: string) => (address: string) => address === permitted;

  test('a name that changes its address between two look-ups is refused at the second', async () => {
    const { host } = await serve(() => {});
    const port = host.split(':')[1] ?? '';
    const lookup = resolving(['127.0.0.1'], ['::1']);
    expect(await connectTo(only('127.0.0.1'), lookup, port)).toBe('127.0.0.1');
    expect(await connectTo(only('127.0.0.1'), lookup, port)).toEqual(new AddressRefused('::1'));
  });

  test('of several addresses of a name only the permitted ones are dialled', async () => {
    const { host } = await serve(() => {});
    const lookup = resolving(['10.0.0.1', '169.254.169.254', '127.0.0.1']);
    expect(await connectTo(only('127.0.0.1'), lookup, host.split(':')[1] ?? '')).toBe('127.0.0.1');
  });

  test('the far end is checked once more before a byte is sent', async () => {
    let received = false;
    const { host } = await serveRaw(() => {
      received = true;
    });
    let checks = 0;
    const once = () => {
      checks += 1;
      return checks === 1;
    };
    const error = await connectTo(once, resolving(['127.0.0.1']), host.split(':')[1] ?? '');
    expect(error).toEqual(new AddressRefused('127.0.0.1'));
    expect(checks).toBe(2);
    expect(received).toBe(false);
  });

  test('a name without any address is an error, not a crash', async () => {
    expect(await connectTo(() => true, resolving([]), '80')).toBeInstanceOf(AddressRefused);
  });
});
