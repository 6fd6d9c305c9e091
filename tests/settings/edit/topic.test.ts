import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { changeTopic, type TopicChange } from '../../../src/settings/edit/topic.ts';
import { readYaml } from '../../../src/settings/yaml.ts';
import { refusal } from '../folder.ts';

const TOPIC = `# What we watch.
id: ferries
title: Ferries
facets:
  - id: towns # both sides
    concepts:
      # the near bank
      - { id: vell, kind: place, names: { en: [Vell] } } # since 1890
      - id: brae
        kind: place # the far one
        names:
          en: [Brae,
            Braeside]
          ru:
            - Брей
        # weak: [Bray]

# Who is in it.
concepts:
  - id: marta-holm
    kind: person
    names: { en: [Marta Holm] }
    seenAs: [Martha Holm]
tags:
  - vell
  - { id: people, anyOf: [marta-holm, vell] }
  - id: both
    allOf:
      - vell # here
      - brae
exclude: [{ id: regatta, phrases: [regatta] }, { id: toys, phrases: [toy ferry] }]
`;

const topicId = 'ferries';
const change = (one: TopicChange, text = TOPIC): string => changeTopic(text, 'ferries.yaml', one);
const add = (facet: string | null): TopicChange => ({
  kind: 'add-concept',
  topicId,
  facet,
  concept: { id: 'oda', kind: 'person', names: { en: ['Oda B'], ko: ['오다'] } },
});

describe('adding a concept', () => {
  it('writes it behind the last of its side, in the style of that', () => {
    expect(change(add('towns'))).toBe(
      TOPIC.replace(
        '            - Брей\n',
        '            - Брей\n      - id: oda\n        kind: person\n        names: { en: [Oda B], ko: [오다] }\n',
      ),
    );
    expect(change(add(null))).toContain('    seenAs: [Martha Holm]\n  - id: oda\n    kind: person\n');
  });

  it('begins the list where there is none, and knows JSON', () => {
    expect(change(add(null), 'id: ferries\ntitle: Ferries')).toBe(
      'id: ferries\ntitle: Ferries\nconcepts: [{ id: oda, kind: person, names: { en: [Oda B], ko: [오다] } }]\n',
    );
    expect(change(add(null), '{"id":"ferries","concepts":[]}')).toBe(
      '{"id":"ferries","concepts":[{"id":"oda","kind":"person","names":{"en":["Oda B"],"ko":["오다"]}}]}',
    );
  });
});

test('a name goes behind the names of its language, or begins a language, or stands among the spellings seen', () => {
  const name = (conceptId: string, language: string | null, text: string) =>
    change({ kind: 'add-name', topicId, conceptId, language, name: text });
  expect(name('brae', 'en', 'Bree: upper')).toBe(TOPIC.replace('Braeside]', 'Braeside, "Bree: upper"]'));
  expect(name('brae', 'ru', 'Брэй')).toBe(
    TOPIC.replace('            - Брей\n', '            - Брей\n            - Брэй\n'),
  );
  expect(name('brae', 'ko', '브레')).toBe(
    TOPIC.replace('            - Брей\n', '            - Брей\n          ko: [브레]\n'),
  );
  expect(name('vell', 'ko', '벨')).toBe(TOPIC.replace('{ en: [Vell] }', '{ en: [Vell], ko: [벨] }'));
  expect(name('vell', null, 'Vel')).toBe(
    TOPIC.replace('{ en: [Vell] } }', '{ en: [Vell] }, seenAs: [Vel] }'),
  );
  expect(name('marta-holm', null, 'M. Holm')).toBe(TOPIC.replace('[Martha Holm]', '[Martha Holm, M. Holm]'));
});

