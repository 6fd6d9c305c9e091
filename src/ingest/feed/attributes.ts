import type { Inherited } from './inherited.ts';
import { LONGEST_ATTRIBUTE } from './limits.ts';
import type { Namespaces } from './namespaces.ts';
import type { Attribute } from './tags.ts';

/** Attributes of an element in the tree. */
export type Attributes = Record<string, string>;

/** Attributes that say something this program keeps. */
const KEPT: ReadonlySet<string> = new Set(
  `type mode href rel hreflang title length term scheme label domain ispermalink url src uri version text about resource
   lastmod value filesize`.split(/\s+/),
);

/** Where an element stands: what holds in it, and what a reader of the tree supposes to hold there. */
interface Place {
  readonly inherited: Inherited;
  readonly said: Inherited;
  readonly namespaces: Pick<Namespaces, 'attribute'>;
}

/**
 * The attributes that are kept of an element, with `base` and `lang` where they change; null: none.
 *
 * @param of what is added as the attribute of this name; null: nothing
 */
export function keptAttributes(
  attributes: readonly Attribute[],
  of: string | null,
  { inherited, said, namespaces }: Place,
  decode: (value: string) => string,
  skip: (what: string) => void,
): Attributes | null {
  const isSilent = inherited.base === said.base && inherited.lang === said.lang;
  if (attributes.length === 0 && of === null && isSilent) return null;
  const kept: Attributes = of === null ? {} : { of };
  for (const [name, value] of attributes) {
    const local = namespaces.attribute(name);
    if (!KEPT.has(local)) continue;
    if (value.length <= LONGEST_ATTRIBUTE) kept[local] = decode(value);
    else skip(`an attribute ${local} of ${value.length} characters`);
  }
  if (inherited.base !== said.base) kept.base = inherited.base;
  if (inherited.lang !== said.lang) kept.lang = inherited.lang ?? '';
  return kept;
}

/** The attributes of markup, without what is XML's. */
export const markupAttributes = (attributes: readonly Attribute[]): readonly Attribute[] =>
  attributes.length === 0 ? attributes : attributes.filter(([name]) => !/^xml(?:ns)?(?::|$)/i.test(name));

/** Whether the `type` of a text construct says that its markup is escaped. */
export const declaresEscaping = (attributes: readonly Attribute[]): boolean =>
  attributes.some(([name, value]) => name === 'type' && /^(?:text\/)?html$/i.test(value.trim()));
