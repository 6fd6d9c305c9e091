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
  /** The namespaces inside an element with these attributes: the same ones where it declares none. */
  within(attributes: readonly Attribute[]): Namespaces;
}

/** @param declared addresses by prefix; '' is the default */
export function createNamespaces(declared: ReadonlyMap<string, string>): Namespaces {
  const known = new Map<string, Name>();
  const resolve = (written: string): Name => {
    const colon = written.indexOf(':');
    const own = colon < 0 ? '' : written.slice(0, colon).toLowerCase();
    const local = written.slice(colon + 1);
    const prefix = prefixOf(declared.get(own), own);
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
    within(attributes) {
      if (attributes.length === 0) return this;
      const declarations = attributes.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
      if (declarations.length === 0) return this;
      const added = declarations.map(([name, value]) => [name.slice(6).toLowerCase(), value] as const);
      return createNamespaces(new Map([...declared, ...added]));
    },
  };
}
