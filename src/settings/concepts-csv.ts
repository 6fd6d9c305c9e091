import { z } from 'zod';
import { CONCEPT_KINDS, type Concept } from '../domain/topic.ts';
import { check } from './check.ts';
import { CsvFault, type CsvField, csvField, parseCsv } from './csv.ts';
import { nearest } from './nearest.ts';
import {
  type Document,
  fileProblem,
  type Issue,
  type Place,
  type Problem,
  placeOf,
  placesIn,
  problemAt,
  SettingsError,
  shown,
} from './problem.ts';
import { id, language, listOf, words } from './schema/parts.ts';
import type { ConceptEntry } from './schema/topic.ts';

/** A concept of a CSV file, the facets it counts for, and where it stands first. */
export interface ListedConcept {
  readonly concept: ConceptEntry;
  readonly facets: readonly string[];
  readonly file: string;
  readonly place: Place;
}

const row = z.strictObject({
  id: id(),
  kind: z.enum(CONCEPT_KINDS).optional(),
  facet: listOf(id()),
  language: language().optional(),
  name: words().optional(),
  seenAs: listOf(words()),
  weak: listOf(words()),
});
type Row = z.output<typeof row>;
const COLUMNS = Object.keys(row.shape);
/** Columns whose cells hold several values, with semicolons between them. */
const SEVERAL: ReadonlySet<string> = new Set(['facet', 'seenAs', 'weak']);

/**
 * Concepts kept in a spreadsheet: a header with some of the columns id, kind, facet, language, name, seenAs and weak, then
 * one row a name. Rows of one id make one concept; what a later row leaves empty stays. `facet`, `seenAs` and `weak` hold
 * several values with semicolons between them.
 *
 * @throws SettingsError with every problem of the file.
 */
export function readConcepts(text: string, file: string): readonly ListedConcept[] {
  const table = readTable(text, file);
  const rows = check(table, z.array(row), rowRules);
  const byId = Map.groupBy(rows.entries(), ([, { id }]) => id);
  return [...byId.values()].map((lines) => ({
    ...listed(lines.map(([, line]) => line)),
    file,
    place: table.place([lines[0]?.[0] ?? 0, 'id']),
  }));
}

/** The rows below the header as mappings of its columns; empty cells are left out. */
function readTable(text: string, file: string): Document {
  const records = recordsOf(text, file);
  const [header = [], ...lines] = records;
  const names = header.map(({ value }) => canonicalColumn(value));
  const placed = placesIn(text);
  const value = lines.map((line) =>
    Object.fromEntries(
      line.flatMap((field, at) => {
        const [name = '', text] = [names[at], field.value.trim()];
        return text === '' || !COLUMNS.includes(name) ? [] : [[name, SEVERAL.has(name) ? split(text) : text]];
      }),
    ),
  );
  return {
    file,
    value,
    problems: headerProblems(header, names, text, file),
    place([at = 0, column = 'id']) {
      const line = lines[Number(at)];
      return placed((line?.[names.lastIndexOf(String(column))] ?? line?.[0])?.offset ?? 0);
    },
  };
}

function recordsOf(text: string, file: string): readonly (readonly CsvField[])[] {
  try {
    return parseCsv(text);
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    const fault = { what: `cannot be read here: ${error.message}`, expected: 'quotes as RFC 4180 has them' };
    throw new SettingsError([problemAt(file, placeOf(text, error.offset), 'CSV', fault, null)]);
  }
}

const split = (cell: string): readonly string[] =>
  cell.split(';').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));

function canonicalColumn(name: string): string {
  const plain = name.trim();
  return COLUMNS.find((column) => column.toLowerCase() === plain.toLowerCase()) ?? plain;
}

function headerProblems(
  header: readonly CsvField[],
  names: readonly string[],
  text: string,
  file: string,
): readonly Problem[] {
  const expected = `some of the columns ${COLUMNS.join(', ')}`;
  const unknown = header.flatMap(({ value, offset }, at) => {
    const name = names[at] ?? '';
    if (COLUMNS.includes(name)) return [];
    const fault = { what: 'is not known', expected, write: nearest(name, COLUMNS) };
    return [problemAt(file, placeOf(text, offset), `column ${shown(value)}`, fault, value)];
  });
  if (names.includes('id')) return unknown;
  const fault = { what: 'has no column id', expected };
  return [...unknown, problemAt(file, placeOf(text, header[0]?.offset ?? 0), 'the first line', fault, null)];
}

/** A name says what language it is in, and the rows of a concept agree on its kind. */
function rowRules(value: unknown): readonly Issue[] {
  const kinds = new Map<unknown, unknown>();
  return (value as readonly Partial<Record<keyof Row, unknown>>[]).flatMap(
    ({ id, kind, language, name }, at) => {
      const issues: Issue[] = [];
      if (name !== undefined && language === undefined) {
        issues.push({
          path: [at, 'name'],
          value: name,
          what: 'is in no language',
          expected: 'a code in the column language',
        });
      }
      const before = kinds.get(id) ?? kind;
      if (before !== undefined) kinds.set(id, before);
      if (kind !== undefined && kind !== before) {
        issues.push({
          path: [at, 'kind'],
          value: kind,
          what: `differs from an earlier row of ${id}`,
          expected: String(before),
        });
      }
      return issues;
    },
  );
}

function listed(rows: readonly Row[]): Pick<ListedConcept, 'concept' | 'facets'> {
  const unique = (values: readonly string[]): string[] => [...new Set(values)];
  const byLanguage = Map.groupBy(rows, ({ language }) => language ?? '');
  byLanguage.delete('');
  const names = [...byLanguage].map(([language, lines]) => [
    language,
    unique(lines.flatMap(({ name }) => name ?? [])),
  ]);
  return {
    concept: {
      id: rows[0]?.id ?? '',
      kind: rows.find(({ kind }) => kind !== undefined)?.kind ?? 'idea',
      names: Object.fromEntries(names),
      seenAs: unique(rows.flatMap(({ seenAs }) => seenAs)),
      weak: unique(rows.flatMap(({ weak }) => weak)),
    },
    facets: unique(rows.flatMap(({ facet }) => facet)),
  };
}

/**
 * Concepts as such a file, in their order: what `readConcepts` reads back as the same. The first row of a concept tells all that
 * is not a name.
 *
 * @throws SettingsError where a spelling holds a semicolon, which stands between spellings here
 */
export function writeConcepts(concepts: readonly Concept[]): string {
  const rows = concepts.flatMap(({ id, kind, facets, names, seenAs, weak }) => {
    const first = [kind, severalIn(id, facets), severalIn(id, seenAs), severalIn(id, weak)] as const;
    const named = Object.entries(names).flatMap(([language, all]) =>
      all.map((name) => [language, name] as const),
    );
    return (named.length > 0 ? named : [['', ''] as const]).map(([language, name], at) => {
      const [kindOnce, facet, spelled, slight] = at === 0 ? first : ['', '', '', ''];
      return [id, kindOnce, facet, language, name, spelled, slight];
    });
  });
  return [COLUMNS, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

function severalIn(id: string, values: readonly string[]): string {
  const odd = values.find((value) => value.includes(';'));
  if (odd === undefined) return values.join(';');
  const what = `the spelling ${shown(odd)} of ${id} holds a semicolon, which stands between spellings in CSV`;
  throw new SettingsError([fileProblem('CSV', what, 'take it out of the topic first')]);
}
