import { cleanCharacters } from '../../text/characters.ts';
import { type Attributes, declaresEscaping, keptAttributes, markupAttributes } from './attributes.ts';
import type { Element, ElementParts } from './elements.ts';
import { type Inherited, inherit } from './inherited.ts';
import { createInline, type Inline, isVoid } from './inline.ts';
import { DEEPEST, LONGEST_TEXT, MOST_ALIKE, MOST_ENTRIES } from './limits.ts';
import { createNamespaces, type Name, type Namespaces } from './namespaces.ts';
import { createReferences } from './references.ts';
import { type Attribute, type TagVisitor, visitTags } from './tags.ts';
import { formatOf, ROOTS, type Treatment, treatmentOf } from './vocabulary.ts';

/** A feed as a tree of the elements that are kept of it. */
export interface FeedTree {
  /** RSS 2.0 in its outer form, whatever it was before: an element that holds the feed's own elements and its `item`s. */
  readonly channel: ElementParts;
  /** As in `FeedDocument`. */
  readonly format: string;
  /** What holds at the root. Where an element has another base or language, it says so in `base` and `lang`. */
  readonly root: Inherited;
  readonly skipped: readonly string[];
}

/**
 * Reads an XML feed, however broken, as a tree in one form: each element under the one name vocabulary.ts has for it, xml:base
 * and xml:lang noted where they change, the markup of text constructs as text, in its order. Tags that are not closed, closed
 * twice or crossed are mended; references to characters and HTML's entities are replaced.
 *
 * @param outside what holds outside the root: the document's address, the language the transport states
 * @returns null where there is no root element of a feed
 */
export function readFeedTree(document: string, outside: Inherited): FeedTree | null {
  const builder = new TreeBuilder(outside);
  visitTags(cleanCharacters(document), builder);
  return builder.end();
}

/** An element that is open. */
interface Frame {
  /** Its name as it is written. */
  readonly tag: string;
  readonly kind: Treatment['kind'] | 'markup' | 'skip';
  /** Its name and attributes in the tree. */
  readonly as: string;
  readonly attributes: Attributes | null;
  /** Where elements within are added. */
  readonly node: Node;
  readonly namespaces: Namespaces;
  readonly inherited: Inherited;
  /** What a reader of the tree supposes to hold in here. */
  readonly said: Inherited;
  /** Gathers the content of the text construct this is, or is in. */
  readonly inline: Inline | null;
  text: string;
}

/** Its members are named by the vocabulary, never by the document. */
type Node = Record<string, unknown>;

/** Holds at most `DEEPEST` open elements, so that hostile nesting costs no more than its bytes. */
class TreeBuilder implements TagVisitor {
  readonly #references = createReferences();
  readonly #skipped = new Set<string>();
  readonly #outermost: Frame;
  /** From the root to the innermost. */
  readonly #stack: Frame[] = [];
  #top: Frame;
  #root: { readonly format: string; readonly root: Inherited } | null = null;
  #entries = 0;
  #tooDeep = 0;
  readonly #skip = (what: string): void => void this.#skipped.add(what);