test('a concept that goes takes the tags with it that make no sense without it', () => {
  const gone = change({ kind: 'remove-concept', topicId, conceptId: 'vell' });
  expect(gone).toBe(
    TOPIC.replace(/ {6}- \{ id: vell.*\n/, '')
      .replace('  - vell\n', '')
      .replace('[marta-holm, vell]', '[marta-holm]')
      .replace(/ {2}- id: both\n.*\n.*\n.*\n/, ''),
  );
});

test('two concepts become one: names, spellings and tags go over', () => {
  const text = TOPIC.replace('[marta-holm, vell]', '[holm-m]').replace(
    'tags:',
    '  - { id: holm-m, kind: person, names: { en: [Marta Holm, M Holm], ru: [Марта Хольм] }, seenAs: [Holm] }\ntags:',
  );
  const merged = change({ kind: 'merge-concepts', topicId, keep: 'marta-holm', drop: 'holm-m' }, text);
  expect(merged).toContain(
    'names: { en: [Marta Holm, M Holm], ru: [Марта Хольм] }\n    seenAs: [Martha Holm, Holm]\ntags:',
  );
  expect(merged).toContain('anyOf: [marta-holm]');
  expect(merged).not.toContain('holm-m,');
});

test('an exclusion goes with its comma, the last of all leaves an empty list', () => {
  const without = (exclusionId: string, text = TOPIC) =>
    change({ kind: 'remove-exclusion', topicId, exclusionId }, text);
  const one = without('regatta');
  expect(one).toBe(TOPIC.replace('{ id: regatta, phrases: [regatta] }, ', ''));
  expect(without('toys', one)).toContain('exclude: []\n');
  expect(without('a', 'id: x\nexclude:\n  # why\n  - id: a\n    phrases: [b]\n# end\n')).toBe(
    'id: x\nexclude:\n  # why\n    []\n# end\n',
  );
});

test.each<[string, TopicChange, string]>([
  ['a side that is gone', add('banks'), 'there is no facet "banks" any more'],
  [
    'a concept of a CSV file',
    { kind: 'remove-concept', topicId, conceptId: 'elsewhere' },
    'CSV file, change it there',
  ],
  [
    'an exclusion that is gone',
    { kind: 'remove-exclusion', topicId, exclusionId: 'x' },
    'there is no exclusion "x"',
  ],
])('%s is refused', async (_, one, message) => {
  expect((await refusal(() => change(one))).message).toContain(message);
});

test('what cannot be edited in place is refused, with what to do', async () => {
  const text = 'id: x\nconcepts:\ntitle: X\n';
  expect((await refusal(() => change(add(null), text))).message).toContain('edit it by hand');
});

const name = fc.stringMatching(/^[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8})?$/);
const comment = fc.constantFrom('', ' # a remark', ' # [b, c]');
const between = fc.constantFrom('', '\n', '  # in between: {a}\n', '\n# aside\n');

/** A topic in the ways people write one. */
const written = fc
  .array(fc.record({ name, flow: fc.boolean(), comment, between }), { minLength: 1, maxLength: 6 })
  .chain((concepts) => fc.record({ concepts: fc.constant(concepts), eol: fc.constantFrom('\n', '\r\n') }))
  .map(({ concepts, eol }) => {
    const lines = concepts.map(({ name: text, flow, comment: remark, between: gap }, at) =>
      flow
        ? `${gap}  - { id: c${at}, names: { en: [${text}] } }${remark}\n`
        : `${gap}  - id: c${at}${remark}\n    names:\n      en: [${text}]${remark}\n`,
    );
    return `# head\nid: t\ntitle: T\nconcepts:\n${lines.join('')}tags: [c0]\n`.replaceAll('\n', eol);
  });

/** The lines of a text that another lacks, in order, each as often as it is more there. */
function extra(text: string, other: string): readonly string[] {
  const left = other.split('\n');
  return text.split('\n').filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

test('property: whatever a topic looks like, an edit keeps every byte outside the lines it is about', () => {
  fc.assert(
    fc.property(written, fc.nat(5), name, (text, at, fresh) => {
      const count = (readYaml(text, 't').value as { concepts: unknown[] }).concepts.length;
      const conceptId = `c${at % count}`;

      const added = change({ ...add(null), topicId: 't' } as TopicChange, text);
      expect(extra(text, added)).toEqual([]);
      expect(extra(added, text).join('')).toContain('oda');

      const named = change({ kind: 'add-name', topicId: 't', conceptId, language: 'en', name: fresh }, text);
      const [before] = extra(text, named);
      const [after] = extra(named, text);
      expect(extra(named, text)).toHaveLength(1);
      const [start, end] = (before ?? '').split(/(?<=\[[A-Za-z ]+)(?=\])/);
      expect(after).toBe(`${start}, ${fresh}${end}`);

      if (count > 1 && conceptId !== 'c0') {
        const removed = change({ kind: 'remove-concept', topicId: 't', conceptId }, text);
        expect(extra(removed, text)).toEqual([]);
        expect(extra(text, removed).every((line) => /id: c|names:|en: \[/.test(line))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
