import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml';

/** A value of a YAML document with the place it takes in the text, in UTF-16 units. */
export interface Node {
  readonly kind: 'mapping' | 'list' | 'scalar';
  /** Written between brackets. */
  readonly inFlow: boolean;
  readonly start: number;
  /** Behind its last character: a bracket, a quote, or the end of the last value in it. */
  readonly end: number;
  readonly entries: readonly Entry[];
}

export interface Entry {
  /** The key, or the number in the list. */
  readonly name: string;
  /** Where the key begins or, in a list, the value. */
  readonly start: number;
  readonly value: Node;
}

/**
 * The first document as a tree that knows its places; null where there is none. The text is YAML that `readYaml` took; an alias
 * counts as a scalar, and a value that is not written is a scalar of no length.
 */
export const yamlTree = (text: string): Node | null => yamlTrees(text)[0] ?? null;

/** The same of every document in a text. */
export function yamlTrees(text: string): readonly Node[] {
  const events = parseEvents(text, {});
  const trees: Node[] = [];
  // Each document is an event, its value, and an event that closes it.
  for (let at = 0; at + 1 < events.length; ) {
    const { node, next } = nodeAt(events, at + 1, text, 0);
    trees.push(node);
    at = next + 1;
  }
  return trees;
}

/** The node a path leads to; null where it leads nowhere. */
export function nodeOf(root: Node | null, path: readonly (string | number)[]): Node | null {
  let node = root;
  for (const part of path) node = node?.entries.find(({ name }) => name === String(part))?.value ?? null;
  return node;
}

interface Read {
  readonly node: Node;
  /** The event behind it. */
  readonly next: number;
}

/** @param least where an empty value would stand: behind what is before it */
function nodeAt(events: readonly Event[], at: number, text: string, least: number): Read {
  const event = events[at];
  if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE)
    return collection(events, at, text);
  const [start, end] = placeOfScalar(event, least);
  return { node: { kind: 'scalar', inFlow: false, start, end, entries: [] }, next: at + 1 };
}

function collection(events: readonly Event[], at: number, text: string): Read {
  const event = events[at];
  if (event?.type !== EVENT_ID.MAPPING && event?.type !== EVENT_ID.SEQUENCE)
    throw new Error('no collection begins here');
  const isMapping = event.type === EVENT_ID.MAPPING;
  const inFlow = event.style === COLLECTION_STYLE.FLOW;
  const entries: Entry[] = [];
  let last = event.start + (inFlow ? 1 : 0);
  let next = at + 1;
  while (events[next] !== undefined && events[next]?.type !== EVENT_ID.POP) {
    const first = nodeAt(events, next, text, last);
    const value = isMapping ? nodeAt(events, first.next, text, first.node.end) : first;
    const name = isMapping ? keyOf(events[next], text) : String(entries.length);
    entries.push({ name, start: first.node.start, value: value.node });
    last = value.node.end;
    next = value.next;
  }
  const end = inFlow ? closing(text, last) + 1 : last;
  return {
    node: { kind: isMapping ? 'mapping' : 'list', inFlow, start: event.start, end, entries },
    next: next + 1,
  };
}

const keyOf = (event: Event | undefined, text: string): string =>
  event?.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : '';

function placeOfScalar(event: Event | undefined, least: number): readonly [start: number, end: number] {
  if (event?.type === EVENT_ID.ALIAS) return [event.anchorStart - 1, event.anchorEnd];
  if (event?.type !== EVENT_ID.SCALAR || event.valueStart < 0) return [least, least];
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return quoted ? [event.valueStart - 1, event.valueEnd + 1] : [event.valueStart, event.valueEnd];
}

/** The bracket that closes a collection: the next sign that is no space, comma or comment. */
function closing(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '#' && /\s/.test(text[at - 1] ?? ' '))
      at = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    else if (!/[\s,]/.test(text[at] ?? '')) return at;
  }
  return text.length - 1;
}
