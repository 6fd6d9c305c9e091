import { isDeepStrictEqual } from 'node:util';
import { nearest } from '../nearest.ts';
import { fileProblem, SettingsError } from '../problem.ts';
import { entries, texts } from '../rules.ts';
import type { SourceInput } from '../schema/sources.ts';
import { type BlockList, blockList, type Pair, pairsIn, readYaml } from '../yaml.ts';
import { yamlTree } from '../yaml-tree.ts';
import { addPair, append, type Edit, remove, removePair, replaceScalar } from './document.ts';
import { scalar } from './scalar.ts';

/**
 * The text of sources.yaml with sources added at its end, in the style of the last entry there; the file may be one JSON list. Every
 * byte before stays, comments and line ends included, but for the brackets of an empty list.
 *
 * @param file what to call the file in messages.
 * @throws SettingsError where the file cannot be edited in place.
 */
export function addSources(text: string, file: string, sources: readonly SourceInput[]): string {
  const listInBrackets = inBrackets(text, file);
  if (listInBrackets)
    return sources.reduce((edit, source) => append(edit, [], written(source)), listInBrackets).text;
  const { value, brackets, indent, entries } = listIn(text, file);
  const eol = eolOf(text);
  const inFlowStyle = entries.at(-1)?.inFlowStyle ?? false;
  const lines = sources.flatMap((source) => entryLines(source, inFlowStyle));
  const before = brackets === null ? text : text.slice(0, brackets.start) + text.slice(brackets.end);
  const gap = /[^\n\uFEFF]$/.test(before) ? eol : '';
  const added = lines.map((line) => ' '.repeat(indent) + line + eol).join('');
  return verified(before + gap + added, file, [...value, ...sources]);
}

/**
 * The text of sources.yaml without one source: its lines are taken out, every other byte stays. So do the comments above it
 * and below, since nobody can tell whether they are about it alone.
 *
 * @throws SettingsError where there is no such source, or the file cannot be edited in place.
 */
export function removeSource(text: string, file: string, id: string): string {
  const listInBrackets = inBrackets(text, file);
  if (listInBrackets) return remove(listInBrackets, [], indexOf(listed(text, file), file, id)).text;
  const { value, indent, entries } = listIn(text, file);
  const at = indexOf(value, file, id);
  const start = dashLine(text, indent, entries[at]?.offset ?? 0);
  const end = entries[at + 1] ? dashLine(text, indent, entries[at + 1]?.offset ?? 0) : text.length;
  const rest = commentsBehind(text.slice(start, end), indent);
  return verified(text.slice(0, start) + rest + text.slice(end), file, value.toSpliced(at, 1));
}

/**
 * The text of sources.yaml with one key of one source set, or taken out (null). A new key stands behind the last one of its
 * source; every byte outside of the lines of that key stays.
 *
 * @throws SettingsError where there is no such source, or the file cannot be edited in place.
 */
export function setSourceKey(
  text: string,
  file: string,
  id: string,
  key: string,
  value: string | boolean | null,
): string {
  const listInBrackets = inBrackets(text, file);
  if (listInBrackets) return withKey(listInBrackets, indexOf(listed(text, file), file, id), key, value).text;
  const { value: list, entries } = listIn(text, file);
  const at = indexOf(list, file, id);
  const entry = entries[at];
  const pairs = pairsIn(text, at);
  if (entry === undefined || pairs === null) throw cannotEdit(file);
  const { [key]: _, ...rest } = list[at] as Readonly<Record<string, unknown>>;
  if (value === null) return verified(withoutPair(text, entry, pairs, key), file, list.with(at, rest));
  const after = withPair(text, entry, pairs, key, scalar(value));
  return verified(after, file, list.with(at, { ...rest, [key]: value }));
}

/** The text on its way, where its list stands between brackets, as JSON does; null: it is written with dashes, or empty. */
function inBrackets(text: string, file: string): Edit | null {
  readYaml(text, file);
  const root = yamlTree(text);
  return root?.kind === 'list' && root.inFlow && root.entries.length > 0 ? { text, file } : null;
}

const listed = (text: string, file: string): readonly unknown[] => entries(readYaml(text, file).value);

