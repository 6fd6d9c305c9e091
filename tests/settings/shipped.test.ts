import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  type JsonSchema,
  jsonSchema,
  SCHEMAS,
  type SchemaName,
  schemaFiles,
} from '../../src/settings/json-schema.ts';
import { loadSettings, loadSources } from '../../src/settings/load.ts';
import { reference } from '../../src/settings/reference.ts';
import { starterFiles } from '../../src/settings/starter.ts';

const config = fileURLToPath(new URL('../../config/', import.meta.url));

describe('the JSON Schemas', () => {
  it.each([...schemaFiles()])(
    'of config/schema/%s are current; npm run schema writes them',
    async (name, text) => {
      await expect(text).toMatchFileSnapshot(`${config}schema/${name}`);
    },
  );

  it('describe every key, for the reference and for editors', () => {
    const mute: string[] = [];
    const walk = (schema: JsonSchema, path: string): void => {
      for (const [name, value] of Object.entries(schema.properties ?? {})) {
        if (!value.description?.endsWith('.')) mute.push(`${path}.${name}`);
        walk(value, `${path}.${name}`);
      }
      for (const inner of [schema.items, ...(schema.anyOf ?? [])]) if (inner) walk(inner, `${path}[]`);
    };
    for (const name of Object.keys(SCHEMAS) as SchemaName[]) walk(jsonSchema(name), name);
    expect(mute).toEqual([]);
  });
});

describe('the configuration reference', () => {
  it('has a row for every key, with its default or that it is required', () => {
    const text = reference();
    expect(text).toContain('| `http.perHost` | whole number | `2` | Connections at once to one host. |');
    expect(text).toContain('| `id` | text | required |');
    expect(text).toContain('| `facets[].concepts[].names` | mapping to list of texts |');
    expect(text).toContain('| `tags[].anyOf` | list of texts |');
    expect(text.match(/^## .*$/gm)).toEqual(['## topicwatch.yaml', '## sources.yaml', '## topics/ID.yaml']);
  });
});

describe('the shipped settings', () => {
  it('are right, and every file tells editors its schema', async () => {
    const { topics } = await loadSettings(config);
    const files = ['topicwatch.yaml', 'sources.yaml', ...topics.map(({ id }) => `topics/${id}.yaml`)];
    for (const file of files) {
      expect(await readFile(config + file, 'utf8')).toMatch(
        /^# yaml-language-server: \$schema=(?:\.\.\/)?schema\/\w+\.schema\.json\n/,
      );
    }
  });

  it('say of the program what init says', async () => {
    expect(await readFile(`${config}topicwatch.yaml`, 'utf8')).toBe(starterFiles().get('topicwatch.yaml'));
  });

  it('show state agencies, state press and what is paywalled by title only, and say why a source is not polled', async () => {
    const sources = await loadSources(config);
    const modest = sources.filter(({ kind, paywalled }) => kind.startsWith('state-') || paywalled);
    expect(modest.length).toBeGreaterThan(6);
    expect(modest.filter(({ republish }) => republish !== 'title')).toEqual([]);
    expect(sources.flatMap(({ id, disabled }) => (disabled ? [id] : []))).toEqual([
      'kcna-watch',
      'isw',
      'kyiv-independent',
      'kcna',
      'rodong',
    ]);
    expect(sources.filter(({ language }) => language === null)).toEqual([]);
  });

  it('search in three languages, with queries that read as they were meant', async () => {
    const searches = (await loadSources(config)).filter(({ kind }) => kind === 'search');
    const asked = searches.map(({ url }) => new URL(url).searchParams);
    expect(asked.map((query) => query.get('ceid'))).toEqual(['US:en', 'RU:ru', 'KR:ko']);
    expect(asked.map((query) => query.get('q'))).toEqual([
      '(Russia OR Moscow OR Putin) ("North Korea" OR DPRK OR Pyongyang) when:7d',
      '(КНДР OR "Северная Корея" OR Пхеньян) (Россия OR Москва OR Путин) when:7d',
      '북한 (러시아 OR 푸틴 OR 북러 OR 러북) when:7d',
    ]);
  });
});
