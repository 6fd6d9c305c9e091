import type sanitizeHtml from 'sanitize-html';

/*
 * What is kept of SVG and MathML: shapes, labels and formulas, and how they look.
 *
 * The list must be harmless in whatever namespace a browser puts an element when it reads the result again (mutation XSS). Hence
 * nothing whose content is raw text (`style`, `script`), nothing that holds HTML as a document (`foreignObject`,
 * `annotation-xml`), refers (`use`, `image`, `mglyph`), changes (`animate`, `set`, `maction`) or is named by others (no `id`,
 * `class`, `style`).
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Names in lower case: an HTML parser gives `lineargradient` its capitals back, HTML §13.2.6.5. */
const SVG = words(`
  svg g a defs symbol switch clippath mask pattern marker lineargradient radialgradient stop
  path circle ellipse line polyline polygon rect text tspan title desc`);

const MATHML = words(`
  math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom mfenced menclose
  msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mlabeledtr mtd
  semantics annotation`);

const SVG_LOOK = words(`
  x y x1 x2 y1 y2 cx cy dx dy r rx ry d points width height viewbox preserveaspectratio transform pathlength
  fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-dasharray stroke-dashoffset color opacity visibility display offset stop-color stop-opacity gradientunits
  font-family font-size font-style font-weight text-anchor dominant-baseline letter-spacing textlength rotate
  version baseprofile`);

const MATHML_LOOK = words(`
  display displaystyle scriptlevel mathvariant mathsize mathcolor mathbackground alttext encoding
  form fence separator separators stretchy symmetric accent accentunder largeop movablelimits lspace rspace minsize maxsize
  open close linethickness numalign denomalign bevelled notation width height depth voffset
  rowspan columnspan rowalign columnalign rowlines columnlines rowspacing columnspacing frame framespacing
  equalrows equalcolumns side minlabelspacing`);

const XLINK = words('xmlns:xlink xlink:href xlink:type xlink:show xlink:title');

const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['svg', 'http://www.w3.org/2000/svg'],
  ['math', 'http://www.w3.org/1998/Math/MathML'],
]);
const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink';

/** `a` is HTML's too; its addresses are treated there. */
export const FOREIGN_ELEMENTS: ReadonlySet<string> = new Set(
  [...SVG, ...MATHML].filter((name) => name !== 'a'),
);

/** The attributes that an element of SVG or MathML may have, besides those that any element may. */
export const foreignAttributes = (name: string): readonly string[] => [
  'xmlns',
  ...(MATHML.includes(name) ? [...MATHML_LOOK, 'href'] : SVG_LOOK),
  ...XLINK,
];

/** What is dropped with all that is in it: it says again, for programs, what a formula says. */
export const FOREIGN_DROPPED: readonly string[] = ['annotation-xml'];

/** Numbers, names, colours, paths, and the few functions without an address in them. */
const PLAIN_VALUE =
  /^(?:[\w\s#%.,:;/+-]|\b(?:rgba?|hsla?|matrix|translate|scale|rotate|skewX|skewY)\([\d\s.,%+-]*\))*$/i;

/** Attributes that are text to read, or addresses, which the caller checks. */
const FREE = new Set(words('alttext title xlink:title xlink:href href open close separators'));

/**
 * An element of SVG or MathML as it may be kept: with its namespace, without values that could hold an address (`url(…)`).
 * Outside of `svg` and `math`, where a `title` would hide its text, it is a mere `span`.
 */
export function foreignElement(
  tagName: string,
  attributes: sanitizeHtml.Attributes,
  isInside: boolean,
): sanitizeHtml.Tag {
  if (!isInside) return { tagName: 'span', attribs: {} };
  const attribs = Object.fromEntries(
    Object.entries(attributes).filter(([name, value]) => FREE.has(name) || PLAIN_VALUE.test(value)),
  );
  delete attribs.xmlns;
  delete attribs['xmlns:xlink'];
  const namespace = NAMESPACES.get(tagName);
  if (namespace !== undefined) attribs.xmlns = namespace;
  if (Object.keys(attribs).some((name) => name.startsWith('xlink:')))
    attribs['xmlns:xlink'] = XLINK_NAMESPACE;
  return { tagName, attribs };
}
