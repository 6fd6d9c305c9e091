import type { Issue, Path } from './problem.ts';

/** A value at its place in a document. */
export interface Found<T = string> {
  readonly value: T;
  readonly path: Path;
}

type Mapping = Readonly<Record<string, unknown>>;

/**
 * The texts at the places a pattern names, in the order of the document: `facets.*.concepts.*.id`, where `*` is any
 * entry of a list. Looks at the document as it stands, so that rules hold also where a schema finds faults.
 */
export function texts(document: unknown, pattern: string): readonly Found[] {
  return places(document, pattern).flatMap(({ value, path }) =>
    typeof value === 'string' ? [{ value, path }] : [],
  );
}

/** The mappings at such places. */
export function mappings(document: unknown, pattern: string): readonly Found<Mapping>[] {
  return places(document, pattern).flatMap(({ value, path }) => (isMapping(value) ? [{ value, path }] : []));
}

function places(document: unknown, pattern: string): readonly Found<unknown>[] {
  let level: readonly Found<unknown>[] = [{ value: document, path: [] }];
  for (const part of pattern.split('.')) {
    level = level.flatMap(({ value, path }) => {
      if (part === '*') return entries(value).map((item, at) => ({ value: item, path: [...path, at] }));
      const inside = isMapping(value) && Object.hasOwn(value, part) ? value[part] : undefined;
      return inside === undefined ? [] : [{ value: inside, path: [...path, part] }];
    });
  }
  return level;
}

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The entries of a list; none of anything else. */
export const entries = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * An issue for every id that was given before.
 *
 * @param where names a place of the document for a message: `sources.yaml:3:5`.
 * @param write what to do about it; by default the id with a number behind it.
 */
export function repeated(
  found: readonly Found[],
  kind: string,
  where: (path: Path) => string,
  write?: string,
): Issue[] {
  const first = new Map<string, Path>();
  return found.flatMap(({ value, path }) => {
    const before = first.get(value);
    first.set(value, before ?? path);
    if (!before) return [];
    const what = `is given to two ${kind}s, first at ${where(before)}`;
    return [
      { path, value, what, expected: `an id of its own for each ${kind}`, write: write ?? `${value}-2` },
    ];
  });
}
