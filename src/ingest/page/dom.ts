import { createRequire } from 'node:module';
import { foldSpace } from '../../text/characters.ts';

/** linkedom takes 60 ms to load, and most threads read feeds only. */
const load = createRequire(import.meta.url);

/** As much of the DOM standard as extraction uses; the project is checked without TypeScript's browser library. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
}

export interface PageElement extends PageNode {
  /** In capitals. */
  readonly tagName: string;
  readonly id: string;
  readonly className: string;
  readonly children: Iterable<PageElement>;
  readonly childNodes: Iterable<PageNode>;
  readonly parentElement: PageElement | null;
  readonly firstElementChild: PageElement | null;
  readonly lastElementChild: PageElement | null;
  readonly innerHTML: string;
  getAttribute(name: string): string | null;
  contains(other: PageElement): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  removeAttribute(name: string): void;
  replaceWith(other: PageElement): void;
  remove(): void;
}

export interface PageDocument extends Pick<PageElement, 'querySelector' | 'querySelectorAll'> {
  readonly documentElement: PageElement | null;
  readonly body: PageElement;
}

const ELEMENT = 1;
const TEXT = 3;

/** The tree of a page, read as leniently as a browser does. Nothing in it runs or is loaded. */
export function parsePage(html: string): PageDocument {
  const { parseHTML } = load('linkedom') as typeof import('linkedom');
  const read = (source: string) => parseHTML(source).document as unknown as PageDocument;
  const document = read(html);
  // Unlike a browser's, this parser makes up no element that is left out.
  const isWhole = document.documentElement?.tagName === 'HTML';
  return isWhole ? document : read(`<!doctype html><html><body>${html}</body></html>`);
}

export const textOf = (element: PageElement): string => foldSpace(element.textContent ?? '');

/** How much of an element's text is linked, 0 to 1. */
export function linkShare(element: PageElement): number {
  const { length } = textOf(element);
  if (length === 0) return 0;
  let linked = 0;
  for (const link of element.querySelectorAll('a')) linked += textOf(link).length;
  return Math.min(1, linked / length);
}

/** Pages have up to 10,000 elements, 60 deep; a live report three times as many. */
const MOST_ELEMENTS = 40_000;
const DEEPEST = 500;

/** Whether a tree is of a size that Readability, whose work grows with its square, can take. */
export function isOrdinary(root: PageElement): boolean {
  let level = [root];
  let count = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length;
    if (depth > DEEPEST || count > MOST_ELEMENTS) return false;
    level = level.flatMap(({ children }) => [...children]);
  }
  return true;
}

/** Shorter runs of text are labels, links and names rather than sentences. */
const SENTENCE = 40;
/** Elements whose text counts as no sentence. */
const SILENT: ReadonlySet<string> = new Set(['A', 'SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG']);

/** How many characters of sentences, outside links, stand in each element below `root`. */
export function measureProse(root: PageElement): (element: PageElement) => number {
  const prose = new Map<PageElement, number>();
  const found: PageElement[] = [];
  const waiting = [root]; // no recursion: pages are nested as deep as their makers like
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    found.push(element);
    let own = 0;
    for (const child of element.childNodes) {
      if (child.nodeType === TEXT) own += sentenceLength(child.textContent ?? '');
      else if (isElement(child) && !SILENT.has(child.tagName.toUpperCase())) waiting.push(child);
    }
    prose.set(element, own);
  }
  for (const element of found.reverse()) {
    const { parentElement } = element;
    if (element === root || parentElement === null) continue;
    prose.set(parentElement, (prose.get(parentElement) ?? 0) + (prose.get(element) ?? 0));
  }
  return (element) => prose.get(element) ?? 0;
}

const isElement = (node: PageNode): node is PageElement => node.nodeType === ELEMENT;

function sentenceLength(text: string): number {
  if (text.length < SENTENCE) return 0;
  const { length } = text.trim();
  return length < SENTENCE ? 0 : length;
}
