import type { Attribute } from './tags.ts';

/** What elements hand down to what is in them: xml:base, resolved, and xml:lang. */
export interface Inherited {
  readonly base: string;
  readonly lang: string | null;
}

/** What holds inside an element with these attributes, xml:base (W3C XML Base §3) and xml:lang (XML 1.0 §2.12). */
export function inherit(outside: Inherited, attributes: readonly Attribute[]): Inherited {
  if (attributes.length === 0) return outside;
  const base = attributes.find(([name]) => name === 'xml:base')?.[1].trim();
  const lang = attributes.find(([name]) => name === 'xml:lang')?.[1];
  if (base === undefined && lang === undefined) return outside;
  return {
    base: base === undefined ? outside.base : (resolveBase(base, outside.base) ?? outside.base),
    lang: lang === undefined ? outside.lang : languageTag(lang),
  };
}

function resolveBase(reference: string, base: string): string | null {
  const url = URL.parse(reference, base === '' ? undefined : base);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : null;
}

/** A language tag in the form of BCP 47: `en-US` where `en_US` is written; null for an empty one. */
export function languageTag(written: string | null | undefined): string | null {
  const tag = written?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i.test(tag) ? tag : null;
}
