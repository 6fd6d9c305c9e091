import { cleanCharacters } from '../text/characters.ts';
import { escapeMarkup } from '../text/html.ts';
import { type Inherited, inherit } from './inherited.ts';
import { type Attribute, createInline, type Inline, isVoid } from './inline.ts';
import { createNamespaces, type Name, type Namespaces } from './namespaces.ts';
import { createReferences } from './references.ts';
import { type TagVisitor, visitTags } from './tags.ts';
import { ATTRIBUTES, type Treatment, treatmentOf } from './vocabulary.ts';

/** A feed as the well-formed XML that rss-parser reads without loss. */
export interface Canonical {
  /** RSS 2.0 in its outer form, whatever it was before, with the elements of vocabulary.ts. */
  readonly xml: string;
  /** As in `FeedDocument`. */
  readonly format: string;
  /** What holds at the root. Where an element has another base or language, it says so in `base` and `lang`. */
  readonly root: Inherited;
  readonly skipped: readonly string[];
}

/**
 * Rewrites an XML feed, however broken, in canonical form: one prefix for each namespace, xml:base and xml:lang written out
 * where they change, markup in text constructs as escaped text in its order, nothing that is not in the vocabulary. Tags
 * that are not closed, closed twice or crossed are mended; references to characters and HTML's entities are replaced.
 *
 * @param outside what holds outside the root: the document's address, the language the transport states
 * @returns null where there is no root element of a feed
 */
export function canonicalise(document: string, outside: Inherited): Canonical | null {
  const rewriter = new Rewriter(outside);
  visitTags(cleanCharacters(document), rewriter);
  return rewriter.end();
}

/** Elements nested deeper than this are read as if their tags were not there. */
const DEEPEST = 200;
const MOST_ENTRIES = 10_000;
const LONGEST_ATTRIBUTE = 8_192;
const ROOTS = new Set(['rss', 'rdf:rdf', 'feed', 'channel', 'entry']);

/** An element that is open. */
interface Frame {
  /** Its name as it is written. */
  readonly tag: string;
  readonly kind: Treatment['kind'] | 'markup' | 'skip';
  /** Its name and attributes in the output. */
  readonly as: string;
  readonly attributes: string;
  readonly namespaces: Namespaces;
  readonly inherited: Inherited;
  /** What a reader of the output supposes to hold in here. */
  readonly said: Inherited;
  /** Gathers the content of the text construct this is, or is in. */
  readonly inline: Inline | null;
  text: string;
}

/** Builds no tree and holds at most `DEEPEST` open elements, so that hostile nesting costs no more than its bytes. */
class Rewriter implements TagVisitor {
  readonly #references = createReferences();
  readonly #skipped = new Set<string>();
  readonly #stack: Frame[] = [];
  readonly #outermost: Frame;
  readonly #out: string[] = ['<rss version="2.0"><channel>'];
  #root: { readonly format: string; readonly root: Inherited } | null = null;
  #entries = 0;
  #tooDeep = 0;

