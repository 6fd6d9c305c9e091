import { z } from 'zod';
import { nearest } from './nearest.ts';
import { type Document, type Fault, type Issue, locate, type Path, refuse } from './problem.ts';

/**
 * What a document says by a schema and by `rules`, which find what a schema cannot say (an id given twice).
 *
 * @throws SettingsError with every problem of the document.
 */
export function check<T>(
  document: Document,
  schema: z.ZodType<T>,
  rules: (value: unknown) => readonly Issue[] = () => [],
): T {
  const parsed = schema.safeParse(document.value, { reportInput: true });
  const issues = parsed.success ? [] : parsed.error.issues.flatMap((issue) => explain(issue, schema, []));
  const found = [...issues, ...rules(document.value)].map((issue) => locate(document, issue));
  refuse([...document.problems, ...found]);
  return parsed.data as T;
}

type ZodIssue = z.core.$ZodIssue;

/** What zod found, in our words. `above` is the path to the value that an inner issue's path starts from. */
function explain(issue: ZodIssue, schema: z.ZodType, above: Path): Issue[] {
  const path = [...above, ...(issue.path as Path)];
  const value = issue.input;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        atKey: true,
        ...unknownKey(key, knownKeys(schema, path)),
      }));
    case 'invalid_union': {
      const branch = issue.errors.find((issues) => !issues.some(isOtherType)) ?? [];
      return branch.length > 0
        ? branch.flatMap((inner) => explain(inner, schema, path))
        : [{ path, value, what: typeName(value), expected: either(issue.errors.flat().map(expectedOf)) }];
    }
    case 'invalid_key':
      return issue.issues
        .flatMap((inner) => explain(inner, schema, path))
        .map((inner) => ({ ...inner, path, atKey: true, value }));
    case 'custom':
      return [{ path, value, ...(issue.params as unknown as Fault) }];
    default: {
      const key = String(path.at(-1));
      if (value === undefined) return [{ path: path.slice(0, -1), what: `has no ${key}`, expected: 'one' }];
      return [{ path, value, what: misfit(issue), expected: expectedOf(issue), write: mended(issue) }];
    }
  }
}

/** The input is of another type than this branch of a union wants, so that another branch was meant. */
const isOtherType = ({ code, path }: ZodIssue): boolean =>
  path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');

const either = (choices: readonly string[]): string => [...new Set(choices)].join(' or ');

/** What is wrong with a value, in words that follow it. */
function misfit(issue: ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' && typeof issue.input === 'number'
        ? 'is a fraction'
        : typeName(issue.input);
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int' ? 'is too small' : 'is empty';
    case 'too_big':
      return 'is too large';
    default:
      return 'is none of those that may stand here';
  }
}

function typeName(value: unknown): string {
  if (value === null) return 'is empty';
  if (Array.isArray(value)) return 'is a list';
  if (typeof value === 'string') return 'is text';
  if (typeof value === 'object') return 'is a mapping';
  return typeof value === 'boolean' ? 'is a truth value' : 'is a number';
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys to values',
  record: 'a mapping of keys to values',
};

function expectedOf(issue: ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`;
    case 'too_small':
      return bound(issue.origin, 'at least', issue.minimum);
    case 'too_big':
      return bound(issue.origin, 'at most', issue.maximum);
    default:
      return issue.message;
  }
}

/** Texts and lists have no other bound than that they hold something. */
function bound(origin: string, word: string, limit: number | bigint): string {
  if (origin === 'string') return 'text that is not empty';
  return origin === 'array' ? 'a list that is not empty' : `a number of ${word} ${limit}`;
}

/** The same value in the type that is wanted, or the nearest of the values that may stand there. */
function mended(issue: ZodIssue): string | undefined {
  const { input } = issue;
  if (issue.code === 'invalid_value' && typeof input === 'string') {
    return nearest(input, issue.values.map(String));
  }
  if (issue.code !== 'invalid_type' || typeof input === 'object') return undefined;
  const text = String(input);
  const truth = /^(?:(yes|on|true)|no|off|false)$/i.exec(text);
  switch (issue.expected) {
    case 'string':
      return `"${text}"`;
    case 'array':
      return `[${text}]`;
    case 'boolean':
      return truth ? String(truth[1] !== undefined) : undefined;
    default:
      return /^[\d_, ]+$/.test(text) ? text.replace(/[_, ]/g, '') : undefined;
  }
}

/** A key that may not stand there, and the one that was probably meant. */
function unknownKey(key: string, known: readonly string[]): Fault {
  const write = key === '<<' ? 'out what is merged in' : nearest(key, known);
  return { what: 'is no key that may stand here', expected: `one of ${known.join(', ')}`, write };
}

/** The keys of the mapping a path leads to. */
function knownKeys(schema: z.ZodType, path: Path): readonly string[] {
  let reached: readonly z.core.$ZodType[] = [schema];
  for (const part of path) reached = reached.flatMap(unwrapped).flatMap((inner) => childOf(inner, part));
  return reached
    .flatMap(unwrapped)
    .flatMap((inner) => (inner instanceof z.ZodObject ? Object.keys(inner.shape) : []));
}

/** A schema without its default and its option; of a union, all choices. */
function unwrapped(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(unwrapped);
  const wrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault;
  return wrapped ? unwrapped(schema.unwrap()) : [schema];
}

function childOf(schema: z.core.$ZodType, part: string | number): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  const child = schema instanceof z.ZodObject ? schema.shape[part] : undefined;
  return child ? [child] : [];
}
