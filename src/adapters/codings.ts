import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';

/** A body is larger than what is allowed, before or after decompression. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** A content coding is unknown, nested too deeply, or the body is not what it says. */
export class BadCoding extends Error {
  override readonly name = 'BadCoding';
}

/** What is asked for. */
export const ACCEPT_ENCODING = 'gzip, deflate, br';

/** Codings on top of one another; one is usual, two are a mistake, more are an attack. */
const MOST_CODINGS = 3;

type Decode = (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const gzip: Decode = promisify(gunzip);
const zlib: Decode = promisify(inflate);
const raw: Decode = promisify(inflateRaw);

const CODINGS: Readonly<Record<string, Decode>> = {
  gzip,
  'x-gzip': gzip,
  br: promisify(brotliDecompress),
  // RFC 9110 §8.4.1.2 means the zlib format by "deflate"; some servers send the bare stream.
  deflate: (body, options) => (isZlib(body) ? zlib(body, options) : raw(body, options)),
};

/**
 * Undoes the content codings of RFC 9110 §8.4, in the reverse of the order they were applied in, and a gzip file that was sent
 * as it is. No step ever yields more than `maxBytes`. Rejects with `TooLarge` or `BadCoding`.
 *
 * @param contentEncoding the header as sent; null: none
 */
export async function decodeBody(
  body: Uint8Array,
  contentEncoding: string | null,
  maxBytes: number,
): Promise<Uint8Array> {
  const codings = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
    .reverse();
  if (codings.length > MOST_CODINGS) throw new BadCoding(`${codings.length} content codings`);
  let decoded = body;
  for (const coding of codings) decoded = await undo(coding, decoded, maxBytes);
  return isGzip(decoded) ? undo('gzip', decoded, maxBytes) : decoded;
}

async function undo(coding: string, body: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  if (body.length === 0) return body; // an empty answer, whatever its headers say
  try {
    const decode = Object.hasOwn(CODINGS, coding) ? CODINGS[coding] : undefined;
    if (!decode) throw new BadCoding(`content coding "${coding.slice(0, 20)}"`);
    return await decode(body, { maxOutputLength: maxBytes });
  } catch (error) {
    if (error instanceof RangeError) throw new TooLarge(`more than ${maxBytes} bytes when decompressed`);
    // Some servers and proxies name a coding they did not apply.
    if (looksPlain(body)) return body;
    if (error instanceof BadCoding) throw error;
    throw new BadCoding(`content coding "${coding}"`, { cause: error });
  }
}

const isGzip = (body: Uint8Array): boolean => body[0] === 0x1f && body[1] === 0x8b && body[2] === 8;

/** RFC 1950 §2.2: method 8, and a check over the first two bytes. */
const isZlib = ([first = 0, second = 0]: Uint8Array): boolean =>
  (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;

/** Begins like XML, HTML or JSON. */
const looksPlain = (body: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*(?:<[?!a-z]|[{[]\s*["{])/i.test(Buffer.from(body.subarray(0, 64)).toString('latin1'));
