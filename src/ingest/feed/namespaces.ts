import type { Attribute } from './tags.ts';
import { prefixOf } from './vocabulary.ts';

/** A name by the prefix its namespace is known by here; null: of a namespace nothing is kept of. */
export interface Name {
  readonly prefix: string | null;
  readonly local: string;
  /** Prefix and local name in lower case: what the vocabulary is looked up by. */
  readonly key: string | null;
}

/** The namespaces that are declared at some place of a document, Namespaces in XML 1.0 §6. */
export interface Namespaces {
  element(written: string): Name;
  /** The name of an attribute in lower case, without the prefix of RDF; no other namespace has attributes that are kept. */
  attribute(written: string): string;
  /** The namespaces inside an element with these attributes: the same ones where it declares none. */
  within(attributes: readonly Attribute[]): Namespaces;
  /** The namespaces at a root: careless feeds mistype the address of their format, or make one up; `rss` and `feed` tell. */
  atRoot(written: string): Namespaces;
}

/**
 * @param declared addresses by prefix; '' is the default
 * @param feed an address that stands for the feed formats; null: only those that vocabulary.ts has do
 */
export function createNamespaces(
  declared: ReadonlyMap<string, string>,
  feed: string | null = null,
): Namespaces {
  const known = new Map<string, Name>();
  const resolve = (written: string): Name => {
    const colon = written.indexOf(':');
    const own = prefixIn(written);
    const local = written.slice(colon + 1);
    const address = declared.get(own);
    const prefix = feed !== null && address === feed ? '' : prefixOf(address, own);
    const key = prefix === null ? null : (prefix === '' ? local : `${prefix}:${local}`).toLowerCase();
    return { prefix, local, key };
  };
  return {
    element(written) {
      let name = known.get(written);
      if (name === undefined) {
        name = resolve(written);
        if (known.size < 1_000) known.set(written, name);
      }
      return name;
    },
    attribute(written) {
      const name = written.toLowerCase();
      const own = prefixIn(name);
      return own !== '' && prefixOf(declared.get(own), own) === 'rdf' ? name.slice(own.length + 1) : name;
    },
    within(attributes) {
      if (attributes.length === 0) return this;
      const declarations = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
      if (declarations.length === 0) return this;
      const added = declarations.map(([name, value]) => [name.slice(6).toLowerCase(), value] as const);
      return createNamespaces(new Map([...declared, ...added]), feed);
    },
    atRoot(written) {
      const { key, local } = this.element(written);
      if (key !== null || !/^(?:rss|feed)$/i.test(local)) return this;
      return createNamespaces(declared, declared.get(prefixIn(written)) ?? null);
    },
  };
}

const prefixIn = (written: string): string =>
  written.slice(0, Math.max(0, written.indexOf(':'))).toLowerCase();
