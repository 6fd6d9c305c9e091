import { type JsonSchema, jsonSchema, SCHEMAS, type SchemaName } from './json-schema.ts';

/** A key of a file of settings, as docs/settings.md tells of it. */
interface Row {
  /** From the root of the file: `http.perHost`, `facets[].concepts[].id`. */
  readonly key: string;
  readonly type: string;
  /** `required`, the default as it would be written, or empty. */
  readonly otherwise: string;
  readonly description: string;
}

/** The configuration reference in Markdown: one heading and one table a file, made of the schemas the files are checked by. */
export function reference(): string {
  const names = Object.keys(SCHEMAS) as SchemaName[];
  return names.map((name) => section(jsonSchema(name))).join('\n\n');
}

function section(schema: JsonSchema): string {
  const lines = rowsOf(schema.items ?? schema, '').map(
    ({ key, type, otherwise, description }) =>
      `| \`${key}\` | ${[type, otherwise, description].map(cell).join(' | ')} |`,
  );
  const head = ['| key | value | default | what |', '| --- | --- | --- | --- |'];
  return [`## ${schema.title}`, '', schema.description, '', ...head, ...lines].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

function rowsOf(schema: JsonSchema, above: string): readonly Row[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
    const key = above + name;
    const inner = innerOf(value, key);
    const row = {
      key,
      type: typeOf(value),
      otherwise: otherwiseOf(schema, name, value),
      description: value.description ?? '',
    };
    return [row, ...inner];
  });
}

/** The rows of the keys inside a value. */
function innerOf(value: JsonSchema, key: string): readonly Row[] {
  const items = [value.items, ...(value.items?.anyOf ?? [])].find((choice) => choice?.properties);
  return items ? rowsOf(items, `${key}[].`) : rowsOf(value, `${key}.`);
}

function otherwiseOf(parent: JsonSchema, name: string, value: JsonSchema): string {
  if (parent.required?.includes(name)) return 'required';
  const { default: fallback } = value;
  if (fallback === undefined || fallback === null || value.properties) return '';
  if (Array.isArray(fallback) && fallback.length === 0) return '';
  return `\`${typeof fallback === 'string' ? fallback : JSON.stringify(fallback)}\``;
}

function typeOf({
  type,
  enum: choices,
  anyOf,
  items,
  properties,
  additionalProperties,
  const: constant,
}: JsonSchema): string {
  if (choices) return choices.map((choice) => `\`${choice}\``).join(', ');
  if (constant !== undefined) return `\`${constant}\``;
  if (anyOf) return anyOf.map(typeOf).join(' or ');
  if (items) return `list of ${PLURALS[typeOf(items)] ?? typeOf(items)}`;
  if (properties) return 'mapping';
  if (typeof additionalProperties === 'object') return `mapping to ${typeOf(additionalProperties)}`;
  return [type]
    .flat()
    .map((name) => TYPES[name ?? ''] ?? '')
    .filter(Boolean)
    .join(' or ');
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
};

const PLURALS: Readonly<Record<string, string>> = {
  text: 'texts',
  mapping: 'mappings',
  'text or mapping': 'texts or mappings',
};
