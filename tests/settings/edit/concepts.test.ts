import { describe, expect, it } from 'vitest';
import { readConcepts, writeConcepts } from '../../../src/settings/concepts-csv.ts';
import { withConcepts } from '../../../src/settings/edit/concepts.ts';
import { loadTopic } from '../../../src/settings/load.ts';
import { folderWith, refusal } from '../folder.ts';

const YAML = `# Ferries between two towns.
id: ferry
title: Ferry
facets:
  - id: caldmoor # the older of the two
    concepts:
      - id: caldmoor
        kind: place
        names: { en: [Caldmoor, Old Caldmoor] } # on the hill
        seenAs: [Caldmore]
  - id: brae
    concepts:
      - { id: brae, kind: place, names: { en: [Brae], ru: [Брей] }, also: [caldmoor] }
concepts:
  - id: fares
    names: { en: [fare] }
`;
const HEADER = 'id,kind,facet,language,name,seenAs,weak\n';
const imported = (rows: string): string =>
  withConcepts(YAML, 'ferry.yaml', 'ferry', readConcepts(HEADER + rows, 'c.csv'));

async function conceptsOf(text: string) {
  const dir = await folderWith({ 'topics/ferry.yaml': text });
  return (await loadTopic(`${dir}/topics/ferry.yaml`)).concepts;
}

describe('concepts as CSV', () => {
  it('come back as they went out', async () => {
    const concepts = await conceptsOf(YAML);
    const csv = writeConcepts(concepts);
    const read = readConcepts(csv, 'c.csv').map(({ concept, facets }) => ({ ...concept, facets }));
    expect(read).toEqual(concepts);
    expect(withConcepts(YAML, 'ferry.yaml', 'ferry', readConcepts(csv, 'c.csv'))).toBe(YAML);
  });

  it('are a row a name, the first of a concept with everything else', async () => {
    const lines = writeConcepts(await conceptsOf(YAML)).split('\r\n');
    expect(lines.slice(0, 4)).toEqual([
      'id,kind,facet,language,name,seenAs,weak',
      'caldmoor,place,caldmoor,en,Caldmoor,Caldmore,',
      'caldmoor,,,en,Old Caldmoor,,',
      'brae,place,"brae;caldmoor",en,Brae,,',
    ]);
  });

  it('keep names that hold commas, quotes and line ends', () => {
    const concept = {
      id: 'odd',
      kind: 'idea',
      facets: [],
      names: { en: ['a, "b"', ' c;d'], ko: ['노광철'] },
      seenAs: ['x y'],
      weak: [],
    } as const;
    const [read] = readConcepts(writeConcepts([concept]), 'c.csv');
    expect(read?.concept.names).toEqual({ en: ['a, "b"', 'c;d'], ko: ['노광철'] });
  });

  it('with a spelling that holds a semicolon are refused, since it would come back as two', async () => {
    const concept = { id: 'odd', kind: 'idea', facets: [], names: {}, seenAs: ['a;b'], weak: [] } as const;
    expect((await refusal(() => writeConcepts([concept]))).message).toContain(
      '"a;b" of odd holds a semicolon',
    );
  });
});

describe('a CSV of concepts that is imported', () => {
  it('changes the names of those it lists and leaves every other byte', () => {
    expect(
      imported('caldmoor,place,caldmoor,en,Caldmoor,Caldmore;Kaldmoor,\ncaldmoor,,,ru,Колдмур,,\n'),
    ).toBe(
      YAML.replace('[Caldmoor, Old Caldmoor] }', '[Caldmoor], ru: [Колдмур] }').replace(
        '[Caldmore]',
        '[Caldmore, Kaldmoor]',
      ),
    );
  });

  it('adds those that are new at the end of their facet', async () => {
    const text = imported('quay,place,brae;caldmoor,en,Lowport Quay,Loport Quay,quay\n');
    expect(text).toContain('# the older of the two');
    expect((await conceptsOf(text)).find(({ id }) => id === 'quay')).toEqual({
      id: 'quay',
      kind: 'place',
      facets: ['brae', 'caldmoor'],
      names: { en: ['Lowport Quay'] },
      seenAs: ['Loport Quay'],
      weak: ['quay'],
    });
  });

  it('changes a kind, and no facet: that would leave comments behind', async () => {
    expect(imported('fares,event,,en,fare,,\n')).toContain('kind: event');
    expect((await refusal(() => imported('caldmoor,place,brae,en,Caldmoor,,\n'))).message).toBe(
      'ferry.yaml: the concept caldmoor stands in the facet caldmoor, and the CSV counts it for brae; ' +
        'move it there by hand, or change the column facet',
    );
  });
});
