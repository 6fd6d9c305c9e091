import { writeFileSync } from 'node:fs';
import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editSources } from '../../../src/settings/edit/save.ts';
import { addSources, removeSource, setSourceKey } from '../../../src/settings/edit/sources.ts';
import { readYaml } from '../../../src/settings/yaml.ts';
import { folderWith, refusal } from '../folder.ts';

const SOURCES = `# What we watch.

# — Papers

# Comes out twice a day.
- id: harbour-gazette
  url: https://harbour.example/feed # moved in May
  title: "Harbour: Gazette"

- { id: northbank, url: "https://northbank.example/rss" }

# — Agencies
-
  id: meridian
  url: https://meridian.example/atom
  # fullText: true

# Here follows what we gave up.
`;

const NEW = {
  id: 'granite-post',
  url: 'https://granite.example/rss?a=b#c',
  title: 'Granite: "Post"',
  language: 'en',
};

describe('adding a source', () => {
  it('writes it below everything else, in the style of the last entry', () => {
    expect(addSources(SOURCES, 'sources.yaml', [NEW])).toBe(
      `${SOURCES}- id: granite-post
  url: "https://granite.example/rss?a=b#c"
  title: "Granite: \\"Post\\""
  language: en
`,
    );
    expect(addSources('  - { id: a, url: b } # a', 'sources.yaml', [NEW])).toBe(
      `  - { id: a, url: b } # a
  - { id: granite-post, url: "https://granite.example/rss?a=b#c", title: "Granite: \\"Post\\"", language: en }
`,
    );
  });

  it('begins a list in a file of comments alone, and keeps its line ends', () => {
    expect(addSources('\uFEFF# none yet\r\n', 'sources.yaml', [{ id: 'a', url: 'https://a.example' }])).toBe(
      '\uFEFF# none yet\r\n- id: a\r\n  url: "https://a.example"\r\n',
    );
    expect(addSources('', 'sources.yaml', [{ id: 'a', url: 'https://a.example' }])).toContain('- id: a\n');
  });

  it('begins a list where an empty one stands in brackets', () => {
    expect(addSources('# none\n[ ] # yet\n', 'sources.yaml', [{ id: 'a', url: 'https://a.example' }])).toBe(
      '# none\n # yet\n- id: a\n  url: "https://a.example"\n',
    );
  });

  it.each([
    ['a document that is ended', '- { id: a, url: "https://a.example" }\n...\n'],
    ['a mapping', 'id: a\n'],
    ['an empty entry', '- { id: a, url: "https://a.example" }\n-\n'],
  ])('is refused in %s, with what to do', async (_, text) => {
    const error = await refusal(() => addSources(text, 'sources.yaml', [NEW]));
    expect(error.message).toContain(
      'sources.yaml: it is written in a way that cannot be edited in place; edit it by hand',
    );
  });
});

