import { describe, expect, it } from 'vitest';
import { loadExamples, loadTopic } from '../../src/settings/load.ts';
import { folderWith, refusal } from './folder.ts';

const TOPIC = `id: bridge-repairs
title: Repairs of the Long Bridge
facets:
  - id: bridge
    title: The bridge
    concepts:
      - { id: long-bridge, kind: place, names: { en: [Long Bridge], ko: [긴다리] }, weak: [the bridge] }
      - { id: bridge-works, names: { ru: [ремонт моста] }, also: [repair] }
  - id: repair
    required: false
    concepts:
      - { id: mira-tanev, kind: person, names: { en: [Mira Tanev, Tanev] }, seenAs: [Mira Taneff] }
concepts:
  - { id: wire-agency, kind: organisation, names: { ko: [돌다리통신] } }
tags:
  - mira-tanev
  - wire-agency
  - bridge-works
  - { id: long-bridge, feed: true }
  - { id: from-afar, languages: [ko], sources: [agency] }
exclude:
  - { id: dentist, phrases: [dental bridge] }
  - { id: cards, pattern: 'bridge (?:club|tournament)', effect: reject, field: title }
thresholds: { accept: 0.6 }
`;

describe('a topic', () => {
  it('has its concepts once, each with the facets it counts for', async () => {
    const dir = await folderWith({ 't.yaml': TOPIC });
    const topic = await loadTopic(`${dir}/t.yaml`);
    expect(topic).toMatchObject({
      id: 'bridge-repairs',
      description: null,
      facets: [
        { id: 'bridge', title: 'The bridge', required: true },
        { id: 'repair', title: 'repair', required: false },
      ],
      thresholds: { accept: 0.6, review: 'auto' },
      breadth: 'normal',
    });
    expect(topic.concepts).toEqual([
      {
        id: 'long-bridge',
        kind: 'place',
        facets: ['bridge'],
        names: { en: ['Long Bridge'], ko: ['긴다리'] },
        seenAs: [],
        weak: ['the bridge'],
      },
      {
        id: 'bridge-works',
        kind: 'idea',
        facets: ['bridge', 'repair'],
        names: { ru: ['ремонт моста'] },
        seenAs: [],
        weak: [],
      },
      {
        id: 'mira-tanev',
        kind: 'person',
        facets: ['repair'],
        names: { en: ['Mira Tanev', 'Tanev'] },
        seenAs: ['Mira Taneff'],
        weak: [],
      },
      {
        id: 'wire-agency',
        kind: 'organisation',
        facets: [],
        names: { ko: ['돌다리통신'] },
        seenAs: [],
        weak: [],
      },
    ]);
    expect(topic.exclude).toEqual([
      { id: 'dentist', phrases: ['dental bridge'], pattern: null, effect: 'mask', field: 'any' },
      { id: 'cards', phrases: [], pattern: 'bridge (?:club|tournament)', effect: 'reject', field: 'title' },
    ]);
  });

  it('labels a tag by the English name of its concept, else by another, else by the words of its id', async () => {
    const dir = await folderWith({ 't.yaml': TOPIC });
    const { tags } = await loadTopic(`${dir}/t.yaml`);
    expect(tags.map(({ id, label, anyOf, feed }) => [id, label, anyOf, feed])).toEqual([
      ['mira-tanev', 'Mira Tanev', ['mira-tanev'], false],
      ['wire-agency', '돌다리통신', ['wire-agency'], false],
      ['bridge-works', 'ремонт моста', ['bridge-works'], false],
      ['long-bridge', 'Long Bridge', ['long-bridge'], true],
      ['from-afar', 'from afar', [], false],
    ]);
    expect(tags[4]).toMatchObject({ languages: ['ko'], sources: ['agency'] });
  });

  it('may be JSON, for the plumbing', async () => {
    const dir = await folderWith({
      't.json': JSON.stringify({
        id: 'pair',
        title: 'Pair',
        facets: [
          {
            id: 'side-1',
            required: true,
            concepts: [{ id: 'side-1', kind: 'place', names: { en: ['Canada'] } }],
          },
        ],
      }),
    });
    const { concepts, facets } = await loadTopic(`${dir}/t.json`);
    expect(concepts[0]).toMatchObject({ id: 'side-1', facets: ['side-1'] });
    expect(facets[0]?.title).toBe('Canada'); // it is called as the concept of its id
  });
});

