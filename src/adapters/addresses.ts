/** An address with its secrets filled in, and the means to speak of it without them. */
export interface FilledAddress {
  readonly url: URL;
  /** `Basic` credentials that stood in the address, for its own origin only; null: none. */
  readonly authorization: string | null;
  /** Puts `${NAME}` back wherever a secret's value stands, in whatever percent-encoding. */
  redact(text: string): string;
  /** The same in a body of any encoding that holds ASCII as it is. */
  redactBody(body: Uint8Array): Uint8Array;
}

/** The address is none, or a secret it asks for is not set. The message says which and what to do. */
export class BadAddress extends Error {
  override readonly name = 'BadAddress';
}

const PLACEHOLDER = /\$\{([A-Za-z_]\w*)\}/g;

/** A shorter secret is found in any text; a body would be garbled for nothing. */
const SHORTEST_IN_BODY = 8;

/**
 * Fills `${NAME}` from `secrets`: percent-encoded, but as it is at the very start, where it is an address itself. User
 * info is taken out of the address; `Authorization` carries it. Throws `BadAddress`.
 *
 * @param secrets null where the address comes from outside: then nothing is filled in, and user info is dropped
 */
export function fillAddress(
  template: string,
  secrets: ((name: string) => string | undefined) | null,
): FilledAddress {
  const used = new Map<string, string>();
  const filled = secrets ? template.replace(PLACEHOLDER, fill) : template;
  const redaction = redactionOf(used);
  const redact = (text: string) =>
    redaction.reduce((left, { pattern, name }) => left.replace(pattern, name), text);
  const url = URL.parse(filled);
  if (!url) {
    throw new BadAddress(
      `"${shownTemplate(template)}" is not an address; write it in full, beginning with https://`,
    );
  }
  const authorization = secrets && url.username ? basic(url) : null;
  return { url: bare(url), authorization, redact, redactBody };

  function fill(_placeholder: string, name: string, offset: number): string {
    const value = secrets?.(name);
    if (!value) {
      throw new BadAddress(
        `the address ${shownTemplate(template)} needs the secret ${name}, which is not set; ` +
          `set the environment variable ${name} for topicwatch`,
      );
    }
    used.set(name, value);
    return offset === 0 ? value : encodeURIComponent(value);
  }

  function redactBody(body: Uint8Array): Uint8Array {
    const long = redaction.filter(({ length }) => length >= SHORTEST_IN_BODY);
    if (long.length === 0) return body;
    const text = Buffer.from(body).toString('latin1');
    const clean = long.reduce((left, { pattern, name }) => left.replace(pattern, name), text);
    return clean === text ? body : new Uint8Array(Buffer.from(clean, 'latin1'));
  }
}

/**
 * Where a redirect leads; null: to nothing that is an address. What looks like a placeholder in it is none of ours: it is
 * encoded, so that a server cannot ask for a secret by a redirect that is remembered.
 */
export function follow(from: FilledAddress, location: string): FilledAddress | null {
  const url = URL.parse(location.replaceAll('${', '%24%7B'), from.url.href);
  if (!url) return null;
  return {
    ...from,
    url: bare(url),
    authorization: url.origin === from.url.origin ? from.authorization : null,
  };
}

/** Without user info, which is never sent or shown as part of an address, and without a fragment. */
function bare(url: URL): URL {
  if (url.username === '' && url.password === '' && url.hash === '') return url;
  const copy = new URL(url);
  copy.username = '';
  copy.password = '';
  copy.hash = '';
  return copy;
}

/** The longest value first, so that one which holds another is not left in part. */
function redactionOf(used: ReadonlyMap<string, string>) {
  return [...used]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([name, value]) => ({
      name: () => `\${${name}}`, // a function: a replacement text would give $ a meaning
      pattern: new RegExp([...value].map(anyEncoding).join(''), 'gi'), // a host name is in lower case
      length: value.length,
    }));
}

/** A character percent-encoded, or as it is (a percent sign is the beginning of itself), or a space as a plus sign. */
function anyEncoding(character: string): string {
  const plain = character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const encoded = [...Buffer.from(character)]
    .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
    .join('');
  return `(?:${encoded}|${plain}${character === ' ' ? '|\\+' : ''})`;
}

function basic({ username, password }: URL): string {
  return `Basic ${Buffer.from(`${decode(username)}:${decode(password)}`).toString('base64')}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** An address as a message may show it: without user info and query, and not longer than a line. */
export function shownAddress({ url, redact }: FilledAddress): string {
  const { protocol, host, pathname, search } = url;
  return cut(redact(`${protocol}//${host}${pathname}`) + (search ? '?…' : ''));
}

const shownTemplate = (template: string): string =>
  cut(template.replace(/\/\/[^/?#]*@/, '//').replace(/[?#].*/s, '?…'));

const cut = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