const written = (source: SourceInput): Readonly<Record<string, string | boolean>> =>
  Object.fromEntries(
    Object.entries(source).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

function withKey(edit: Edit, at: number, key: string, value: string | boolean | null): Edit {
  const known = Object.hasOwn(listed(edit.text, edit.file)[at] as object, key);
  if (value === null) return known ? removePair(edit, [at], key) : edit;
  return known ? replaceScalar(edit, [at, key], value) : addPair(edit, [at], key, value);
}

type Entry = BlockList['entries'][number];

function withPair(text: string, entry: Entry, pairs: readonly Pair[], key: string, value: string): string {
  const known = pairs.find(({ name }) => name === key);
  if (known) return text.slice(0, known.valueStart) + value + text.slice(known.end);
  const last = pairs.at(-1)?.end ?? entry.offset;
  if (entry.inFlowStyle) return `${text.slice(0, last)}, ${key}: ${value}${text.slice(last)}`;
  const end = lineEnd(text, last);
  const eol = eolOf(text);
  const before = text.slice(0, end) + (text[end - 1] === '\n' ? '' : eol);
  const indent = ' '.repeat(entry.offset - lineStart(text, entry.offset));
  return `${before}${indent}${key}: ${value}${eol}${text.slice(end)}`;
}

/** Takes out the lines of a pair, or, in `{ … }`, the pair and the comma before it. */
function withoutPair(text: string, entry: Entry, pairs: readonly Pair[], key: string): string {
  const at = pairs.findIndex(({ name }) => name === key);
  const pair = pairs[at];
  if (pair === undefined) return text;
  const start = entry.inFlowStyle ? (pairs[at - 1]?.end ?? pair.start) : lineStart(text, pair.start);
  const end = entry.inFlowStyle ? pair.end : lineEnd(text, pair.end);
  return text.slice(0, start) + text.slice(end);
}

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const lineStart = (text: string, offset: number): number =>
  Math.max(text.lastIndexOf('\n', offset - 1) + 1, text.startsWith('\uFEFF') ? 1 : 0);

/** Behind the line break that ends the line of the character before an offset. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset - 1);
  return end < 0 ? text.length : end + 1;
}

/** Where a source stands in the list. @throws SettingsError where it does not. */
function indexOf(list: readonly unknown[], file: string, id: string): number {
  const ids = texts(list, '*.id');
  const at = ids.find((found) => found.value === id)?.path[0];
  if (typeof at === 'number') return at;
  const known = ids.map((found) => found.value);
  const near = nearest(id, known);
  const advice = near === undefined ? 'see "topicwatch sources list"' : `the nearest is "${near}"`;
  throw new SettingsError([fileProblem(file, `there is no source "${id}"`, advice)]);
}

function listIn(text: string, file: string): BlockList & { readonly value: readonly unknown[] } {
  const { value } = readYaml(text, file);
  const list = blockList(text);
  if (list === null) throw cannotEdit(file);
  return { ...list, value: entries(value) };
}

/** Where the line begins that holds the dash of an entry: mostly that of the entry itself. */
function dashLine(text: string, indent: number, offset: number): number {
  const line = text.lastIndexOf(`\n${' '.repeat(indent)}-`, offset);
  return line >= 0 ? line + 1 : text.startsWith('\uFEFF') ? 1 : 0;
}

/** The empty lines and comments that end an entry's lines and are indented no deeper than its dash. */
function commentsBehind(lines: string, indent: number): string {
  const all = lines.split(/(?<=\n)/);
  const last = all.findLastIndex((line) => !/^[ \t]*(?:#|\r?\n?$)/.test(line) || line.search(/#/) > indent);
  return all.slice(last + 1).join('');
}

/** What `sources add` writes: `- id: …` and a line a key, or everything in one line. */
function entryLines(source: SourceInput, inFlowStyle: boolean): readonly string[] {
  const pairs = Object.entries(source).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${scalar(value)}`],
  );
  return inFlowStyle
    ? [`- { ${pairs.join(', ')} }`]
    : pairs.map((pair, at) => (at === 0 ? '- ' : '  ') + pair);
}

/** An edit is worth nothing unless the text says exactly what it should. */
function verified(text: string, file: string, expected: readonly unknown[]): string {
  let said: readonly unknown[] | null = null;
  try {
    said = entries(readYaml(text, file).value);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
  }
  if (!isDeepStrictEqual(said, expected)) throw cannotEdit(file);
  return text;
}

const cannotEdit = (file: string): SettingsError =>
  new SettingsError([
    fileProblem(
      file,
      'it is written in a way that cannot be edited in place',
      'edit it by hand, or write each source in a line or lines of its own that begin with "- "',
    ),
  ]);
