import { isDeepStrictEqual } from 'node:util';
import { nearest } from './nearest.ts';
import { fileProblem, SettingsError } from './problem.ts';
import { entries, texts } from './rules.ts';
import type { SourceInput } from './schema/sources.ts';
import { type BlockList, blockList, readYaml } from './yaml.ts';

/**
 * The text of sources.yaml with sources added at its end, in the style of the last entry there. Every byte before stays,
 * comments and line ends included.
 *
 * @param file what to call the file in messages.
 * @throws SettingsError where the file cannot be edited in place.
 */
export function addSources(text: string, file: string, sources: readonly SourceInput[]): string {
  const { value, indent, entries } = listIn(text, file);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const inFlowStyle = entries.at(-1)?.inFlowStyle ?? false;
  const lines = sources.flatMap((source) => entryLines(source, inFlowStyle));
  const gap = /[^\n\uFEFF]$/.test(text) ? eol : '';
  const added = lines.map((line) => ' '.repeat(indent) + line + eol).join('');
  return verified(text + gap + added, file, [...value, ...sources]);
}

/**
 * The text of sources.yaml without one source: its lines are taken out, every other byte stays. So do the comments above it
 * and below, since nobody can tell whether they are about it alone.
 *
 * @throws SettingsError where there is no such source, or the file cannot be edited in place.
 */
export function removeSource(text: string, file: string, id: string): string {
  const { value, indent, entries } = listIn(text, file);
  const ids = texts(value, '*.id');
  const at = ids.find((found) => found.value === id)?.path[0];
  if (typeof at !== 'number') {
    const known = ids.map((found) => found.value);
    const near = nearest(id, known);
    const advice = near === undefined ? 'see "topicwatch sources list"' : `the nearest is "${near}"`;
    throw new SettingsError([fileProblem(file, `there is no source "${id}"`, advice)]);
  }
  const start = dashLine(text, indent, entries[at]?.offset ?? 0);
  const end = entries[at + 1] ? dashLine(text, indent, entries[at + 1]?.offset ?? 0) : text.length;
  const rest = commentsBehind(text.slice(start, end), indent);
  return verified(text.slice(0, start) + rest + text.slice(end), file, value.toSpliced(at, 1));
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

/** Words stand as they are; everything that YAML could take for something else in quotes. */
function scalar(value: string | boolean): string {
  const plain =
    typeof value === 'boolean' || (/^\p{L}[\p{L}\p{N}_./ -]*$/u.test(value) && !RESOLVED.test(value));
  return plain && !/ $/.test(String(value)) ? String(value) : JSON.stringify(value);
}

/** What this or another YAML version takes for a truth value or nothing. */
const RESOLVED = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

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