describe('the hash of a topic', () => {
  const hashOf = async (topic: string, example = 'Scaffolding went up on Monday.'): Promise<string> => {
    const dir = await folderWith({
      't.yaml': `${topic}examples: { positive: [examples/*.txt] }\n`,
      'examples/scaffolding.txt': example,
    });
    return (await loadTopic(`${dir}/t.yaml`)).hash;
  };

  it('is the same wherever and however the same is written', async () => {
    const rewritten = TOPIC.replace('id: bridge-repairs\ntitle: Repairs of the Long Bridge\n', '') // at the end instead
      .concat('# no matter\ntitle: "Repairs of the Long Bridge"\nid: bridge-repairs\nbreadth: normal\n')
      .replace('{ en: [Long Bridge], ko: [긴다리] }', '{ ko: [긴다리], en: [Long Bridge] }');
    expect(await hashOf(rewritten)).toBe(await hashOf(TOPIC));
    expect(await hashOf(TOPIC)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['a name', 'Mira Taneff', 'Mira Taneva'],
    ['a required facet', 'required: false', 'required: true'],
    ['an exclusion', 'dental bridge', 'Bridge of Sighs'],
    ['a threshold', 'accept: 0.6', 'accept: 0.7'],
    ['a tag', 'feed: true', 'feed: false'],
  ])('changes with %s', async (_, from, to) => {
    expect(await hashOf(TOPIC.replace(from, to))).not.toBe(await hashOf(TOPIC));
  });

  it('changes with what an example says', async () => {
    expect(await hashOf(TOPIC, 'Scaffolding came down on Monday.')).not.toBe(await hashOf(TOPIC));
  });
});

describe('examples', () => {
  it('are read from text, Markdown, HTML, JSON and JSON lines', async () => {
    const dir = await folderWith({
      'a.txt': '\uFEFFLong Bridge closed for repairs\r\n\r\nCars take the ferry.\r\nIt leaves at six.\r\n',
      'b.txt': 'The ferry was late again. Nobody knew why.\nThe captain did not say.\n',
      'c.md':
        '---\ntitle: Ferry fares\ndate: 2026-01-02\n---\n\nFares **rise** by [a third](https://x.example/).\n',
      'd.html':
        '<html lang="ko-KR"><head><title>긴다리 보수</title><style>p{}</style></head><body><h1>긴다리 &amp; 배</h1><p>공사가 시작됐다.<script>x()</script></body></html>',
      'e.json':
        '{"id": "r7", "title": "Pillars", "text": "Two pillars stand.", "language": "en-GB", "url": ""}',
      'f.jsonl': '{"id": 1, "title": "First", "text": "One.\u2028Two."}\n\n{"title": "Second"}\n',
    });
    const examples = await loadExamples(['*.{txt,md,html,json,jsonl}'], dir);
    expect(examples).toEqual([
      {
        id: 'a',
        title: 'Long Bridge closed for repairs',
        text: 'Cars take the ferry.\nIt leaves at six.',
        language: null,
      },
      {
        id: 'b',
        title: '',
        text: 'The ferry was late again. Nobody knew why.\nThe captain did not say.',
        language: null,
      },
      { id: 'c', title: 'Ferry fares', text: 'Fares rise by a third.', language: null },
      { id: 'd', title: '긴다리 & 배', text: '긴다리 & 배\n공사가 시작됐다.', language: 'ko' },
      { id: 'r7', title: 'Pillars', text: 'Two pillars stand.', language: 'en' },
      { id: '1', title: 'First', text: 'One.\u2028Two.', language: null },
      { id: 'f-2', title: 'Second', text: '', language: null },
    ]);
  });

  it('come in the order of their paths, each file once, with ids of their own', async () => {
    const old = { 'old/a.txt': 'Old.', 'old/b.txt': 'Older.', 'old/.b.txt.swp.txt': 'An editor left it.' };
    const dir = await folderWith({ 'new/a.txt': 'New.', ...old });
    const examples = await loadExamples(['old/*.txt', 'new/a.txt', '**/a.txt'], dir);
    expect(examples.map(({ id, text }) => [id, text])).toEqual([
      ['a', 'New.'],
      ['a-2', 'Old.'],
      ['b', 'Older.'],
    ]);
  });

  it.each([
    [
      'a pattern that names nothing',
      ['*.txt'],
      {},
      '/*.txt: no file is named like this; put documents there',
    ],
    ['a file that is not there', ['a.txt'], {}, '/a.txt: there is no such file; check the path'],
    ['a folder', ['*'], { 'sub/a.txt': 'A.' }, '/sub: it is a folder; name a file'],
    [
      'a file of another kind',
      ['a.pdf'],
      { 'a.pdf': '%PDF' },
      '/a.pdf: it is of no kind that examples are read from',
    ],
    ['an empty file', ['a.txt'], { 'a.txt': ' \n' }, '/a.txt: it holds no text'],
    [
      'an empty article',
      ['a.jsonl'],
      { 'a.jsonl': '{"text":"A."}\n{"url":"x"}\n' },
      '/a.jsonl: it holds no text',
    ],
    [
      'a line that is no JSON',
      ['a.jsonl'],
      { 'a.jsonl': '{"text":"A."}\n{"text":B}\n' },
      '/a.jsonl:2:1: the document cannot be read here',
    ],
    [
      'a title that is no text',
      ['a.jsonl'],
      { 'a.jsonl': '{"text":"A."}\n{"title":7}\n' },
      '/a.jsonl:2:1: the document has a title of 7; expected a string',
    ],
  ])('are refused for %s', async (_, patterns, files, says) => {
    const dir = await folderWith(files);
    expect((await refusal(() => loadExamples(patterns, dir))).message).toContain(dir + says);
  });
});
