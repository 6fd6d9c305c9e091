import { decodeHTML } from 'entities';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { cleanCharacters, foldSpace } from '../characters.ts';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that begin and end a line of text, HTML §15.3. */
const BLOCKS = set(
  'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre section summary ' +
    'table tbody tfoot thead tr ul',
);
/** Elements that stand apart within a line. */
const CELLS = set('td th img input button');
/** Elements whose content no reader sees, or sees as something else than text. */
const UNSEEN = set(
  'script style title template noscript noembed noframes iframe object audio video canvas svg math textarea select',
);
/** Elements without content, HTML §13.1.2. */
const VOID = set('area base br col embed hr img input link meta param source track wbr');

/**
 * The text of HTML as a reader sees it: one paragraph a line, white space folded, references decoded, without control
 * characters. Takes any string and any nesting, in linear time. Line ends count as a paragraph's only where there is no markup.
 */
export function htmlToText(html: string): string {
  const text = html.includes('<') ? visibleText(html) : html.includes('&') ? decodeHTML(html) : html;
  return plainText(text);
}

/** The same on one line: for titles, names and summaries. */
export function htmlToLine(html: string): string {
  const text = html.includes('<') ? visibleText(html) : html.includes('&') ? decodeHTML(html) : html;
  return foldSpace(cleanCharacters(text));
}

/** Plain text with one paragraph a line, white space folded, without control characters. */
export function plainText(text: string): string {
  const clean = cleanCharacters(text);
  if (!/[\n\r]/.test(clean)) return foldSpace(clean);
  return clean
    .split(/[\n\r]+/)
    .map(foldSpace)
    .filter((line) => line !== '')
    .join('\n');
}

/** Escapes text for use in HTML and XML, attribute values in double quotes included. */
export function escapeMarkup(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** How deep the elements of HTML are nested at most, unclosed ones counted as open to the end. */
export function nestingOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  walk(html, {
    open: (name) => {
      if (!VOID.has(name)) depth += 1;
      deepest = Math.max(deepest, depth);
    },
    close: () => {
      depth = Math.max(0, depth - 1);
    },
    text: () => {},
  });
  return deepest;
}

function visibleText(html: string): string {
  let visible = '';
  let unseen: string | null = null; // the outermost unseen element that is open
  let depth = 0; // how many of its name are open
  walk(html, {
    open(name) {
      if (unseen !== null) depth += name === unseen ? 1 : 0;
      else if (UNSEEN.has(name)) {
        unseen = name;
        depth = 1;
      } else if (BLOCKS.has(name)) visible += '\n';
      else if (CELLS.has(name)) visible += ' ';
    },
    close(name) {
      if (name === unseen) {
        depth -= 1;
        if (depth === 0) unseen = null;
      } else if (unseen === null && BLOCKS.has(name)) visible += '\n';
    },
    text(data) {
      if (unseen !== null) return;
      const decoded = data.includes('&') ? decodeHTML(data) : data;
      visible += /[\n\r]/.test(decoded) ? decoded.replace(/[\n\r]/g, ' ') : decoded; // line ends in the source are spaces
    },
  });
  return visible;
}

interface Visitor {
  open(name: string): void;
  close(name: string): void;
  /** Text with its references still in it. */
  text(data: string): void;
}

const ignore = (): void => {};

/**
 * Tells a visitor the tags (names in lower case) and texts of HTML, in order. It is the tokenizer of htmlparser2 without
 * its parser: no tree, no attributes, no implied end tags, hence no stack that hostile nesting could grow.
 */
function walk(html: string, visitor: Visitor): void {
  let name = '';
  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      name = html.slice(start, end).toLowerCase();
    },
    onopentagend: () => visitor.open(name),
    onselfclosingtag: () => visitor.open(name), // HTML takes the slash for nothing
    onclosetag: (start, end) => visitor.close(html.slice(start, end).toLowerCase()),
    ontext: (start, end) => visitor.text(html.slice(start, end)),
    oncdata: ignore,
    onattribname: ignore,
    onattribdata: ignore,
    onattribentity: ignore,
    onattribend: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onend: ignore,
    onprocessinginstruction: ignore,
    ontextentity: ignore,
  };
  const tokenizer = new Tokenizer({ decodeEntities: false }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
}
