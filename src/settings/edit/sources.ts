import { nearest } from '../nearest.ts';
import { fileProblem, SettingsError } from '../problem.ts';
import { entries, texts } from '../rules.ts';
import type { SourceInput } from '../schema/sources.ts';
import { readYaml } from '../yaml.ts';
import { addPair, append, type Edit, remove, removePair, replaceScalar, type Written } from './document.ts';

/**
 * The text of sources.yaml with sources added at its end, in the style of the last entry there; the file may be one JSON list.
 * Every byte before stays, comments and line ends included, but for the brackets of an empty list.
 *
 * @param file what to call the file in messages.
 * @throws SettingsError where the file cannot be edited in place.
 */
export function addSources(text: string, file: string, sources: readonly SourceInput[]): string {
  return sources.reduce<Edit>((edit, source) => append(edit, [], written(source)), { text, file }).text;
}

/**
 * The text of sources.yaml without one source: its lines are taken out, every other byte stays. So do the comments above it
 * and below, since nobody can tell whether they are about it alone.
 *
 * @throws SettingsError where there is no such source, or the file cannot be edited in place.
 */
export function removeSource(text: string, file: string, id: string): string {
  const edit = { text, file };
  return remove(edit, [], placeOf(edit, id)).text;
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
  const edit = { text, file };
  const at = placeOf(edit, id);
  const known = Object.hasOwn(listed(edit)[at] as object, key);
  if (value === null) return known ? removePair(edit, [at], key).text : text;
  return (known ? replaceScalar(edit, [at, key], value) : addPair(edit, [at], key, value)).text;
}

const listed = ({ text, file }: Edit): readonly unknown[] => entries(readYaml(text, file).value);

const written = (source: SourceInput): Written =>
  Object.fromEntries(
    Object.entries(source).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

/** Where a source stands in the list. @throws SettingsError where it does not. */
function placeOf(edit: Edit, id: string): number {
  const ids = texts(listed(edit), '*.id');
  const at = ids.find((found) => found.value === id)?.path[0];
  if (typeof at === 'number') return at;
  const near = nearest(
    id,
    ids.map(({ value }) => value),
  );
  const advice = near === undefined ? 'see "topicwatch sources list"' : `the nearest is "${near}"`;
  throw new SettingsError([fileProblem(edit.file, `there is no source "${id}"`, advice)]);
}
