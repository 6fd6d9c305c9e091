/** Where something stands in a parsed document: keys and indices from its root. */
export type Path = readonly (string | number)[];

/** What is wrong with a value, before it is known where it stands. */
export interface Fault {
  /** What is wrong, to follow the value: `is not known`. */
  readonly what: string;
  /** What may stand there: `a time zone of the IANA database`. */
  readonly expected: string;
  /** The text to write instead, where it can be guessed. */
  readonly write?: string | undefined;
}

/** A fault at its place in a document. */
export interface Issue extends Fault {
  readonly path: Path;
  /** The fault lies in the key that ends `path`, not in its value. */
  readonly atKey?: boolean;
  readonly value?: unknown;
}

/** One thing a person has to change in a file of settings. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly value: unknown;
  readonly expected: string;
  /** `file:line:column: what is wrong; expected …; write …`. */
  readonly message: string;
}

/** The settings cannot be used. The first problem is the headline, and speaks through the fields; `problems` holds all. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly code = 'settings';
  readonly problems: readonly Problem[];
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly value: unknown;
  readonly expected: string;

  constructor(problems: readonly [Problem, ...Problem[]]) {
    super(problems.map(({ message }) => message).join('\n'));
    const [first] = problems;
    this.problems = problems;
    this.file = first.file;
    this.line = first.line;
    this.column = first.column;
    this.value = first.value;
    this.expected = first.expected;
  }
}

/** Throws the problems of a file, if there are any, in the order of its lines. */
export function refuse(problems: readonly Problem[]): void {
  const [first, ...rest] = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  if (first) throw new SettingsError([first, ...rest]);
}

/** Waits for all, so that the problems of several files are thrown together, in the order given. */
export async function together<T extends readonly unknown[]>(
  work: {
    readonly [K in keyof T]: Promise<T[K]>;
  },
): Promise<T> {
  const outcomes = await Promise.allSettled(work);
  const reasons = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
  );
  const other = reasons.find((reason) => !(reason instanceof SettingsError));
  if (other) throw other;
  const [first, ...rest] = reasons.flatMap((reason) =>
    reason instanceof SettingsError ? reason.problems : [],
  );
  if (first) throw new SettingsError([first, ...rest]);
  return outcomes.map((outcome) =>
    outcome.status === 'fulfilled' ? outcome.value : undefined,
  ) as unknown as T;
}

/** A problem with a file as a whole: it is missing, unreadable, or no text. */
export function fileProblem(file: string, what: string, expected: string): Problem {
  return { file, line: 1, column: 1, value: null, expected, message: `${file}: ${what}; ${expected}` };
}

/** A place in a file, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A problem at a place. `subject` names what stands there: `language "english"`. */
export function problemAt(
  file: string,
  { line, column }: Place,
  subject: string,
  { what, expected, write }: Fault,
  value: unknown,
): Problem {
  const advice = write === undefined ? '' : `; write ${write}`;
  const message = `${file}:${line}:${column}: ${subject} ${what}; expected ${expected}${advice}`;
  return { file, line, column, value, expected, message };
}

/** From an offset in a text to a line and a column; a byte order mark takes no column. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(text.startsWith('\uFEFF') ? 1 : 0, offset);
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

/** `placeOf` for many offsets of one text: it looks for the ends of lines once. */
export function placesIn(text: string): (offset: number) => Place {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const starts = [mark];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return (offset) => {
    let [line, beyond] = [0, starts.length];
    while (beyond - line > 1) {
      const middle = Math.floor((line + beyond) / 2);
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else beyond = middle;
    }
    return { line: line + 1, column: Math.max(mark, offset) - (starts[line] ?? 0) + 1 };
  };
}

/** Plain data that knows where in its file each value stands. */
export interface Document {
  readonly file: string;
  readonly value: unknown;
  /** What was wrong already while reading. */
  readonly problems: readonly Problem[];
  /** Where the value of a path stands, or its key; the nearest place on the way where the path leads nowhere. */
  place(path: Path, atKey?: boolean): Place;
}

/** A problem from an issue: its path becomes a place, its value is shown as it stands. */
export function locate(document: Document, issue: Issue): Problem {
  const place = document.place(issue.path, issue.atKey);
  return problemAt(document.file, place, subject(issue), issue, issue.value ?? null);
}

/** What a path leads to, for a message: `http.perHost "two"`, `also "russia"`, `entry 2 of concepts`, `the file`. */
function subject({ path, atKey, value }: Issue): string {
  const entry = path.findLastIndex(
    (part, at) => typeof part === 'number' && typeof path[at + 1] === 'string',
  );
  const name = path
    .slice(entry + 1)
    .filter((part) => typeof part === 'string')
    .join('.');
  const last = path.at(-1);
  const inList = typeof last === 'number' && (name === '' || typeof value !== 'string');
  const what = inList ? `entry ${last + 1}${name && ` of ${name}`}` : name || 'the file';
  const plain = value !== undefined && (typeof value !== 'object' || value === null);
  return plain && !atKey ? `${what} ${shown(value)}` : what;
}

/** A value as it would stand in the file, cut short. */
export function shown(value: unknown): string {
  const written = JSON.stringify(value) ?? String(value);
  return written.length > 80 ? `${written.slice(0, 79)}…` : written;
}
