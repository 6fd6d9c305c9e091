import { type Node, parseSync } from 'oxc-parser';
import { WORLD_GLOBALS } from './rules.ts';

/** One way in which a file reaches another module: `import`, `import type`, `export … from`, `import()`, `new URL(…)`. */
export interface Import {
  /** As written; null where it is computed, so that nobody can tell where it leads. */
  readonly specifier: string | null;
  /** The names asked for; `*` for all of them. */
  readonly names: readonly string[];
  readonly reExport: boolean;
  readonly line: number;
}

/** One use of a global of interest, in the spelling of the rules (`Date.now`, `new Date()`, `process`, …). */
export interface GlobalUse {
  readonly name: string;
  readonly line: number;
}

export interface Scan {
  readonly imports: readonly Import[];
  readonly globals: readonly GlobalUse[];
}

/**
 * Reads from a TypeScript file's syntax tree what it imports and which of `WORLD_GLOBALS` it uses. Comments, strings,
 * types and the names of properties are no uses. A variable that only shares a global's name is: call it otherwise.
 *
 * @throws when the file does not parse.
 */
export function scan(file: string, source: string): Scan {
  const { program, module, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const lineOf = (offset: number): number => source.slice(0, offset).split('\n').length;
  const imports: Import[] = [];
  const globals: GlobalUse[] = [];

  for (const { moduleRequest, entries, start } of module.staticImports) {
    const names = entries.map(
      ({ importName }) => importName.name ?? (importName.kind === 'Default' ? 'default' : '*'),
    );
    imports.push({ specifier: moduleRequest.value, names, reExport: false, line: lineOf(start) });
  }
  for (const { moduleRequest, importName, start } of module.staticExports.flatMap(({ entries }) => entries)) {
    if (!moduleRequest) continue; // its own; what it imported and exports again comes with a request
    imports.push({
      specifier: moduleRequest.value,
      names: [importName.name ?? '*'],
      reExport: true,
      line: lineOf(start),
    });
  }
  walk(program, null, (node, parent) => {
    const specifier = importedBy(node);
    if (specifier !== undefined) {
      imports.push({ specifier, names: ['*'], reExport: false, line: lineOf(node.start) });
    }
    const name = node.type === 'Identifier' ? globalUse(node.name, parent) : null;
    if (name !== null && (WORLD_GLOBALS as readonly string[]).includes(name)) {
      globals.push({ name, line: lineOf(node.start) });
    }
  });
  return { imports, globals };
}

/** Where `import()`, `import('…').Type` or `new URL('…', import.meta.url)` leads; undefined for every other node. */
function importedBy(node: Node): string | null | undefined {
  if (node.type === 'ImportExpression' || node.type === 'TSImportType') return literal(node.source);
  if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'URL')
    return undefined;
  const [target, base] = node.arguments;
  const relative = base?.type === 'MemberExpression' && base.object.type === 'MetaProperty';
  if (!target || !relative) return undefined;
  const path = literal(target);
  return path === null || /\.[jt]s$/.test(path) ? path : undefined; // data beside the code is no module
}

const literal = (node: Node): string | null =>
  node.type === 'Literal' && typeof node.value === 'string' ? node.value : null;

/** What a name stands for where it is used, as the rules spell it; null: something that only computes. */
function globalUse(name: string, parent: Node | null): string | null {
  const member = parent?.type === 'MemberExpression' ? memberName(parent) : null;
  switch (name) {
    case 'Date':
      if (parent?.type === 'NewExpression') return parent.arguments.length === 0 ? 'new Date()' : null;
      if (parent?.type === 'CallExpression') return 'Date()';
      if (parent?.type === 'BinaryExpression') return null; // instanceof
      return member === null || member === 'now' ? 'Date.now' : null;
    case 'Math':
      return member === null || member === 'random' ? 'Math.random' : null;
    case 'Temporal':
      return member === null || member === 'Now' ? 'Temporal.Now' : null;
    default:
      return name;
  }
}

/** The name after the dot; null where it is computed. */
function memberName(node: Node): string | null {
  if (node.type !== 'MemberExpression') return null;
  return node.property.type === 'Identifier' && !node.computed
    ? node.property.name
    : literal(node.property as Node);
}

/** Keys of a node that hold names rather than references to values. */
const NAME_KEYS: Readonly<Record<string, string>> = {
  MemberExpression: 'property',
  Property: 'key',
  MethodDefinition: 'key',
  PropertyDefinition: 'key',
  AccessorProperty: 'key',
};
const SKIPPED: ReadonlySet<string> = new Set([
  'ImportDeclaration',
  'ExportAllDeclaration',
  'ExportSpecifier',
  'MetaProperty',
]);
/** TypeScript nodes that wrap a value; every other TypeScript node is a type. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
]);

/** Visits a node and all values below it. Types are passed over, but for the modules they are imported from. */
function walk(
  node: Node,
  parent: Node | null,
  visit: (node: Node, parent: Node | null) => void,
  inType = false,
): void {
  if (SKIPPED.has(node.type)) return;
  const type = inType || (node.type.startsWith('TS') && !WRAPPERS.has(node.type));
  if (!type || node.type === 'TSImportType') visit(node, parent);
  for (const [key, value] of Object.entries(node)) {
    if (NAME_KEYS[node.type] === key && !('computed' in node && node.computed)) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && typeof child.type === 'string')
        walk(child, node, visit, type);
    }
  }
}