  constructor(outside: Inherited) {
    const namespaces = createNamespaces(new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]));
    const nothing = { tag: '', as: '', attributes: '', inline: null, text: '' };
    this.#outermost = { ...nothing, kind: 'open', namespaces, inherited: outside, said: outside };
  }

  get #top(): Frame {
    return this.#stack.at(-1) ?? this.#outermost;
  }

  end(): Canonical | null {
    this.#closeFrom(0);
    if (this.#root === null) return null;
    return { xml: `${this.#out.join('')}</channel></rss>`, ...this.#root, skipped: [...this.#skipped] };
  }

  declaration(data: string): void {
    this.#references.declare(data);
  }

  text(raw: string): void {
    if (this.#top.kind !== 'skip' && this.#top.kind !== 'open') this.cdata(this.#references.decode(raw));
  }

  cdata(text: string): void {
    const { kind, inline } = this.#top;
    if (inline) inline.text(text);
    else if (kind === 'value' || kind === 'group') this.#top.text += text;
  }

  open(tag: string, attributes: readonly Attribute[], isEmpty: boolean): void {
    if (this.#stack.length >= DEEPEST) {
      if (!isEmpty) this.#tooDeep += 1;
      return;
    }
    const name = this.#top.namespaces.within(attributes).element(tag);
    const isRoot = this.#root === null && name.key !== null && ROOTS.has(name.key);
    if (isRoot)
      this.#root = {
        format: formatOf(name.key ?? '', attributes),
        root: inherit(this.#top.inherited, attributes),
      };
    const kind = this.#kindOf(name);
    if (kind === 'item') this.#closeUnclosed();
    if (kind === 'markup') this.#openMarkup(tag, name, attributes);
    else this.#openElement(tag, kind, name, attributes, isRoot);
    if (isEmpty || (kind === 'markup' && isVoid(name.local))) this.#closeFrom(this.#stack.length - 1);
  }

  close(tag: string): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    const at = this.#stack.findLastIndex((frame) => frame.tag === tag);
    if (at >= 0) this.#closeFrom(at);
  }

  /** What becomes of an element where it stands. */
  #kindOf({ key }: Name): Frame['kind'] {
    const treatment = key === null ? null : treatmentOf(key);
    if (this.#root === null) return 'open';
    if (treatment?.kind === 'item') {
      this.#entries += 1;
      if (this.#entries <= MOST_ENTRIES) return 'item';
      this.#skipped.add(`every entry after the first ${MOST_ENTRIES}`);
      return 'skip';
    }
    const around = this.#top.kind;
    if (around === 'text' || around === 'markup') return 'markup';
    if (around === 'skip' || around === 'value') return 'skip';
    return treatment?.kind ?? (ROOTS.has(key ?? '') ? 'open' : 'skip');
  }

  #openMarkup(tag: string, name: Name, attributes: readonly Attribute[]): void {
    const { namespaces, inherited, said, inline } = this.#top;
    inline?.open(name.local, markupAttributes(name, attributes));
    this.#stack.push({
      tag,
      kind: 'markup',
      as: name.local,
      attributes: '',
      namespaces: namespaces.within(attributes),
      inherited,
      said,
      inline,
      text: '',
    });
  }

  #openElement(
    tag: string,
    kind: Frame['kind'],
    { key }: Name,
    attributes: readonly Attribute[],
    isRoot: boolean,
  ): void {
    const around = this.#top;
    const inherited = inherit(around.inherited, attributes);
    const isWritten = kind !== 'skip' && kind !== 'open';
    const treatment = isWritten ? treatmentOf(key ?? '') : null;
    const as = treatment === null ? '' : 'as' in treatment ? treatment.as : 'item';
    const origin = as === 'body' ? ` of="${key}"` : '';
    const own = isWritten ? origin + this.#write(attributes, inherited, around.said) : '';
    if (kind === 'item' || kind === 'group') this.#out.push(`<${as}${own}>`);
    this.#stack.push({
      tag,
      kind,
      as,
      attributes: own,
      namespaces: around.namespaces.within(attributes),
      inherited,
      said: isWritten || isRoot ? inherited : around.said,
      inline: kind === 'text' ? createInline(declaresEscaping(attributes)) : null,
      text: '',
    });
  }

  #write(attributes: readonly Attribute[], inherited: Inherited, said: Inherited): string {
    let written = '';
    for (const [name, value] of attributes) {
      const local = name.replace(/^rdf:/, '').toLowerCase();
      if (!ATTRIBUTES.has(local)) continue;
      if (value.length > LONGEST_ATTRIBUTE)
        this.#skipped.add(`an attribute ${local} of ${value.length} characters`);
      else written += ` ${local}="${escapeMarkup(this.#references.decode(value))}"`;
    }
    if (inherited.base !== said.base) written += ` base="${escapeMarkup(inherited.base)}"`;
    if (inherited.lang !== said.lang) written += ` lang="${inherited.lang ?? ''}"`;
    return written;
  }

  /** Before an entry begins, the one before it ends, closed or not; at the top, a text that nobody closed. */
  #closeUnclosed(): void {
    const entry = this.#stack.findLastIndex(({ kind }) => kind === 'item');
    const text = this.#stack.findIndex(({ kind }) => kind === 'text' || kind === 'value');
    if (entry >= 0 || text >= 0) this.#closeFrom(entry >= 0 ? entry : text);
  }

  #closeFrom(at: number): void {
    while (this.#stack.length > at) {
      const frame = this.#stack.pop();
      if (frame) this.#finish(frame);
    }
  }

  #finish({ kind, as, attributes, inline, text }: Frame): void {
    if (kind === 'item') this.#out.push('</item>');
    else if (kind === 'group') this.#out.push(`${data(text)}</${as}>`);
    else if (kind === 'value') this.#out.push(element(as, attributes, text));
    else if (kind === 'markup') inline?.close(as);
    else if (kind === 'text' && inline) {
      const { value, isMarkup } = inline.end(this.#root?.format === 'atom-1.0');
      this.#out.push(element(as, isMarkup ? `${attributes} markup="yes"` : attributes, value));
    }
  }
}

const element = (name: string, attributes: string, text: string): string =>
  text === '' && attributes === '' ? '' : `<${name}${attributes}>${data(text)}</${name}>`;

/** As a CDATA section where there is anything to escape: sax reads that several times as fast as references. */
function data(text: string): string {
  if (!/[&<\r]|\]\]>/.test(text)) return text;
  return `<![CDATA[${text.includes(']]>') ? text.replaceAll(']]>', ']]]]><![CDATA[>') : text}]]>`;
}

/** Atom's `type` and Atom 0.3's `mode`, where they say that markup in the text is escaped. */
const declaresEscaping = (attributes: readonly Attribute[]): boolean =>
  attributes.some(([name, value]) => name === 'type' && /^(?:text\/)?html$/i.test(value.trim()));

/** The attributes of markup, without namespace declarations; those a reader needs come with their elements. */
function markupAttributes({ local, prefix }: Name, attributes: readonly Attribute[]): readonly Attribute[] {
  const kept = attributes.filter(([name]) => !/^xml(?:ns)?(?::|$)/i.test(name));
  if (prefix === 'svg' && local === 'svg') return [...kept, ['xmlns', 'http://www.w3.org/2000/svg']];
  if (prefix === 'math' && local === 'math')
    return [...kept, ['xmlns', 'http://www.w3.org/1998/Math/MathML']];
  return kept;
}

function formatOf(root: string, attributes: readonly Attribute[]): string {
  const version = attributes.find(([name]) => name === 'version')?.[1].trim() ?? '';
  const numbered = /^\d+(?:\.\d+)*$/.test(version) ? `-${version}` : '';
  if (root === 'rss') return `rss${numbered}`;
  if (root === 'rdf:rdf') return 'rdf';
  if (root === 'channel') return 'cdf';
  const is2005 = attributes.some(([, value]) => value.trim().toLowerCase() === 'http://www.w3.org/2005/atom');
  return is2005 ? 'atom-1.0' : numbered === '' ? 'atom' : `atom${numbered}`;
}
