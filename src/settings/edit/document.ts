import { isDeepStrictEqual } from 'node:util';
import { fileProblem, type Path, SettingsError } from '../problem.ts';
import { readYaml } from '../yaml.ts';
import { type Entry, type Node, nodeOf, yamlTree } from '../yaml-tree.ts';
import { scalar } from './scalar.ts';

/** A YAML document on its way to another text: each step of an edit takes one and gives the next. */
export interface Edit {
  readonly text: string;
  /** What to call the file in messages. */
  readonly file: string;
}

/** What can be written into a document: texts, yes or no, and lists and mappings of them. */
export type Written = string | boolean | readonly Written[] | { readonly [key: string]: Written };

/**
 * Puts a value at the end of a list, in the style of its last entry; where the mapping it belongs to has no such list, it gets
 * one. A document that says nothing, or is an empty list, becomes a list with dashes.
 */
export function append(edit: Edit, path: Path, value: Written): Edit {
  const { text } = edit;
  const list = nodeOf(yamlTree(text), path);
  const isRoot = path.length === 0;
  if (isRoot && saysNothing(list)) return begun(edit, list, value);
  if (list === null) return addPair(edit, path.slice(0, -1), String(path.at(-1)), [value]);
  if (list.kind !== 'list') throw cannotEdit(edit);
  const expected = changed(edit, path, (old) => [...(old as readonly unknown[]), value]);
  if (list.inFlow) return verified(edit, inBrackets(text, list, inFlow(value, isJson(text))), expected);
  const last = list.entries.at(-1);
  if (last === undefined) throw cannotEdit(edit);
  const lines = last.value.inFlow ? [inFlow(value, false)] : inBlock(value);
  const written = listEntry(lines, columnOf(text, dashOf(edit, last)));
  return verified(edit, withLines(text, isRoot ? text.length : last.value.end, written), expected);
}

const saysNothing = (root: Node | null): boolean =>
  root === null || root.start === root.end || (root.kind === 'list' && root.entries.length === 0);

/** A list with dashes and one entry, below the comments of a document that says nothing; an empty list's brackets go. */
function begun(edit: Edit, root: Node | null, value: Written): Edit {
  const before = edit.text.slice(0, root?.start ?? 0) + edit.text.slice(root?.end ?? 0);
  return verified(edit, withLines(before, before.length, listEntry(inBlock(value), 0)), [value]);
}

/** Adds a key and its value to a mapping, behind its last. */
export function addPair(edit: Edit, path: Path, key: string, value: Written): Edit {
  const mapping = nodeOf(yamlTree(edit.text), path);
  const last = mapping?.entries.at(-1);
  if (mapping?.kind !== 'mapping') throw cannotEdit(edit);
  const json = isJson(edit.text);
  const pair = `${json ? JSON.stringify(key) : key}: ${inFlow(value, json)}`;
  const expected = changed(edit, path, (old) => ({ ...(old as object), [key]: value }));
  if (mapping.inFlow) return verified(edit, inBrackets(edit.text, mapping, pair), expected);
  if (last === undefined) throw cannotEdit(edit);
  const column = columnOf(edit.text, mapping.entries[0]?.start ?? mapping.start);
  return verified(edit, withLines(edit.text, last.value.end, [' '.repeat(column) + pair]), expected);
}

/**
 * Takes an entry out of a list: its lines and the comments among them or, between brackets, itself and its comma. Comments above
 * it and below stay.
 */
export function remove(edit: Edit, path: Path, at: number): Edit {
  const { text } = edit;
  const list = nodeOf(yamlTree(text), path);
  const entry = list?.entries[at];
  if (list?.kind !== 'list' || entry === undefined) throw cannotEdit(edit);
  const expected = changed(edit, path, (old) => (old as readonly unknown[]).toSpliced(at, 1));
  if (list.inFlow) return verified(edit, withoutItem(text, list, at), expected);
  const dash = dashOf(edit, entry);
  const start = lineStart(text, dash);
  const end = behindRemarks(text, lineEnd(text, entry.value.end), columnOf(text, dash));
  if (list.entries.length > 1) return verified(edit, text.slice(0, start) + text.slice(end), expected);
  if (path.length === 0) return verified(edit, text.slice(0, start) + text.slice(end), null);
  // An empty list has to be written as one.
  const indent = ' '.repeat(columnOf(text, dash) + 2);
  return verified(edit, `${text.slice(0, start)}${indent}[]${eolOf(text)}${text.slice(end)}`, expected);
}

/** Takes a pair out of a mapping: its lines or, between brackets, itself and its comma. */
export function removePair(edit: Edit, path: Path, key: string): Edit {
  const { text } = edit;
  const mapping = nodeOf(yamlTree(text), path);
  const at = mapping?.entries.findIndex(({ name }) => name === key) ?? -1;
  const pair = mapping?.entries[at];
  if (mapping?.kind !== 'mapping' || pair === undefined) throw cannotEdit(edit);
  const expected = changed(edit, path, (old) => {
    const { [key]: _, ...rest } = old as Readonly<Record<string, unknown>>;
    return rest;
  });
  if (mapping.inFlow) return verified(edit, withoutItem(text, mapping, at), expected);
  const shorter = text.slice(0, lineStart(text, pair.start)) + text.slice(lineEnd(text, pair.value.end));
  return verified(edit, shorter, expected);
}