describe('removing a source', () => {
  it('takes out its lines, and nothing else', () => {
    expect(removeSource(SOURCES, 'sources.yaml', 'harbour-gazette')).toBe(
      SOURCES.replace(/- id: harbour-gazette\n.*\n.*\n/, ''),
    );
    expect(removeSource(SOURCES, 'sources.yaml', 'northbank')).toBe(
      SOURCES.replace(/- \{ id: northbank.*\n/, ''),
    );
    expect(removeSource(SOURCES, 'sources.yaml', 'meridian')).toBe(
      SOURCES.replace(/-\n {2}id: meridian\n.*\n.*true\n/, ''),
    );
  });

  it('says which id comes near, where there is none of that name', async () => {
    const error = await refusal(() => removeSource(SOURCES, 'sources.yaml', 'meridan'));
    expect(error.message).toBe('sources.yaml: there is no source "meridan"; the nearest is "meridian"');
  });

  it('is refused where another entry is made of it', async () => {
    const text = '- &a { id: a, url: "https://a.example" }\n- *a\n';
    expect((await refusal(() => removeSource(text, 'sources.yaml', 'a'))).message).toContain(
      'cannot be edited in place',
    );
  });
});

describe('setting a key of a source', () => {
  const REASON = 'silent since May: "moved"?';
  const disabled = (id: string, reason: string | null, text = SOURCES) =>
    setSourceKey(text, 'sources.yaml', id, 'disabled', reason);

  it('writes a new one behind the others of its source, in the style of that source', () => {
    expect(disabled('harbour-gazette', REASON)).toBe(
      SOURCES.replace(/(title: .*\n)/, `$1  disabled: ${JSON.stringify(REASON)}\n`),
    );
    expect(disabled('northbank', REASON)).toBe(
      SOURCES.replace('rss" }', `rss", disabled: ${JSON.stringify(REASON)} }`),
    );
    expect(disabled('meridian', 'moved')).toBe(SOURCES.replace(/(atom\n)/, '$1  disabled: moved\n'));
    expect(disabled('a', 'moved', '- id: a')).toBe('- id: a\n  disabled: moved\n');
  });

  it('replaces the value of one that is there, whatever its style', () => {
    const title = (text: string) => setSourceKey(text, 'sources.yaml', 'a', 'title', 'Pier');
    expect(title("- id: a\n  title: 'Quay' # short\n")).toBe('- id: a\n  title: Pier # short\n');
    expect(title('- id: a\n  title: The\n    Quay\n  language: en\n')).toBe(
      '- id: a\n  title: Pier\n  language: en\n',
    );
    expect(title('- { title: "Quay", id: a }\n')).toBe('- { title: Pier, id: a }\n');
  });

  it('takes one out with its line, and changes nothing where there is none', () => {
    expect(disabled('a', null, '- id: a\r\n  disabled: >-\r\n    for\r\n    long\r\n- id: b\r\n')).toBe(
      '- id: a\r\n- id: b\r\n',
    );
    expect(disabled('a', null, '- { id: a, disabled: "x", kind: press }\n')).toBe(
      '- { id: a, kind: press }\n',
    );
    expect(disabled('meridian', null)).toBe(SOURCES);
  });

  it.each([
    ['the line of the dash', '- disabled: x\n  id: a\n'],
    ['another entry made of it', '- &a { id: a, disabled: x }\n- *a\n'],
  ])('is refused where it would change %s', async (_, text) => {
    const error = await refusal(() => disabled('a', null, text));
    expect(error.message).toContain('cannot be edited in place; edit it by hand');
  });

  it('names the nearest id where there is none of that name', async () => {
    const error = await refusal(() => disabled('meridan', 'moved'));
    expect(error.message).toBe('sources.yaml: there is no source "meridan"; the nearest is "meridian"');
  });
});

describe('a list between brackets', () => {
  const JSON_LIST = `[
  { "id": "harbour-gazette", "url": "https://harbour.example/feed" },
  { "id": "meridian", "url": "https://meridian.example/atom", "fullText": true }
]
`;
  const said = (text: string) => readYaml(text, 'sources.yaml').value;

  it('takes a source in at its end, in JSON where it is JSON and in YAML where it is YAML', () => {
    const added = { id: 'northbank', url: 'https://northbank.example/rss', fullText: true };
    expect(addSources(JSON_LIST, 'sources.yaml', [added])).toBe(
      JSON_LIST.replace('true }', `true }, ${JSON.stringify(added)}`),
    );
    expect(addSources('[{ id: a, url: "https://a.example" }] # all\n', 'sources.yaml', [added])).toBe(
      '[{ id: a, url: "https://a.example" }, { id: northbank, url: "https://northbank.example/rss", fullText: true }] # all\n',
    );
  });

  it('loses a source with its comma, the first as the last', () => {
    for (const [id, left] of [
      ['harbour-gazette', 'meridian'],
      ['meridian', 'harbour-gazette'],
    ] as const) {
      const text = removeSource(JSON_LIST, 'sources.yaml', id);
      expect(said(text)).toMatchObject([{ id: left }]);
      expect(JSON.parse(text)).toEqual(said(text));
    }
  });

  it('keeps every byte when a key is set and taken out again', () => {
    const set = (text: string, value: string | null) =>
      setSourceKey(text, 'sources.yaml', 'meridian', 'disabled', value);
    const disabled = set(JSON_LIST, 'gone since May: "moved"?');
    expect(JSON.parse(disabled)).toMatchObject([{}, { disabled: 'gone since May: "moved"?' }]);
    expect(set(set(disabled, 'gone'), null)).toBe(JSON_LIST);
    expect(set(JSON_LIST, null)).toBe(JSON_LIST);
  });

  it('names the nearest id where there is none of that name', async () => {
    const error = await refusal(() => removeSource(JSON_LIST, 'sources.yaml', 'meridan'));
    expect(error.message).toBe('sources.yaml: there is no source "meridan"; the nearest is "meridian"');
  });
});

describe('any list of sources', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  const source = fc.record(
    { url: fc.webUrl(), title: word, disabled: word, fullText: fc.boolean() },
    { requiredKeys: ['url'] },
  );
  const comment = fc.constantFrom('', '\n', '# a note\n', '\n# — Heading: [x\n\n', ' \n#\n');
  const entry = fc.record({ source, comment, flow: fc.boolean() });

  /** A list as somebody might have written it. */
  const file = fc
    .record({
      entries: fc.array(entry, { maxLength: 5 }),
      tail: comment,
      indent: fc.constantFrom('', '  '),
      crlf: fc.boolean(),
    })
    .map(({ entries, tail, indent, crlf }) => {
      const written = entries.map(({ source, comment, flow }, at) => {
        const pairs = Object.entries({ id: `s-${at}`, ...source }).map(
          ([key, value]) => `${key}: ${JSON.stringify(value)}`,
        );
        const lines = flow
          ? [`- { ${pairs.join(', ')} }`]
          : pairs.map((pair, line) => (line === 0 ? '- ' : '  ') + pair);
        return `${comment}${lines.map((line) => `${indent}${line}\n`).join('')}`;
      });
      return (written.join('') + tail).replaceAll('\n', crlf ? '\r\n' : '\n');
    });

  it('keeps every byte when a source is added, and gets it back when that is removed', () => {
    fc.assert(
      fc.property(file, source, (text, added) => {
        const longer = addSources(text, 'sources.yaml', [{ id: 'added', ...added }]);
        expect(longer.startsWith(text)).toBe(true);
        expect((readYaml(longer, 'sources.yaml').value as unknown[]).at(-1)).toEqual({
          id: 'added',
          ...added,
        });
        expect(removeSource(longer, 'sources.yaml', 'added')).toBe(text);
      }),
    );
  });

  it('keeps every byte when a source is disabled, and gets them back when it is enabled', () => {
    fc.assert(
      fc.property(file, fc.nat(), word, (text, any, reason) => {
        const polled = (readYaml(text, 'sources.yaml').value ?? []) as readonly object[];
        const at = any % polled.length;
        fc.pre(polled.length > 0 && !('disabled' in (polled[at] ?? {})));
        const longer = setSourceKey(text, 'sources.yaml', `s-${at}`, 'disabled', reason);
        expect((readYaml(longer, 'sources.yaml').value as unknown[])[at]).toMatchObject({ disabled: reason });
        expect(setSourceKey(longer, 'sources.yaml', `s-${at}`, 'disabled', null)).toBe(text);
      }),
    );
  });

  it('loses only lines of the source that is removed', () => {
    fc.assert(
      fc.property(file, fc.nat(4), (text, at) => {
        fc.pre(text.includes(`"s-${at}"`));
        const shorter = removeSource(text, 'sources.yaml', `s-${at}`);
        const removed = text.length - shorter.length;
        const start = [...text].findIndex(
          (_, index) => text.slice(0, index) + text.slice(index + removed) === shorter,
        );
        expect(start).toBeGreaterThanOrEqual(0);
        expect(text.slice(start, start + removed)).not.toMatch(/^\s*#/m);
      }),
    );
  });
});

describe('sources.yaml', () => {
  const edit = (text: string, file: string): string => addSources(text, file, [NEW]);

  it('is replaced whole, with its permissions, and is still a link where it was one', async () => {
    const dir = await folderWith({ 'kept/sources.yaml': SOURCES });
    await chmod(join(dir, 'kept/sources.yaml'), 0o640);
    await symlink('kept/sources.yaml', join(dir, 'sources.yaml'));
    const sources = await editSources(dir, edit);
    expect(sources.map(({ id }) => id)).toEqual(['harbour-gazette', 'northbank', 'meridian', 'granite-post']);
    expect(await readFile(join(dir, 'kept/sources.yaml'), 'utf8')).toBe(edit(SOURCES, 'sources.yaml'));
    expect((await stat(join(dir, 'kept/sources.yaml'))).mode & 0o777).toBe(0o640);
    expect((await lstat(join(dir, 'sources.yaml'))).isSymbolicLink()).toBe(true);
    expect(await readdir(join(dir, 'kept'))).toEqual(['sources.yaml']);
  });

  it('stays as it is when the result would be refused', async () => {
    const dir = await folderWith({ 'sources.yaml': SOURCES });
    const bad = { ...NEW, id: 'northbank', language: 'english' };
    const error = await refusal(() => editSources(dir, (text, file) => addSources(text, file, [bad])));
    expect(error.problems.map(({ value }) => value)).toEqual(['northbank', 'english']);
    expect(await readFile(join(dir, 'sources.yaml'), 'utf8')).toBe(SOURCES);
    expect(await readdir(dir)).toEqual(['sources.yaml']);
  });

  it('is not overwritten where somebody changed it meanwhile', async () => {
    const dir = await folderWith({ 'sources.yaml': SOURCES });
    const path = join(dir, 'sources.yaml');
    const mine = '- { id: mine, url: "https://mine.example/" }\n';
    const error = await refusal(() =>
      editSources(dir, (text, file) => {
        writeFileSync(path, mine);
        return edit(text, file);
      }),
    );
    expect(error.message).toBe(`${path}: it was changed by someone else just now; try again`);
    expect(await readFile(path, 'utf8')).toBe(mine);
    expect(await readdir(dir)).toEqual(['sources.yaml']);
  });

  it('is left to another command that is writing it', async () => {
    const dir = await folderWith({ 'sources.yaml': SOURCES });
    await writeFile(join(dir, 'sources.yaml.new'), 'half');
    const error = await refusal(() => editSources(dir, edit));
    expect(error.message).toContain(
      'sources.yaml.new: another command is writing it; wait for it, or remove that file',
    );
    expect(await readFile(join(dir, 'sources.yaml'), 'utf8')).toBe(SOURCES);
  });
});
