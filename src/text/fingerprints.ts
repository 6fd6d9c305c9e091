import { hash } from 'node:crypto';

/** The SHA-256 of a text (as UTF-8) or of bytes, in 64 lower-case hexadecimal digits. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data);
}

/** The SHA-256 of plain data, whatever the order of its keys: equal data, equal hash. */
export function hashOf(data: unknown): string {
  return sha256(canonicalJson(data));
}

/**
 * JSON with the keys of every object in the order of their UTF-16 units, in the manner of RFC 8785. Members that are undefined
 * are left out, as `JSON.stringify` does; throws a TypeError for what JSON cannot hold (a function, a symbol, a bigint, a
 * number that is not finite).
 */
export function canonicalJson(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof data === 'object' && data !== null) {
    const members = Object.entries(data)
      .filter(([, value]) => value !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(value)}`);
    return `{${members.join(',')}}`;
  }
  const scalar = JSON.stringify(data);
  if (scalar === undefined || (typeof data === 'number' && !Number.isFinite(data))) {
    throw new TypeError(`not plain data: ${String(data)}`);
  }
  return scalar;
}

/**
 * A UUID of version 8 (RFC 9562 §5.8) made from a seed: the same namespace and seed always give the same one. It serves to mint
 * an id once; the id is then stored and looked up, since the seed (an address, say) may change under it.
 */
export function uuidFrom(namespace: string, seed: string): string {
  const digits = sha256(canonicalJson([namespace, seed])).slice(0, 32);
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const hex = `${digits.slice(0, 12)}8${digits.slice(13, 16)}${variant}${digits.slice(17)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
