import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import {
  BUILTIN_ROOMS,
  IMPURE_NAMES,
  MAY_IMPORT,
  PACKAGE_ROOMS,
  PURE_BUILTINS,
  WORLD_FILES,
  WORLD_ROOMS,
} from './rules.ts';
import { type Import, type Scan, scan } from './scan.ts';

export interface Report {
  /** How many files were read: a check that saw none proves nothing. */
  readonly files: number;
  /** `file:line: what is wrong`, in the order of the files. */
  readonly breaches: readonly string[];
}

/** Holds every TypeScript file below a source folder against the rules. */
export function check(root: string): Report {
  const files = globSync('**/*.ts', { cwd: root }).sort();
  const scans = new Map(files.map((file) => [file, scan(file, readFileSync(join(root, file), 'utf8'))]));
  const breaches = [...scans].flatMap(([file, found]) => {
    const room = roomOf(file);
    if (!(room in MAY_IMPORT)) return [`${file}: ${room} is no room of the house`];
    return [
      ...found.imports.flatMap((one) => at(file, one, importBreach(file, one, scans))),
      ...found.globals.flatMap((one) => at(file, one, globalBreach(file, one.name))),
    ];
  });
  return { files: files.length, breaches: [...breaches, ...cycles(scans)] };
}

const at = (file: string, { line }: { line: number }, breach: string | null): string[] =>
  breach === null ? [] : [`${file}:${line}: ${breach}`];

const roomOf = (file: string): string => file.split('/')[0]?.replace(/\.ts$/, '') ?? file;

const mayTouchWorld = (file: string): boolean =>
  (WORLD_ROOMS as readonly string[]).includes(roomOf(file)) ||
  (WORLD_FILES as readonly string[]).includes(file);

/** The file of `src/` that a relative specifier names. */
const targetOf = (file: string, specifier: string): string => posix.join(posix.dirname(file), specifier);

const isRelative = (specifier: string): boolean => specifier.startsWith('.');

function importBreach(file: string, one: Import, known: ReadonlyMap<string, Scan>): string | null {
  if (one.specifier === null) {
    return roomOf(file) === 'app'
      ? null
      : 'imports a computed address, so that nobody can tell where it leads';
  }
  if (one.reExport) return `exports ${one.specifier} again; whoever needs it imports it from there`;
  if (!isRelative(one.specifier)) return packageBreach(file, one.specifier, one.names);
  const target = targetOf(file, one.specifier);
  if (!known.has(target)) return `imports ${one.specifier}, which is no file of the source tree`;
  const [from, to] = [roomOf(file), roomOf(target)];
  if (from === to || MAY_IMPORT[from]?.includes(to)) return null;
  return `${from} imports ${to} (${one.specifier}); it may import ${MAY_IMPORT[from]?.join(', ') || 'nothing'}`;
}

function packageBreach(file: string, specifier: string, names: readonly string[]): string | null {
  if (isBuiltin(specifier)) {
    if (mayTouchWorld(file) || BUILTIN_ROOMS[specifier]?.includes(roomOf(file))) return null;
    if (!(PURE_BUILTINS as readonly string[]).includes(specifier))
      return `uses ${specifier}; take its work as an argument`;
    const dice = names.filter((name) => IMPURE_NAMES[specifier]?.includes(name));
    return dice.length > 0 ? `uses ${dice.join(', ')} of ${specifier}; take its work as an argument` : null;
  }
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const rooms = PACKAGE_ROOMS[name];
  return rooms && !rooms.includes(roomOf(file))
    ? `imports ${name}, which stays in ${rooms.join(', ')}`
    : null;
}

function globalBreach(file: string, name: string): string | null {
  return mayTouchWorld(file) ? null : `uses ${name}; take it as an argument`;
}

/** Every circle of imports, types included, told once: `a.ts > b.ts > a.ts`. */
function cycles(scans: ReadonlyMap<string, Scan>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const back = path.indexOf(file);
    if (back >= 0) found.push(`${[...path.slice(back), file].join(' > ')}: a circle of imports`);
    if (back >= 0 || done.has(file)) return;
    for (const { specifier } of scans.get(file)?.imports ?? []) {
      if (specifier !== null && isRelative(specifier)) visit(targetOf(file, specifier), [...path, file]);
    }
    done.add(file);
  };
  for (const file of scans.keys()) visit(file, []);
  return found;
}
