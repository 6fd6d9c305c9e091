import { DOMParser, type Document, type Element, type Node, XMLSerializer } from '@xmldom/xmldom';

export const ATOM = 'http://www.w3.org/2005/Atom';
export const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';
const XML = 'http://www.w3.org/XML/1998/namespace';

const parser = new DOMParser({
  locator: false,
  onError: (level, message) => {
    throw new Error(`a feed was rendered that is no XML (${level}): ${message}`);
  },
});

const serializer = new XMLSerializer();

/** Throws on anything but well-formed XML. */
export function parseXml(xml: string): Document {
  return parser.parseFromString(xml, 'text/xml');
}

/** The document's text, indented, with its declaration. Throws where the result would not be well-formed. */
export function writeXml(document: Document): string {
  const root = document.documentElement;
  if (root === null) throw new Error('a feed was rendered without a root element');
  indent(root, '\n');
  const text = serializer.serializeToString(root, { requireWellFormed: true });
  return `<?xml version="1.0" encoding="utf-8"?>\n${text}\n`;
}

/** Attributes of an element; those that are null are left out. */
export type Attributes = Readonly<Record<string, string | null>>;

/** A new element with attributes and text, not yet in its place. */
export function element(
  owner: Element,
  namespace: string | null,
  name: string,
  attributes: Attributes = {},
  text = '',
): Element {
  const made = documentOf(owner).createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
  if (text !== '') made.appendChild(textNode(owner, text));
  return made;
}

export function setLanguage(of: Element, language: string): void {
  of.setAttributeNS(XML, 'xml:lang', language);
}

/** The child elements, in order, or those of one name. */
export function children(of: Element, name?: string): readonly Element[] {
  const found: Element[] = [];
  for (let node = of.firstChild; node !== null; node = node.nextSibling) {
    if (isElement(node) && (name === undefined || node.nodeName === name)) found.push(node);
  }
  return found;
}

export function setText(of: Element, text: string): void {
  of.textContent = text;
}

export function removeChildren(of: Element, name: string): void {
  for (const child of children(of, name)) of.removeChild(child);
}

/** Lays each child element on a line of its own; elements that hold text are left as they are. */
function indent(of: Element, line: string): void {
  const inside = children(of);
  if (inside.length === 0) return;
  while (of.firstChild !== null) of.removeChild(of.firstChild);
  const space = (text: string) => of.appendChild(textNode(of, text));
  for (const child of inside) {
    space(`${line}  `);
    indent(child, `${line}  `);
    of.appendChild(child);
  }
  space(line);
}

function textNode(owner: Element, text: string): Node {
  return documentOf(owner).createTextNode(text);
}

function documentOf(owner: Element): Document {
  if (owner.ownerDocument === null) throw new Error(`<${owner.nodeName}> belongs to no document`);
  return owner.ownerDocument;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
