import fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { checkSources, loadSettings } from '../../src/settings/load.ts';
import { SettingsError } from '../../src/settings/problem.ts';
import { readYaml } from '../../src/settings/yaml.ts';
import { folderWith, refusal, SOUND } from './folder.ts';

describe('a document', () => {
  it('says the same as the data it was written from', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const plain = JSON.parse(JSON.stringify(data));
        expect(readYaml(dump(plain), 'a.yaml').value).toEqual(plain);
      }),
    );
  });

  it('is read or refused, whatever it is', () => {
    const piece = fc.constantFrom(
      '- ',
      'a: ',
      '? ',
      '&x ',
      '*x',
      '!!str ',
      '|',
      '>-',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '\n',
      '  ',
      '#',
      '---',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          try {
            expect(readYaml(text, 'a.yaml').file).toBe('a.yaml');
          } catch (error) {
            expect(error).toBeInstanceOf(SettingsError);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes words of older YAML for what they are: text', () => {
    const { value } = readYaml('a: no\nb: 12:30\nc: 2026-03-01\nd: 0777\ne: ~\n', 'a.yaml');
    expect(value).toEqual({ a: 'no', b: '12:30', c: '2026-03-01', d: 777, e: null });
  });

  it.each([
    ['a tag of its own', 'a: !secret b', '1:4: YAML cannot be read here: unknown scalar tag'],
    ['binary data', 'a: !!binary aGk=', '1:4: YAML cannot be read here: unknown scalar tag'],
    ['a tab for indentation', 'a:\n\tb: 1', '2:1: YAML cannot be read here: tab characters'],
    ['an open quote', 'a: 1\nb: "x', '2:6: YAML cannot be read here: unexpected end of the stream'],
    ['an open list', 'a: [1, 2\nb: 3', '2:1: YAML cannot be read here'],
    ['a second document', 'a: 1\n---\nb: 2', '3:1: YAML cannot be read here: a second document begins'],
    ['an alias of nothing', 'a: *b', '1:5: YAML cannot be read here: unidentified alias "b"'],
    ['a list for a key', '? [a]\n: b', '1:1: YAML cannot be read here'],
    ['a NUL', 'a: "\0"', '1:5: YAML cannot be read here: null byte'],
  ])('is refused for %s', async (_, text, says) => {
    expect((await refusal(() => readYaml(text, 'a.yaml'))).message).toContain(`a.yaml:${says}`);
  });

  it('tells of every key that stands twice, however deep', async () => {
    const text = 'web: { port: 1, host: a, port: 2 }\npublish:\n  dir: a\n  dir: b\n';
    const dir = await folderWith({ ...SOUND, 'topicwatch.yaml': text });
    const { problems } = await refusal(() => loadSettings(dir));
    expect(problems.map(({ line, column, value }) => [line, column, value])).toEqual([
      [1, 26, 'port'],
      [4, 3, 'dir'],
    ]);
  });
});

describe('hostile documents end quickly', () => {
  it('with aliases that would grow to billions of entries', async () => {
    const levels = Array.from('bcdefghij', (name, at) => {
      const above = String.fromCharCode(name.charCodeAt(0) - 1);
      return `${name}: &${name} [${Array(9)
        .fill(`*${at === 0 ? 'a' : above}`)
        .join(', ')}]`;
    });
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...levels, ''].join('\n');
    const dir = await folderWith({ ...SOUND, 'topicwatch.yaml': bomb });
    const error = await refusal(() => loadSettings(dir));
    expect(error.message.length).toBeLessThan(10_000);
  });

  it('with more aliases than anybody writes', async () => {
    const text = `- &s { id: a, url: "https://a.example/" }\n${'- *s\n'.repeat(101)}`;
    const error = await refusal(() => readYaml(text, 'sources.yaml'));
    expect(error.message).toContain('cannot be read here');
  });

  it('with merge keys upon merge keys, which are no keys here', async () => {
    const text = '- &a { id: a, url: "https://a.example/" }\n- { <<: [*a, *a], id: b }\n';
    const error = await refusal(() => checkSources(readYaml(text, 'sources.yaml'), '/settings'));
    expect(error.message).toContain('sources.yaml:2:5: << is no key that may stand here');
  });

  it('with nesting without end', async () => {
    const error = await refusal(() => readYaml('['.repeat(100_000), 'a.yaml'));
    expect(error.message).toContain('cannot be read here');
  });
});
