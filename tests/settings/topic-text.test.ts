import { describe, expect, it } from 'vitest';
import { loadTopic } from '../../src/settings/load.ts';
import { topicText } from '../../src/settings/topic-text.ts';
import { draftTopic } from '../../src/watchlist/draft/draft.ts';
import { PORTS, TIES } from '../watchlist/documents.ts';
import { folderWith } from './folder.ts';

const head = { id: 'ferry', title: 'Ferry: Caldmoor & Brae', examples: [] };

describe('a drafted topic as a file', () => {
  it.each([
    ['two sides', PORTS],
    ['several languages', TIES],
    ['one document', PORTS.slice(0, 1)],
    ['nothing', [{ title: '', text: '', language: 'und' }]],
  ])('is loaded as it was drafted, from documents with %s', async (_, documents) => {
    const draft = draftTopic(documents, []);
    const dir = await folderWith({ 'topics/ferry.yaml': topicText(head, draft) });
    const topic = await loadTopic(`${dir}/topics/ferry.yaml`);
    expect(topic).toMatchObject({ id: 'ferry', title: 'Ferry: Caldmoor & Brae' });
    expect(topic.facets.map(({ id }) => id)).toEqual(draft.facets.map(({ id }) => id));
    const drafted = [...draft.facets.flatMap(({ concepts }) => concepts), ...draft.concepts];
    expect(
      topic.concepts.map(({ id, kind, names, seenAs, weak }) => ({ id, kind, names, seenAs, weak })),
    ).toEqual(drafted.map(({ id, kind, names, seenAs, weak }) => ({ id, kind, names, seenAs, weak })));
  });

  it('says behind each concept in how many documents it stands, and what was left out', () => {
    const text = topicText(head, draftTopic(PORTS, []));
    expect(text).toContain('- id: ada-quill # in 3 documents, 4 times\n');
    expect(text).toMatch(/left out:\n#.*Nell Sparrow/);
    expect(text.split('\n').every((line) => line.length < 140 || !line.startsWith('#'))).toBe(true);
  });

  it('is the same text for the same documents', () => {
    expect(topicText(head, draftTopic(TIES, PORTS))).toBe(topicText(head, draftTopic(TIES, PORTS)));
  });

  it('keeps what a name may hold from being taken for YAML', async () => {
    const name = 'No: "A" # [b], {c}';
    const concept = {
      id: 'odd',
      kind: 'idea',
      names: { en: [name, 'No'] },
      seenAs: ['yes'],
      weak: [],
      documents: 1,
      count: 1,
    } as const;
    const draft = { ...draftTopic([], []), concepts: [concept] };
    const dir = await folderWith({ 'topics/ferry.yaml': topicText(head, draft) });
    const { concepts } = await loadTopic(`${dir}/topics/ferry.yaml`);
    expect(concepts[0]).toMatchObject({ names: { en: [name, 'No'] }, seenAs: ['yes'] });
  });
});
