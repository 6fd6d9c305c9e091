import { createRequire } from 'node:module';
import type { Readability } from '@mozilla/readability';
import { linkShare, measureProse, type PageDocument, type PageElement, textOf } from './dom.ts';

const load = createRequire(import.meta.url);

/** Elements that only hold others. */
const CONTAINERS: ReadonlySet<string> = new Set(
  'DIV SECTION ARTICLE MAIN CENTER SPAN TABLE TBODY TR TD'.split(' '),
);
/** The share of the sentences that makes an element the whole of what holds it. */
const WHOLE = 0.95;

/**
 * The element that holds the text of a page's article: what Readability takes it for, without what stands around the
 * innermost element with nearly all sentences. Takes the document apart. Null: there is no article in it.
 */
export function findBody(document: PageDocument): PageElement | null {
  for (const paragraph of document.querySelectorAll('p, div')) unwrap(paragraph);
  const library = load('@mozilla/readability') as typeof import('@mozilla/readability');
  const reader = new library.Readability<PageElement>(document as never, {
    disableJSONLD: true,
    serializer: (node) => node as unknown as PageElement,
  });
  const content = contentOf(reader);
  return content ? innermost(content) : null;
}

/** Readability takes what has a larger share of links for a menu, unless it is a paragraph that stands by itself. */
const LINKED = 0.2;
/** Above this it is one. */
const MENU = 0.5;

/** Takes a paragraph with links out of the elements that hold it alone: many systems put some round each paragraph. */
function unwrap(paragraph: PageElement): void {
  if (paragraph.firstElementChild === null || paragraph.querySelector('p, div') !== null) return;
  const share = linkShare(paragraph);
  if (share < LINKED || share > MENU) return;
  for (let around = paragraph.parentElement; around?.parentElement; around = paragraph.parentElement) {
    const isAlone = around.firstElementChild === paragraph && around.lastElementChild === paragraph;
    if (!isAlone || !CONTAINERS.has(around.tagName) || textOf(around) !== textOf(paragraph)) break;
    around.replaceWith(paragraph);
  }
}

function contentOf(reader: Readability<PageElement>): PageElement | null | undefined {
  try {
    return reader.parse()?.content;
  } catch (error) {
    // It was written for browsers, and stumbles over trees that none would make (elements outside the body).
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function innermost(content: PageElement): PageElement {
  const prose = measureProse(content);
  const whole = prose(content) * WHOLE;
  let body = content;
  while (whole > 0) {
    const inner = [...body.children].find((one) => CONTAINERS.has(one.tagName) && prose(one) >= whole);
    if (!inner) break;
    body = inner;
  }
  return body;
}
