import type { SettingsChange } from '../../domain/suggestion.ts';
import { fileProblem, type Path, SettingsError } from '../problem.ts';
import { texts } from '../rules.ts';
import { readYaml } from '../yaml.ts';
import { addPair, append, type Edit, remove, replaceScalar } from './document.ts';

/** A change of a topic file. */
export type TopicChange = Extract<SettingsChange, { readonly topicId: string }>;

/**
 * The text of a topic file after a change. Every byte outside the edited lines stays; what the change makes senseless (a tag of a
 * concept that goes) is taken out with it.
 *
 * @param file what to call the file in messages
 * @throws SettingsError where what is to be changed is not there, or the file cannot be edited in place
 */
export function changeTopic(text: string, file: string, change: TopicChange): string {
  const edit: Edit = { text, file };
  switch (change.kind) {
    case 'add-concept':
      return append(edit, listFor(edit, change.facet), conceptOf(change.concept)).text;
    case 'add-name':
      return addName(edit, change.conceptId, change.language, change.name).text;
    case 'merge-concepts':
      return merge(edit, change.keep, change.drop).text;
    case 'remove-concept':
      return removeConcept(withoutReferences(edit, change.conceptId), change.conceptId).text;
    case 'remove-exclusion':
      return removeExclusion(edit, change.exclusionId).text;
  }
}

const conceptOf = ({ id, kind, names }: Extract<TopicChange, { kind: 'add-concept' }>['concept']) => ({
  id,
  kind,
  names,
});

const documentOf = ({ text, file }: Edit): unknown => readYaml(text, file).value;

/** The list of concepts of a facet, or that of the topic. */
function listFor(edit: Edit, facet: string | null): Path {
  if (facet === null) return ['concepts'];
  const found = texts(documentOf(edit), 'facets.*.id').find(({ value }) => value === facet);
  if (found === undefined) throw missing(edit, `there is no facet "${facet}" any more`);
  return [...found.path.slice(0, -1), 'concepts'];
}

function placeOf(edit: Edit, conceptId: string): Path {
  const value = documentOf(edit);
  const ids = [...texts(value, 'facets.*.concepts.*.id'), ...texts(value, 'concepts.*.id')];
  const found = ids.find(({ value: id }) => id === conceptId);
  if (found) return found.path.slice(0, -1);
  throw missing(
    edit,
    `the concept "${conceptId}" does not stand here; where it stands in a CSV file, change it there`,
  );
}

function addName(edit: Edit, conceptId: string, language: string | null, name: string): Edit {
  const place = placeOf(edit, conceptId);
  if (language === null) return append(edit, [...place, 'seenAs'], name);
  const { names } = at(documentOf(edit), place) as NamesWritten;
  if (names === undefined) return addPair(edit, place, 'names', { [language]: [name] });
  return append(edit, [...place, 'names', language], name);
}

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, part) => (inner as Readonly<Record<string | number, unknown>> | undefined)?.[part],
    value,
  );

/** The names of one concept go to another, and what spoke of the one speaks of the other. */
function merge(edit: Edit, keep: string, drop: string): Edit {
  const kept = at(documentOf(edit), placeOf(edit, keep)) as NamesWritten;
  const dropped = at(documentOf(edit), placeOf(edit, drop)) as NamesWritten;
  let next = edit;
  for (const [language, names] of Object.entries(dropped.names ?? {})) {
    for (const name of names)
      if (!kept.names?.[language]?.includes(name)) next = addName(next, keep, language, name);
  }
  for (const name of dropped.seenAs ?? [])
    if (!kept.seenAs?.includes(name)) next = addName(next, keep, null, name);
  return removeConcept(renamedReferences(next, drop, keep), drop);
}

interface NamesWritten {
  readonly names?: Readonly<Record<string, readonly string[]>>;
  readonly seenAs?: readonly string[];
}

function removeConcept(edit: Edit, conceptId: string): Edit {
  const place = placeOf(edit, conceptId);
  return remove(edit, place.slice(0, -1), Number(place.at(-1)));
}

function removeExclusion(edit: Edit, exclusionId: string): Edit {
  const found = texts(documentOf(edit), 'exclude.*.id').find(({ value }) => value === exclusionId);
  if (found === undefined) throw missing(edit, `there is no exclusion "${exclusionId}" any more`);
  return remove(edit, ['exclude'], Number(found.path[1]));
}

/** Where tags speak of a concept: as a tag of its own, or in the condition of a rule. */
function referencesTo(edit: Edit, conceptId: string): readonly Path[] {
  const value = documentOf(edit);
  return [...texts(value, 'tags.*'), ...texts(value, 'tags.*.anyOf.*'), ...texts(value, 'tags.*.allOf.*')]
    .filter((found) => found.value === conceptId)
    .map(({ path }) => path);
}

/** A tag that stands for the concept, or can never be given without it, goes as a whole. */
function withoutReferences(edit: Edit, conceptId: string): Edit {
  const [path] = referencesTo(edit, conceptId);
  if (path === undefined) return edit;
  const list = path.slice(0, -1);
  const whole =
    path.length === 2 ||
    path[2] === 'allOf' ||
    (at(documentOf(edit), list) as readonly unknown[]).length === 1;
  const next = whole ? remove(edit, ['tags'], Number(path[1])) : remove(edit, list, Number(path.at(-1)));
  return withoutReferences(next, conceptId);
}

function renamedReferences(edit: Edit, from: string, to: string): Edit {
  const [path] = referencesTo(edit, from);
  if (path === undefined) return edit;
  const list = path.slice(0, -1);
  const known = (at(documentOf(edit), list) as readonly unknown[]).includes(to);
  const next = known ? remove(edit, list, Number(path.at(-1))) : replaceScalar(edit, path, to);
  return renamedReferences(next, from, to);
}

const missing = ({ file }: Edit, what: string): SettingsError =>
  new SettingsError([fileProblem(file, what, 'look at it again: topicwatch suggest')]);
