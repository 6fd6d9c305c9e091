import { createRequire } from 'node:module';
import type { Readability } from '@mozilla/readability';
import { measureProse, type PageDocument, type PageElement } from './page-dom.ts';

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
  const library = load('@mozilla/readability') as typeof import('@mozilla/readability');
  const reader = new library.Readability<PageElement>(document as never, {
    disableJSONLD: true,
    serializer: (node) => node as unknown as PageElement,
  });
  const content = contentOf(reader);
  return content ? innermost(content) : null;
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
