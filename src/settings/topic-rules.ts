import { SOURCE_KINDS } from '../domain/source.ts';
import type { ListedConcept } from './concepts-csv.ts';
import { nearest } from './nearest.ts';
import { type Fault, type Issue, type Path, type Problem, problemAt } from './problem.ts';
import { entries, type Found, mappings, repeated, texts } from './rules.ts';

/** What the rules of a topic file look at besides the file. */
export interface Surroundings {
  /** Concepts of its CSV files. */
  readonly listed: readonly ListedConcept[];
  /** Ids of the configured sources, which a tag may ask for; null: not known, and not checked. */
  readonly sources: readonly string[] | null;
  /** Names a place of the file for a message: `topics/a.yaml:3:5`. */
  where(path: Path): string;
}

/** What a schema cannot say of a topic file: ids are unique, references lead somewhere, and nothing is without effect. */
export function topicRules(document: unknown, { listed, sources, where }: Surroundings): readonly Issue[] {
  const concepts = [...texts(document, 'facets.*.concepts.*.id'), ...texts(document, 'concepts.*.id')];
  const conceptIds = [...concepts.map(({ value }) => value), ...listed.map(({ concept }) => concept.id)];
  const facets = texts(document, 'facets.*.id');
  const bareTags = texts(document, 'tags.*');
  const named = [...bareTags, ...texts(document, 'tags.*.anyOf.*'), ...texts(document, 'tags.*.allOf.*')];
  const tagSources = sources === null ? [] : texts(document, 'tags.*.sources.*');
  return [
    ...repeated(facets, 'facet', where),
    ...repeated(
      concepts,
      'concept',
      where,
      'one concept, with "also: […]" for the other facets it counts for',
    ),
    ...repeated([...bareTags, ...texts(document, 'tags.*.id')], 'tag', where),
    ...repeated(texts(document, 'exclude.*.id'), 'exclusion', where),
    ...unknown(
      texts(document, 'facets.*.concepts.*.also.*'),
      'facet',
      facets.map(({ value }) => value),
    ),
    ...unknown(named, 'concept', conceptIds),
    ...unknown(tagSources, 'source', [...SOURCE_KINDS, ...(sources ?? [])]),
    ...[...mappings(document, 'facets.*.concepts.*'), ...mappings(document, 'concepts.*')].flatMap(
      namelessConcept,
    ),
    ...mappings(document, 'facets.*').flatMap((facet) => emptyFacet(facet, document, listed)),
    ...mappings(document, 'tags.*').flatMap((tag) => tagWithoutCondition(tag, conceptIds)),
    ...mappings(document, 'exclude.*').flatMap(emptyExclusion),
    ...mappings(document, 'thresholds').flatMap(crossedThresholds),
  ];
}

/** The same for the concepts of CSV files, with places in those. */
export function listedProblems(document: unknown, { listed, where }: Surroundings): readonly Problem[] {
  const facets = texts(document, 'facets.*.id').map(({ value }) => value);
  const inFile = [...texts(document, 'facets.*.concepts.*.id'), ...texts(document, 'concepts.*.id')];
  const paths = new Map(inFile.map(({ value, path }) => [value, path]));
  const rows = new Map<string, string>();
  return listed.flatMap(({ concept: { id }, facets: counted, file, place }) => {
    const strangers = unknown(
      counted.map((value) => ({ value, path: [] })),
      'facet',
      facets,
    );
    const problems = strangers.map((issue) =>
      problemAt(file, place, `facet "${issue.value}"`, issue, issue.value),
    );
    const path = paths.get(id);
    const before = path ? where(path) : rows.get(id);
    rows.set(id, `${file}:${place.line}:${place.column}`);
    if (before === undefined) return problems;
    const what = `is given to two concepts, first at ${before}`;
    const fault: Fault = { what, expected: 'an id of its own for each concept, its rows in one file' };
    return [...problems, problemAt(file, place, `id "${id}"`, fault, id)];
  });
}

function unknown(references: readonly Found[], kind: string, known: readonly string[]): Issue[] {
  const ids = new Set(known);
  return references
    .filter(({ value }) => !ids.has(value))
    .map(({ path, value }) => ({
      path,
      value,
      what: `is the id of no ${kind}`,
      expected: `the id of a ${kind}`,
      write: nearest(value, known),
    }));
}

type Entry = Found<Readonly<Record<string, unknown>>>;

function namelessConcept({ value: { names, seenAs, weak }, path }: Entry): Issue[] {
  const lists = [...Object.values(names ?? {}), seenAs ?? [], weak ?? []];
  if (lists.some((list) => !Array.isArray(list) || list.length > 0)) return [];
  return [{ path, what: 'has no name to be found by', expected: 'names, such as { en: [Pyongyang] }' }];
}

/** A required facet that nothing counts for would reject every article. */
function emptyFacet(
  { value: facet, path }: Entry,
  document: unknown,
  listed: readonly ListedConcept[],
): Issue[] {
  if (facet.required === false || entries(facet.concepts).length > 0) return [];
  const counted = [
    ...texts(document, 'facets.*.concepts.*.also.*').map(({ value }) => value),
    ...listed.flatMap(({ facets }) => facets),
  ];
  if (counted.some((id) => id === facet.id)) return [];
  return [{ path, what: 'is required and has no concepts', expected: 'concepts, or "required: false"' }];
}

function tagWithoutCondition({ value: tag, path }: Entry, concepts: readonly string[]): Issue[] {
  const conditions = [tag.anyOf, tag.allOf, tag.languages, tag.sources].some(
    (list) => entries(list).length > 0,
  );
  if (conditions || typeof tag.id !== 'string' || concepts.includes(tag.id)) return [];
  const near = nearest(tag.id, concepts);
  const what = 'has no condition, and its id is that of no concept';
  return [{ path, what, expected: 'anyOf, allOf, languages or sources', write: near && `id: ${near}` }];
}

function emptyExclusion({ value: { phrases, pattern }, path }: Entry): Issue[] {
  if (entries(phrases).length > 0 || pattern !== undefined) return [];
  return [{ path, what: 'excludes nothing', expected: 'phrases or a pattern' }];
}

function crossedThresholds({ value: { accept, review }, path }: Entry): Issue[] {
  if (typeof accept !== 'number' || typeof review !== 'number' || review <= accept) return [];
  const what = `lies above accept, which is ${accept}`;
  return [{ path: [...path, 'review'], value: review, what, expected: 'a number up to that of accept' }];
}
