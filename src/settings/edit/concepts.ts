import type { ListedConcept } from '../concepts-csv.ts';
import { fileProblem, type Path, SettingsError } from '../problem.ts';
import { texts } from '../rules.ts';
import { readYaml } from '../yaml.ts';
import { addPair, append, type Edit, remove, replaceScalar } from './document.ts';
import { changeTopic } from './topic.ts';

/**
 * The text of a topic file that says of these concepts what a spreadsheet says: new ones stand at the end of their facet, names
 * that the spreadsheet no longer has are taken out, and concepts it does not list stay. All other bytes stay.
 *
 * @throws SettingsError where the file cannot be edited in place
 */
export function withConcepts(
  text: string,
  file: string,
  topicId: string,
  concepts: readonly ListedConcept[],
): string {
  return concepts.reduce<Edit>((edit, listed) => withConcept(edit, topicId, listed), { text, file }).text;
}

function withConcept(edit: Edit, topicId: string, { concept, facets }: ListedConcept): Edit {
  const known = placeIn(edit, concept.id);
  if (known !== null) return synchronised(edit, known, { concept, facets });
  const { id, kind, names } = concept;
  const [facet = null] = facets;
  const added = changeTopic(edit.text, edit.file, {
    kind: 'add-concept',
    topicId,
    facet,
    concept: { id, kind, names },
  });
  const next: Edit = { ...edit, text: added };
  const place = placeIn(next, id);
  return place === null ? next : synchronised(next, place, { concept, facets });
}

/** Where a concept stands in the file; null: it does not. */
function placeIn({ text, file }: Edit, id: string): Path | null {
  const { value } = readYaml(text, file);
  const ids = [...texts(value, 'facets.*.concepts.*.id'), ...texts(value, 'concepts.*.id')];
  return ids.find((found) => found.value === id)?.path.slice(0, -1) ?? null;
}

function synchronised(
  edit: Edit,
  place: Path,
  { concept, facets }: Pick<ListedConcept, 'concept' | 'facets'>,
): Edit {
  const { kind, names, seenAs, weak } = concept;
  const written = valueAt(edit, place) as ConceptWritten;
  const owner = ownerOf(edit, place);
  if (owner === null ? facets.length > 0 : !facets.includes(owner))
    throw misplaced(edit, concept.id, owner, facets);
  let next = written.kind === kind ? edit : withKind(edit, place, kind, written.kind);
  for (const language of new Set([...Object.keys(written.names ?? {}), ...Object.keys(names)])) {
    next = withNames(next, place, language, names[language] ?? []);
  }
  next = withList(next, [...place, 'seenAs'], seenAs);
  next = withList(next, [...place, 'weak'], weak);
  return owner === null
    ? next
    : withList(
        next,
        [...place, 'also'],
        facets.filter((facet) => facet !== owner),
      );
}

/** A concept that moves would leave its comments behind. */
function misplaced(
  { file }: Edit,
  id: string,
  owner: string | null,
  facets: readonly string[],
): SettingsError {
  const stands = owner === null ? 'among those of no facet' : `in the facet ${owner}`;
  const wanted = facets.length === 0 ? 'no facet' : facets.join(' and ');
  const what = `the concept ${id} stands ${stands}, and the CSV counts it for ${wanted}`;
  return new SettingsError([fileProblem(file, what, 'move it there by hand, or change the column facet')]);
}

interface ConceptWritten {
  readonly kind?: string;
  readonly names?: Readonly<Record<string, readonly string[]>>;
}

function valueAt({ text, file }: Edit, path: Path): unknown {
  const inside = (value: unknown, part: string | number): unknown =>
    (value as Readonly<Record<string | number, unknown>> | undefined)?.[part];
  return path.reduce(inside, readYaml(text, file).value);
}

/** The facet a concept stands in; null: it stands among those that count for none. */
function ownerOf(edit: Edit, place: Path): string | null {
  if (place[0] !== 'facets') return null;
  const id = valueAt(edit, [...place.slice(0, 2), 'id']);
  return typeof id === 'string' ? id : null;
}

/** A kind that is not written is an idea. */
function withKind(edit: Edit, place: Path, kind: string, written: string | undefined): Edit {
  if (written !== undefined) return replaceScalar(edit, [...place, 'kind'], kind);
  return kind === 'idea' ? edit : addPair(edit, place, 'kind', kind);
}

function withNames(edit: Edit, place: Path, language: string, wanted: readonly string[]): Edit {
  const { names } = valueAt(edit, place) as ConceptWritten;
  if (names !== undefined) return withList(edit, [...place, 'names', language], wanted);
  return wanted.length === 0 ? edit : addPair(edit, place, 'names', { [language]: wanted });
}

/** A list that holds what is wanted: the rest is taken out, what is missing put at the end, the order of what stays is kept. */
function withList(edit: Edit, path: Path, wanted: readonly string[]): Edit {
  const written = (valueAt(edit, path) ?? []) as readonly string[];
  const missing = wanted.filter((one) => !written.includes(one));
  const grown = missing.reduce((next, one) => append(next, path, one), edit);
  // From behind, so that the places before stay what they are; additions come first, since an empty list cannot always be
  // written.
  const odd = [...written.keys()].filter((at) => !wanted.includes(written[at] ?? '')).toReversed();
  return odd.reduce((next, at) => remove(next, path, at), grown);
}