/** Writes another value in place of one that is neither a list nor a mapping. */
export function replaceScalar(edit: Edit, path: Path, value: string | boolean): Edit {
  const node = nodeOf(yamlTree(edit.text), path);
  if (node?.kind !== 'scalar') throw cannotEdit(edit);
  const written = inFlow(value, isJson(edit.text));
  const text = edit.text.slice(0, node.start) + written + edit.text.slice(node.end);
  return verified(
    edit,
    text,
    changed(edit, path, () => value),
  );
}

/** The value of a document after a change at one place. */
function changed({ text, file }: Edit, path: Path, change: (old: unknown) => unknown): unknown {
  const at = (value: unknown, rest: Path): unknown => {
    const [part, ...others] = rest;
    if (part === undefined) return change(value);
    if (Array.isArray(value)) return value.with(Number(part), at(value[Number(part)], others));
    return { ...(value as object), [part]: at((value as Record<string, unknown>)[part], others) };
  };
  return at(readYaml(text, file).value, path);
}

function inBrackets(text: string, { start, end, entries }: Node, written: string): string {
  const last = entries.at(-1)?.value.end ?? start + 1;
  const spare = /^\s*,/.exec(text.slice(last, end))?.[0].length ?? 0;
  const before = entries.length === 0 ? '' : spare > 0 ? ' ' : ', ';
  const isMapping = text[start] === '{' && entries.length === 0 && end - last === 1;
  return (
    text.slice(0, last + spare) + before + (isMapping ? ` ${written} ` : written) + text.slice(last + spare)
  );
}

function withoutItem(text: string, { entries }: Node, at: number): string {
  const [entry, before, after] = [entries[at], entries[at - 1], entries[at + 1]];
  if (entry === undefined) return text;
  const start = after === undefined && before ? before.value.end : entry.start;
  return text.slice(0, start) + text.slice(after?.start ?? entry.value.end);
}

/** Where the dash of an entry stands; nothing but space may be before it on its line. */
function dashOf(edit: Edit, { start }: Entry): number {
  const dash = edit.text.lastIndexOf('-', start - 1);
  const between = edit.text.slice(dash + 1, start);
  const before = edit.text.slice(lineStart(edit.text, dash), dash);
  if (dash < 0 || !/^\s+$/.test(between) || !/^ *$/.test(before)) throw cannotEdit(edit);
  return dash;
}

const listEntry = (lines: readonly string[], indent: number): readonly string[] =>
  lines.map((line, at) => ' '.repeat(indent) + (at === 0 ? '- ' : '  ') + line);

/** Behind the comments from a line on that are indented deeper than a dash, and so belong to its entry. */
function behindRemarks(text: string, from: number, column: number): number {
  const remarks = new RegExp(`(?:(?:[ \\t]*\\r?\\n)*[ ]{${column + 1},}#.*(?:\\n|$))*`, 'y');
  remarks.lastIndex = from;
  return from + (remarks.exec(text)?.[0].length ?? 0);
}

function withLines(text: string, behind: number, lines: readonly string[]): string {
  const end = lineEnd(text, behind);
  const eol = eolOf(text);
  const gap = /[^\n\uFEFF]$/.test(text.slice(0, end)) ? eol : '';
  return text.slice(0, end) + gap + lines.map((line) => line + eol).join('') + text.slice(end);
}

/** A value on one line. */
function inFlow(value: Written, json: boolean): string {
  if (json) return JSON.stringify(value);
  if (typeof value !== 'object') return scalar(value);
  if (Array.isArray(value)) return `[${value.map((item: Written) => inFlow(item, false)).join(', ')}]`;
  const pairs = Object.entries(value).map(
    ([key, item]: [string, Written]) => `${key}: ${inFlow(item, false)}`,
  );
  return `{ ${pairs.join(', ')} }`;
}

/** A mapping as a line a key; what its values hold stays on their line. */
function inBlock(value: Written): readonly string[] {
  if (typeof value !== 'object' || Array.isArray(value)) return [inFlow(value, false)];
  return Object.entries(value).map(([key, item]: [string, Written]) => `${key}: ${inFlow(item, false)}`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const lineStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1) + 1, text.startsWith('\uFEFF') ? 1 : 0);

const columnOf = (text: string, at: number): number => at - lineStart(text, at);

/** Behind the line break that ends the line of the character before an offset. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', Math.max(0, at - 1));
  return end < 0 ? text.length : end + 1;
}

/** An edit is worth nothing unless the text says exactly what it should. */
function verified(edit: Edit, text: string, expected: unknown): Edit {
  try {
    if (isDeepStrictEqual(readYaml(text, edit.file).value, expected)) return { ...edit, text };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
  }
  throw cannotEdit(edit);
}

const cannotEdit = ({ file }: Edit): SettingsError =>
  new SettingsError([
    fileProblem(
      file,
      'it is written in a way that cannot be edited in place',
      'edit it by hand, or write every entry of its lists on a line or lines of its own',
    ),
  ]);
