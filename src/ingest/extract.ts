import { createRequire } from 'node:module';
import type { Extraction, RawPage } from '../domain/page.ts';
import { charsetParameter, decodeDocument } from '../text/charset.ts';
import { escapeMarkup, htmlToText } from '../text/html/html.ts';
import { sanitiseHtml } from '../text/html/sanitise.ts';
import { detectLanguage } from '../text/language.ts';
import { findBody } from './page/body.ts';
import { removeClutter } from './page/clutter.ts';
import { isOrdinary, type PageDocument, parsePage, textOf } from './page/dom.ts';
import { factsOfNothing, type PageFacts, readFacts } from './page/facts.ts';
import { isNotice, removeNotices } from './page/paragraphs.ts';

const load = createRequire(import.meta.url);

/** Longer pages are lists or traps. A page's tree takes 15 bytes of memory a byte, and 80 where it is all tags. */
const MOST_BYTES = 3_000_000;
/** What is shorter is no article. */
const LEAST = 80;
/** Less text than this is taken for a miss, and looked for in other ways. */
const LITTLE = 250;
/** Something found in another way must be so many times longer to be believed. */
const MUCH_MORE = 2;
/** No article of the press that is whole, and says it is not for everybody, is shorter. */
const SHORT = 1_500;

/**
 * The article of a web page: its text, and what the page states about it.
 *
 * decode > read what the page states (page/facts.ts) > remove what it marks as clutter (page/clutter.ts) > Readability
 * (page/body.ts) > remove notices (page/paragraphs.ts) > sanitise. Where this finds little, the page is read again with all it
 * holds, and what the publisher hands to machines is taken where it is much more. A beginning is marked `teaser`.
 *
 * It may take seconds and 250 MB on a page made to hurt, so it belongs where it can be stopped.
 */
export function extract(page: RawPage): Extraction {
  if (page.body.length > MOST_BYTES) {
    return { kind: 'failed', message: `a page of more than ${MOST_BYTES / 1e6} MB is no article` };
  }
  const source = decodePage(page);
  const { facts, isLocked, body } = read(source, page.url);
  if (body.text.length < LEAST) return { kind: 'failed', message: 'there is no article on the page' };
  const { title, byline, published, canonicalUrl, paywalled } = facts;
  const language = detectLanguage(`${title ?? ''}\n${body.text}`, { stated: facts.language });
  const teaser = isTeaser(body.text, facts, isLocked);
  return {
    kind: 'article',
    article: { title, ...body, byline, published, language, canonicalUrl, teaser, paywalled },
  };
}

/** The HTML standard's order: byte order mark, transport, `meta`; then what the bytes look like. */
function decodePage({ body, contentType }: RawPage): string {
  const sniff = load('html-encoding-sniffer') as typeof import('html-encoding-sniffer')['default'];
  const stated = charsetParameter(contentType) ?? sniff(body, { defaultEncoding: null });
  return decodeDocument(body, stated).text;
}

interface Body {
  readonly text: string;
  readonly html: string;
}

const NO_BODY: Body = { text: '', html: '' };

interface Read {
  readonly facts: PageFacts;
  readonly isLocked: boolean;
  readonly body: Body;
}

function read(source: string, url: string): Read {
  try {
    const document = parsePage(source);
    if (!isOrdinary(document.body)) return readPlainly(source, url);
    const facts = readFacts(document, url);
    const isLocked = facts.paywalled || showsPaywall(document);
    return { facts, isLocked, body: bestBody(document, source, facts) };
  } catch (error) {
    // The tree and Readability recurse: what is made to overflow them is read as mere lines.
    if (error instanceof RangeError) return readPlainly(source, url);
    throw error;
  }
}

const readPlainly = (source: string, url: string): Read => ({
  facts: factsOfNothing(url),
  isLocked: false,
  body: paragraphsOf(htmlToText(source)),
});

function bestBody(document: PageDocument, source: string, facts: PageFacts): Body {
  removeClutter(document);
  let best = readBody(document, facts);
  if (best.text.length < LITTLE) best = longer(best, readBody(parsePage(source), facts));
  if (best.text.length < LITTLE) best = longer(best, paragraphsOf(htmlToText(source)));
  return facts.stated === null ? best : longer(best, asBody(facts.stated));
}

/** The second only where it is much longer. */
const longer = (one: Body, other: Body): Body =>
  other.text.length > one.text.length * MUCH_MORE ? other : one;

function readBody(document: PageDocument, { base, headings }: PageFacts): Body {
  const body = findBody(document);
  if (body === null) return NO_BODY;
  removeNotices(body, headings);
  const html = sanitiseHtml(body.innerHTML, base).trim();
  return { html, text: htmlToText(html) };
}

/** From this length on a line with a sentence is taken for a paragraph, where nothing else tells. */
const PARAGRAPH = 80;

const paragraphsOf = (text: string): Body =>
  asBody(
    text
      .split('\n')
      .filter((line) => line.length >= PARAGRAPH && /[.!?。]/.test(line) && !isNotice(line))
      .join('\n'),
  );

const asBody = (text: string): Body => ({
  text,
  html: text === '' ? '' : `<p>${escapeMarkup(text).replaceAll('\n', '</p><p>')}</p>`,
});

/** A notice in place of the rest: many pages hold an empty one for readers who have read enough for a month. */
const showsPaywall = (document: PageDocument): boolean =>
  [...document.querySelectorAll(PAYWALL)]
    .map((notice) => textOf(notice).length)
    .some((length) => length > 0 && length <= LONGEST_NOTICE);

const PAYWALL = '[class*="paywall"], [id*="paywall"], [class*="Paywall"], [data-paywall]';
/** What is longer is the page or the article, named after what guards it. */
const LONGEST_NOTICE = 1_000;

function isTeaser(text: string, { words, description }: PageFacts, isLocked: boolean): boolean {
  if (text.length >= SHORT) return false;
  const isCut = /(?:…|\.{3}|\[\.\.\.\]|\[…\])$/.test(text);
  const isDescription = description !== null && text.length <= description.length * 1.2;
  const written = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return isLocked || isCut || isDescription || (words !== null && words > written * MUCH_MORE);
}
