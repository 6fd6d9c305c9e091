import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeTopic, type TopicChange } from '../../../src/settings/edit/topic.ts';
import { readYaml } from '../../../src/settings/yaml.ts';

/** What stands in a topic file, as far as these changes go. */
interface Read {
  readonly concepts: readonly Concept[];
}
interface Concept {
  readonly id: string;
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly seenAs?: readonly string[];
}
const read = (text: string): Read => readYaml(text, 't.yaml').value as Read;

const name = fc.stringMatching(/^[A-Z][a-z]{2,6}( [A-Z][a-z]{2,6})?$/);
const quotes = fc.constantFrom('', '"', "'");
const remark = fc.constantFrom('', ' # a remark', '\t#\ttabs [a, {b}', ' # : - "');
const between = fc.constantFrom('', '\n', '  # {in} between:\n', '# aside\n', '\t\n', '#\n\n');

/** A list of names behind its key, in one of the ways YAML has for it. @param pad what its lines begin with at least */
type Listed = (pad: string) => string;
const list: fc.Arbitrary<Listed> = fc
  .record({ names: fc.array(name, { minLength: 1, maxLength: 3 }), quotes, remark, way: fc.nat(5) })
  .map(({ names, quotes: quote, remark: said, way }) => (pad) => {
    const items = names.map((one) => `${quote}${one}${quote}`);
    const lines = (deep: string) => `${said}\n${items.map((one) => `${deep}- ${one}${said}\n`).join('')}`;
    const ways = [
      ` [${items.join(', ')}]${said}\n`,
      ` [ ${items.join(' , ')} ]${said}\n`,
      ` [${items.join(', ')},]${said}\n`,
      ` [${items.join(`,${said}\n${pad}  `)}]${said}\n`,
      lines(pad),
      lines(`${pad}  `),
    ];
    return ways[way] ?? '';
  });

const concept = fc.record({
  names: list,
  russian: fc.option(list),
  seenAs: fc.option(list),
  key: quotes,
  remark,
  between,
  anchor: fc.boolean(),
});

/** A topic file as somebody may have written it: odd, and right. */
const odd = fc
  .record({
    head: fc.constantFrom('', '---\n', '%YAML 1.2\n---\n', '#\ttab\n\n', '\uFEFF'),
    concepts: fc.array(concept, { minLength: 1, maxLength: 4 }),
    indent: fc.constantFrom('', '  ', '    '),
    tail: fc.constantFrom('', '\n', '# end', '...\n', '  \n'),
    last: fc.constantFrom('\n', ''),
    end: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ head, concepts, indent, tail, last, end }) => {
    const entries = concepts.map(
      ({ names, russian, seenAs, key, remark: said, between: gap, anchor }, at) => {
        const [own, deep] = [`${indent}  `, `${indent}      `];
        return [
          `${gap}${indent}- ${key}id${key}: ${anchor ? `&a${at} ` : ''}c${at}${said}\n`,
          `${own}${key}names${key}:${said}\n${deep}${key}en${key}:${names(deep)}`,
          russian === null ? '' : `${deep}ru:${russian(deep)}`,
          seenAs === null ? '' : `${own}seenAs:${seenAs(own)}`,
        ].join('');
      },
    );
    const body = `${head}id: t\n'title': "T"\n"concepts":\n${entries.join('')}${tail}`;
    return body.replace(/\n$/, last).replaceAll('\n', end);
  });

/** What a change took out of a text and put in, in one piece. */
function edited(before: string, after: string): { readonly out: string; readonly put: string } {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { out: before.slice(head, before.length - tail), put: after.slice(head, after.length - tail) };
}

const oda = { id: 'oda', kind: 'person', names: { en: ['Oda B'], ko: ['오다'] } } as const;

/** Changes that add something, each with what it makes of a concept; null: it adds a concept. */
function additions(
  conceptId: string,
  fresh: string,
): readonly (readonly [TopicChange, ((one: Concept) => Concept) | null])[] {
  const named = { kind: 'add-name', topicId: 't', conceptId } as const;
  return [
    [{ kind: 'add-concept', topicId: 't', facet: null, concept: oda }, null],
    [
      { ...named, language: 'en', name: fresh },
      (one) => ({ ...one, names: { ...one.names, en: [...(one.names.en ?? []), fresh] } }),
    ],
    [
      { ...named, language: 'ko', name: '브레' },
      (one) => ({ ...one, names: { ...one.names, ko: ['브레'] } }),
    ],
    [
      { ...named, language: null, name: fresh },
      (one) => ({ ...one, seenAs: [...(one.seenAs ?? []), fresh] }),
    ],
  ];
}

test('property: however oddly a topic is written, an addition takes nothing out, means what it should, and ends its lines as the others', () => {
  fc.assert(
    fc.property(odd, fc.nat(3), name, (text, at, fresh) => {
      const before = read(text);
      const id = `c${at % before.concepts.length}`;
      for (const [change, makes] of additions(id, fresh)) {
        const after = changeTopic(text, 't.yaml', change);
        const concepts =
          makes === null
            ? [...before.concepts, oda]
            : before.concepts.map((one) => (one.id === id ? makes(one) : one));
        expect(read(after)).toEqual({ ...before, concepts });
        const { out, put } = edited(text, after);
        expect(out.trim()).toBe('');
        if (text.includes('\r\n')) expect(put).not.toMatch(/(?<!\r)\n/);
      }
    }),
    { numRuns: 150 },
  );
});

test('what an alias leads to is refused, since an edit would change more than it shows', () => {
  const text =
    'id: t\ntitle: T\nconcepts:\n- { id: a, names: { en: &n [Anna] } }\n- { id: b, names: { en: *n } }\n';
  for (const conceptId of ['a', 'b']) {
    const change: TopicChange = { kind: 'add-name', topicId: 't', conceptId, language: 'en', name: 'Ann' };
    expect(() => changeTopic(text, 't.yaml', change)).toThrow('edit it by hand');
  }
});
