import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { buildConnector as Connectors } from 'undici';
import { buildConnector } from './undici.ts';

/** The address a connection would go to is none topicwatch may reach. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
  readonly address: string;
  constructor(address: string) {
    super(`${address} is not a public address`);
    this.address = address;
  }
}

/**
 * Whether an IP address is public unicast: not loopback, private, link-local, shared, multicast, reserved, documentation,
 * mapped or tunnelled (the IANA special-purpose registries, RFC 6890). IPv6 must lie in 2000::/3, or be the NAT64 form
 * (RFC 6052) of a public IPv4 address, which is how IPv6-only networks reach IPv4.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.parse(address);
  if (ip instanceof ipaddr.IPv4) return ip.range() === 'unicast';
  if (ip.match(NAT64)) return isPublicAddress(ip.toByteArray().slice(12).join('.'));
  return ip.range() === 'unicast' && ip.match(GLOBAL_UNICAST);
}

const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Connects only to addresses that `permits` allows. What is checked is what is dialled: a literal address before the
 * connection, a name in the very look-up the connection uses (so that a name cannot change its address in between),
 * and the far end of the socket once more before a byte is sent.
 */
export function guardedConnector(options: {
  readonly permits: (address: string) => boolean;
  readonly timeoutMs: number;
  readonly lookup?: LookupFunction | undefined;
}): Connectors.connector {
  const { permits, timeoutMs, lookup = systemLookup } = options;
  const connect = buildConnector({
    timeout: timeoutMs,
    allowH2: false,
    lookup: guardedLookup(permits, lookup),
  });
  return (target, callback) => {
    if (isIP(target.hostname) && !permits(target.hostname)) {
      callback(new AddressRefused(target.hostname), null);
      return;
    }
    connect(target, (...[error, socket]) => {
      if (error) return callback(error, null);
      const address = socket.remoteAddress ?? 'a closed connection';
      if (permits(address)) return callback(null, socket);
      socket.destroy();
      callback(new AddressRefused(address), null);
    });
  };
}

/** A look-up that leaves out what is not permitted, and fails where nothing remains. */
function guardedLookup(permits: (address: string) => boolean, lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const addresses = found as LookupAddress[]; // `all` was asked for
      const permitted = addresses.filter(({ address }) => permits(address));
      const [first] = permitted;
      if (!first) return callback(new AddressRefused(addresses[0]?.address ?? hostname), []);
      if (options.all) return callback(null, permitted);
      callback(null, first.address, first.family);
    });
  };
}

/**
 * The hosts that may be reached although private, from `host` or `host:port` entries. The result answers whether an
 * address is among them; an entry without a port stands for all ports.
 */
export function privateHosts(entries: readonly string[]): (url: URL) => boolean {
  const allowed = new Set(entries.map((entry) => entry.trim().toLowerCase()).map(normalEntry));
  return (url) =>
    allowed.has(url.hostname) || allowed.has(`${url.hostname}:${url.port || DEFAULT_PORTS[url.protocol]}`);
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** In the form the URL standard gives a host (`0x7f.1` is `127.0.0.1`, `::1` is `[::1]`), so that it can be compared. */
function normalEntry(entry: string): string {
  const [, host = '', port] = /^(.*?)(?::(\d+))?$/.exec(isIP(entry) === 6 ? `[${entry}]` : entry) ?? [];
  const hostname = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host;
  return port === undefined ? hostname : `${hostname}:${port}`;
}
