import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  loadAll,
  parseEvents,
  SCALAR_STYLE,
  type ScalarStyle,
  YAMLException,
} from 'js-yaml';
import { type Document, type Problem, placeOf, problemAt, SettingsError, shown } from './problem.ts';

/** Enough for anchors that people write by hand, too few for a document that grows when it is read. */
const MAX_ALIASES = 100;

/**
 * Reads one YAML 1.2 document (so also JSON): core schema, no custom tags, no merge keys, unique keys, few aliases. A byte
 * order mark and CRLF are fine. Where things stand is looked up only when there is something to report, since most files
 * are right.
 *
 * @param file what to call the document in messages.
 * @throws SettingsError where it is no YAML.
 */
export function readYaml(text: string, file: string): Document {
  try {
    return { file, ...construct(text, file), place: placeFinder(text) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const fault = { what: `cannot be read here: ${error.reason}`, expected: READABLE };
    throw new SettingsError([problemAt(file, placeOf(text, error.mark?.position ?? 0), 'YAML', fault, null)]);
  }
}

const READABLE =
  'one document, indented by spaces, without tags of its own, and quotes around a value that holds ": " or " #" or begins with a sign';

function construct(text: string, file: string): Pick<Document, 'value' | 'problems'> {
  const options = { maxAliases: MAX_ALIASES };
  try {
    return { value: only(loadAll(text, options), text), problems: [] };
  } catch (error) {
    const problems = [...repeatedKeys(parseEvents(text, {}), text, file)];
    if (problems.length === 0) throw error;
    return { value: only(loadAll(text, { ...options, json: true }), text), problems };
  }
}

function only(documents: readonly unknown[], text: string): unknown {
  if (documents.length < 2) return documents[0] ?? null;
  const events = parseEvents(text, {});
  const second = events.findIndex(({ type }, at) => at > 0 && type === EVENT_ID.DOCUMENT);
  return YAMLException.throwAt(text, offsetOf(events[second + 1]) ?? text.length, 'a second document begins');
}

function* repeatedKeys(events: readonly Event[], text: string, file: string): Generator<Problem> {
  for (const [at, { type }] of events.entries()) {
    if (type !== EVENT_ID.MAPPING) continue;
    const seen = new Map<string, number>();
    for (const { key, name } of entriesOf(events, text, at)) {
      const offset = offsetOf(events[key]) ?? 0;
      const first = seen.get(name);
      if (first === undefined) {
        seen.set(name, offset);
        continue;
      }
      const what = `stands twice in one mapping, first in line ${placeOf(text, first).line}`;
      yield problemAt(
        file,
        placeOf(text, offset),
        `key ${shown(name)}`,
        { what, expected: 'every key once' },
        name,
      );
    }
  }
}

/** A list in block style, or an empty one: where its dashes and entries stand in the text. */
export interface BlockList {
  /** Of `[]`, where the first entry has still to come: from its opening bracket to behind the closing one. */
  readonly brackets: { readonly start: number; readonly end: number } | null;
  /** How far the dashes are indented. */
  readonly indent: number;
  /** In their order: where an entry begins, and whether it is written `{ … }`. */
  readonly entries: readonly { readonly offset: number; readonly inFlowStyle: boolean }[];
}

/**
 * The list a document consists of, empty for one that says nothing; null where it is no list in block style, or an entry of
 * it is empty. The text is YAML that `readYaml` took.
 */
export function blockList(text: string): BlockList | null {
  const events = parseEvents(text, {});
  const list = events[1];
  const empty: BlockList = { brackets: null, indent: 0, entries: [] };
  if (list === undefined) return empty;
  if (list.type !== EVENT_ID.SEQUENCE) return null;
  const all = entriesOf(events, text, 1);
  if (list.style === COLLECTION_STYLE.FLOW && all.length === 0) {
    return { ...empty, brackets: { start: list.start, end: text.indexOf(']', list.start) + 1 } };
  }
  if (list.style !== COLLECTION_STYLE.BLOCK) return null;
  const entries = all.flatMap(({ value }) => {
    const event = events[value];
    const offset = offsetOf(event);
    const inFlowStyle = event?.type === EVENT_ID.MAPPING && event.style === COLLECTION_STYLE.FLOW;
    return offset === null ? [] : [{ offset, inFlowStyle }];
  });
  if (entries.length < all.length) return null;
  return { brackets: null, indent: placeOf(text, list.start).column - 1, entries };
}

/** A key and its value as they stand in a text, quotes included. */
export interface Pair {
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

/** The pairs of one mapping in the list a document consists of; null where a value of it is not a plain text, number or such. */
export function pairsIn(text: string, entry: number): readonly Pair[] | null {
  const events = parseEvents(text, {});
  const mapping = entriesOf(events, text, 1)[entry]?.value ?? -1;
  const all = entriesOf(events, text, mapping);
  const pairs = all.flatMap(({ name, key, value }) => {
    const start = offsetOf(events[key]);
    const valueStart = offsetOf(events[value]);
    const event = events[value];
    if (event?.type !== EVENT_ID.SCALAR || start === null || valueStart === null) return [];
    return [{ name, start, valueStart, end: event.valueEnd + (isQuoted(event) ? 1 : 0) }];
  });
  return pairs.length > 0 && pairs.length === all.length ? pairs : null;
}

function placeFinder(text: string): Document['place'] {
  let events: readonly Event[] | undefined;
  return (path, atKey = false) => {
    events ??= parseEvents(text, {});
    let value = 1; // the first event opens the document
    let place = offsetOf(events[value]) ?? 0;
    for (const [depth, part] of path.entries()) {
      const entry = entriesOf(events, text, value).find(({ name }) => name === String(part));
      if (!entry) break;
      value = entry.value;
      const last = depth === path.length - 1;
      place = (last && atKey ? null : offsetOf(events[value])) ?? offsetOf(events[entry.key]) ?? place;
    }
    return placeOf(text, place);
  };
}

/** The entries of the collection that begins with an event: which events their keys and values begin with. */
function entriesOf(
  events: readonly Event[],
  text: string,
  at: number,
): { readonly name: string; readonly key: number; readonly value: number }[] {
  const entries = [];
  const isMapping = events[at]?.type === EVENT_ID.MAPPING;
  if (!isMapping && events[at]?.type !== EVENT_ID.SEQUENCE) return [];
  for (let key = at + 1; events[key] && events[key]?.type !== EVENT_ID.POP; ) {
    const value = isMapping ? behind(events, key) : key;
    const event = events[key];
    const scalar = event?.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : '';
    entries.push({ name: isMapping ? scalar : String(entries.length), key, value });
    key = behind(events, value);
  }
  return entries;
}

/** The event behind a node and all it holds. */
function behind(events: readonly Event[], at: number): number {
  let depth = 0;
  let next = at;
  do {
    const type = events[next]?.type;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth += 1;
    if (type === EVENT_ID.POP) depth -= 1;
    next += 1;
  } while (depth > 0 && next < events.length);
  return next;
}

/** Where a node begins in the text; null for one that is empty. */
function offsetOf(event: Event | undefined): number | null {
  switch (event?.type) {
    case EVENT_ID.SCALAR: {
      return event.valueStart < 0 ? null : event.valueStart - (isQuoted(event) ? 1 : 0);
    }
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.start;
    default:
      return null;
  }
}

const isQuoted = ({ style }: { readonly style: ScalarStyle }): boolean =>
  style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