  constructor(outside: Inherited) {
    const namespaces = createNamespaces(new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]));
    const nothing = { tag: '', as: '', attributes: null, node: {}, inline: null, text: '' };
    this.#outermost = { ...nothing, kind: 'open', namespaces, inherited: outside, said: outside };
    this.#top = this.#outermost;
  }

  end(): FeedTree | null {
    this.#closeFrom(0);
    if (this.#root === null) return null;
    return { channel: this.#outermost.node, ...this.#root, skipped: [...this.#skipped] };
  }

  declaration(data: string): void {
    this.#references.declare(data);
  }

  text(raw: string): void {
    const { kind } = this.#top;
    if (kind === 'text' || kind === 'value' || kind === 'markup' || kind === 'group') {
      if (raw.length > LONGEST_TEXT) this.#skipped.add(`what a text has after ${LONGEST_TEXT} characters`);
      this.cdata(this.#references.decode(raw.slice(0, LONGEST_TEXT)));
    }
  }

  cdata(text: string): void {
    const top = this.#top;
    if (top.inline) top.inline.text(text);
    else top.text += text;
  }

  open(tag: string, attributes: readonly Attribute[], isEmpty: boolean): void {
    if (this.#stack.length >= DEEPEST) {
      if (!isEmpty) this.#tooDeep += 1;
      return;
    }
    const within = this.#top.namespaces.within(attributes);
    const namespaces = this.#root === null ? within.atRoot(tag) : within;
    const name = namespaces.element(tag);
    const isRoot = this.#root === null && name.key !== null && ROOTS.has(name.key);
    if (isRoot) this.#root = rootOf(name.key ?? '', attributes, this.#top.inherited);
    const kind = this.#kindOf(name, isEmpty);
    if (kind === 'item') this.#closeUnclosed();
    if (kind === 'markup') this.#openMarkup(tag, name, attributes, namespaces);
    else this.#openElement(tag, kind, name, attributes, namespaces, isRoot);
    if (isEmpty || (kind === 'markup' && isVoid(this.#top.as))) this.#closeFrom(this.#stack.length - 1);
  }

  close(tag: string): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    const last = this.#stack.length - 1;
    const at = this.#top.tag === tag ? last : this.#stack.findLastIndex((frame) => frame.tag === tag);
    if (at >= 0) this.#closeFrom(at);
  }

  /** What becomes of an element where it stands. */
  #kindOf({ key }: Name, isEmpty: boolean): Frame['kind'] {
    if (this.#root === null) return 'open';
    const treatment = key === null ? null : treatmentOf(key);
    if (treatment?.kind === 'item') {
      if (isEmpty && this.#top.kind === 'item') return 'skip'; // it says nothing, within one that does
      this.#entries += 1;
      if (this.#entries <= MOST_ENTRIES) return 'item';
      this.#skipped.add(`every entry after the first ${MOST_ENTRIES}`);
      return 'skip';
    }
    const around = this.#top.kind;
    if (around === 'text' || around === 'markup') return 'markup';
    if (around === 'skip' || around === 'value') return 'skip';
    return treatment?.kind ?? 'skip';
  }

  #openMarkup(tag: string, name: Name, attributes: readonly Attribute[], namespaces: Namespaces): void {
    const { node, inherited, said, inline } = this.#top;
    const as = name.prefix === null ? tag : name.local; // of a foreign vocabulary: no HTML, whatever it is called
    inline?.open(as, markupAttributes(attributes));
    this.#push({
      tag,
      kind: 'markup',
      as,
      attributes: null,
      node,
      namespaces,
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
    namespaces: Namespaces,
    isRoot: boolean,
  ): void {
    const around = this.#top;
    const inherited = inherit(around.inherited, attributes);
    const isKept = kind !== 'skip' && kind !== 'open';
    const place = { inherited, said: around.said, namespaces };
    const treatment = isKept ? treatmentOf(key ?? '') : null;
    const as = treatment === null ? '' : 'as' in treatment ? treatment.as : 'item';
    this.#push({
      tag,
      kind,
      as,
      attributes: isKept
        ? keptAttributes(attributes, as === 'body' ? key : null, place, this.#references.decode, this.#skip)
        : null,
      node: kind === 'item' || kind === 'group' ? {} : around.node,
      namespaces,
      inherited,
      said: isKept || isRoot ? inherited : around.said,
      inline: kind === 'text' ? createInline(declaresEscaping(attributes)) : null,
      text: '',
    });
  }

  /** Before an entry begins, the one before it ends, closed or not; at the top, a text that nobody closed. */
  #closeUnclosed(): void {
    const entry = this.#stack.findLastIndex(({ kind }) => kind === 'item');
    const text = this.#stack.findIndex(({ kind }) => kind === 'text' || kind === 'value');
    if (entry >= 0 || text >= 0) this.#closeFrom(entry >= 0 ? entry : text);
  }

  #push(frame: Frame): void {
    this.#stack.push(frame);
    this.#top = frame;
  }

  #closeFrom(at: number): void {
    while (this.#stack.length > at) {
      const frame = this.#top;
      this.#stack.pop();
      this.#top = this.#stack.at(-1) ?? this.#outermost;
      this.#finish(frame);
    }
  }

  #finish({ kind, as, attributes, node, inline, text }: Frame): void {
    if (kind === 'item' || kind === 'group') {
      if (attributes !== null) node.$ = attributes;
      if (text !== '') node._ = text;
      this.#add(as, node as Element);
    } else if (kind === 'value') this.#addText(as, attributes, text);
    else if (kind === 'markup') inline?.close(as);
    else if (kind === 'text' && inline) {
      const { value, isMarkup } = inline.end(this.#root?.format === 'atom-1.0');
      this.#addText(as, isMarkup ? { ...attributes, markup: 'yes' } : attributes, value);
    }
  }

  #addText(as: string, attributes: Attributes | null, text: string): void {
    if (attributes !== null) this.#add(as, { $: attributes, _: text });
    else if (text !== '') this.#add(as, text);
  }

  /** As xml2js does it: the elements of one name in a list. */
  #add(as: string, element: Element): void {
    const { node } = this.#top;
    const same = node[as] as Element[] | undefined;
    if (same === undefined) node[as] = [element];
    else if (same.length < MOST_ALIKE || as === 'item') same.push(element);
    else this.#skip(`every ${as} after the first ${MOST_ALIKE}`);
  }
}

const rootOf = (name: string, attributes: readonly Attribute[], outside: Inherited) => ({
  format: formatOf(name, attributes),
  root: inherit(outside, attributes),
});
