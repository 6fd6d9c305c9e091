import { createRequire } from 'node:module';
import type sanitizeHtml from 'sanitize-html';
import { cleanCharacters } from '../characters.ts';
import { webUrl } from '../url.ts';
import { FOREIGN_DROPPED, FOREIGN_ELEMENTS, foreignAttributes, foreignElement } from './foreign-markup.ts';
import { escapeMarkup, htmlToText, nestingOf } from './html.ts';

/** It takes a while to load, and many runs sanitise nothing. */
const load = createRequire(import.meta.url);

type Attributes = sanitizeHtml.Attributes;
type Tag = sanitizeHtml.Tag;
type IOptions = sanitizeHtml.IOptions;

/** Elements that structure text or show a medium; nothing that runs, loads by itself, styles, or takes input. */
const ELEMENTS = (
  'a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd del ' +
  'details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main ' +
  'mark menu nav ol p picture pre q rp rt ruby s samp section small source span strike strong sub summary sup table ' +
  'tbody td tfoot th thead time tr tt u ul var video wbr'
).split(' ');

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  '*': ['dir', 'lang', 'title'],
  a: ['href', 'hreflang', 'xlink:href', 'xmlns:xlink'],
  audio: ['src', 'controls'],
  blockquote: ['cite'],
  col: ['span'],
  colgroup: ['span'],
  del: ['cite', 'datetime'],
  details: ['open'],
  img: ['src', 'alt', 'width', 'height'],
  ins: ['cite', 'datetime'],
  li: ['value'],
  ol: ['start', 'reversed', 'type'],
  q: ['cite'],
  source: ['src', 'type'],
  td: ['colspan', 'rowspan', 'headers'],
  th: ['colspan', 'rowspan', 'headers', 'scope', 'abbr'],
  time: ['datetime'],
  video: ['src', 'poster', 'width', 'height', 'controls'],
};
const ADDRESSES = ['href', 'src', 'cite', 'poster', 'xlink:href'];

/** Elements that are dropped with their text: it is none to read. */
const UNREAD = ['script', 'style', 'textarea', 'option', 'xmp'];

/** Deeper elements lose their tags. */
const DEEPEST_KEPT = 60;
/** What is nested deeper than this was made to hurt; a parser's work grows with its square. */
const DEEPEST_PARSED = 5_000;

const optionsFor = (base: string | null): IOptions => {
  let foreign = 0; // how many `svg` and `math` elements are open
  const count = (name: string, by: number): void => {
    if (name === 'svg' || name === 'math') foreign += by;
  };
  const html = (name: string, attributes: Attributes): Tag => {
    const tag = resolved(name, attributes, base);
    return name === 'a' && foreign > 0 ? foreignElement(name, tag.attribs, true) : tag;
  };
  const markup = (name: string, attributes: Attributes): Tag =>
    foreignElement(name, resolved(name, attributes, base).attribs, foreign > 0);
  const withAddress = Object.entries(ATTRIBUTES).filter(([, names]) =>
    names.some((name) => ADDRESSES.includes(name)),
  );
  return {
    allowedTags: [...ELEMENTS, ...FOREIGN_ELEMENTS],
    allowedAttributes: {
      ...Object.fromEntries(Object.entries(ATTRIBUTES).map(([tag, names]) => [tag, [...names]])),
      ...Object.fromEntries([...FOREIGN_ELEMENTS].map((tag) => [tag, [...foreignAttributes(tag)]])),
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesAppliedToAttributes: ADDRESSES,
    allowProtocolRelative: false,
    nestingLimit: DEEPEST_KEPT,
    nonTextTags: [...UNREAD, ...FOREIGN_DROPPED],
    transformTags: Object.fromEntries([
      ...withAddress.map(([tag]) => [tag, html]),
      ...[...FOREIGN_ELEMENTS].map((tag) => [tag, markup]),
    ]),
    onOpenTag: (name) => count(name, 1),
    onCloseTag: (name) => count(name, -1),
  };
};

/** Relative addresses made absolute; `mailto:` and `tel:` are left to the allow list of schemes. */
function resolved(tagName: string, attributes: Attributes, base: string | null): Tag {
  const attribs: Attributes = { ...attributes };
  for (const name of ADDRESSES) {
    const written = attribs[name];
    if (written === undefined || /^\s*(?:mailto|tel):/i.test(written)) continue;
    const url = webUrl(written, base);
    if (url === null) delete attribs[name];
    else attribs[name] = url;
  }
  return { tagName, attribs };
}

/** The options for the base of last time: the entries of a feed mostly have one base. */
let last: { readonly base: string | null; readonly options: IOptions } | null = null;

/**
 * HTML that is safe to store, show and republish: only elements and attributes of an allow list (of SVG and MathML that of
 * foreign-markup.ts), no script, style, form, frame or embedded object, links to http, https, mailto and tel only, relative ones
 * made absolute, every tag closed.
 *
 * @param base what relative addresses are resolved against; null: they are dropped.
 */
export function sanitiseHtml(html: string, base: string | null): string {
  const clean = cleanCharacters(html);
  if (!clean.includes('<') && !clean.includes('&') && !clean.includes('>')) return clean;
  if (nestingOf(clean) > DEEPEST_PARSED) return escapeMarkup(htmlToText(clean)).replaceAll('\n', '<br />');
  if (last?.base !== base) last = { base, options: optionsFor(base) };
  const sanitize = load('sanitize-html') as typeof sanitizeHtml;
  return sanitize(clean, last.options);
}
