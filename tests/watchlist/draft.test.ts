import { describe, expect, it } from 'vitest';
import { type Draft, type DraftConcept, draftTopic } from '../../src/watchlist/draft/draft.ts';
import { PORTS, TIES } from './documents.ts';

const all = ({ facets, concepts }: Draft): readonly DraftConcept[] => [
  ...facets.flatMap((facet) => facet.concepts),
  ...concepts,
];
const withId = (draft: Draft, id: string): DraftConcept | undefined =>
  all(draft).find((one) => one.id === id);
const sideOf = ({ facets }: Draft, id: string): string | undefined =>
  facets.find(({ concepts }) => concepts.some((one) => one.id === id))?.id;

describe('a topic drafted from documents that pair two sides', () => {
  const draft = draftTopic(PORTS, []);

  it('has a facet for each side, with what belongs to it', () => {
    expect(draft.facets.map(({ id }) => id)).toEqual(['brae', 'caldmoor']);
    expect(sideOf(draft, 'ada-quill')).toBe('caldmoor');
    expect(sideOf(draft, 'tom-hale')).toBe('brae');
  });

  it('knows a bearer by the full name, by the surname alone, and by an acronym in brackets', () => {
    expect(withId(draft, 'tom-hale')?.weak).toEqual(['Hale']);
    expect(withId(draft, 'ada-quill')).toMatchObject({
      kind: 'person',
      names: { en: ['Ada Quill', 'Quill'] },
    });
    expect(withId(draft, 'lowport-harbour-authority')).toMatchObject({
      kind: 'organisation',
      names: { en: ['Lowport Harbour Authority', 'LHA'] },
    });
  });

  it('takes a name that sounds alike, with the same role and never beside it, for another spelling', () => {
    expect(withId(draft, 'ada-quill')?.seenAs).toEqual(['Ada Kwill']);
  });

  it('leaves out who is named once and has no part in it, and says so', () => {
    expect(withId(draft, 'nell-sparrow')).toBeUndefined();
    expect(draft.leftOut.join()).toContain('Nell Sparrow');
  });

  it('counts documents and mentions', () => {
    expect(withId(draft, 'caldmoor')).toMatchObject({ documents: 3 });
    expect(withId(draft, 'ada-quill')).toMatchObject({ documents: 3, count: 4 });
  });
});

describe('a topic drafted from documents in several languages', () => {
  const draft = draftTopic(TIES, []);

  it('has one concept for one bearer, whatever the script, each name in the nominative', () => {
    expect(withId(draft, 'no-kwang-chol')?.names).toEqual({
      en: ['No Kwang Chol'],
      ru: ['Но Гван Чхоль'],
      ko: ['노광철'],
    });
    expect(withId(draft, 'alexander-khinshtein')?.names).toEqual({
      en: ['Alexander Khinshtein'],
      ru: ['Александр Хинштейн'],
      ko: ['힌시테인'],
    });
    expect(withId(draft, 'vladimir-putin')?.names).toMatchObject({
      en: ['Vladimir Putin'],
      ru: ['Владимир Путин'],
      ko: ['푸틴'],
    });
    expect(withId(draft, 'kim-jong-un')?.names).toEqual({
      en: ['Kim Jong Un'],
      ru: ['Ким Чен Ын'],
      ko: ['김정은'],
    });
  });

  it('knows countries by their usual names in these languages', () => {
    expect(new Set(draft.facets.map(({ id }) => id))).toEqual(new Set(['russia', 'north-korea']));
    expect(withId(draft, 'north-korea')?.names).toMatchObject({
      en: ['North Korea', 'North Korean', 'DPRK'],
      ru: ['КНДР', 'Северная Корея', 'северокорейский'],
      ko: ['북한', '조선민주주의인민공화국'],
    });
  });

  it('tells how many documents there are in each', () => {
    expect(draft.languages).toEqual([
      { language: 'en', documents: 1 },
      { language: 'ko', documents: 1 },
      { language: 'ru', documents: 1 },
    ]);
  });
});

describe('a topic drafted from documents on one subject', () => {
  const beekeeping = ['Lowport', 'Brae', 'Caldmoor'].map((town) => ({
    title: '',
    text: `In ${town} the hives are full again, and beekeepers expect much honey. Honey prices fell in ${town}. Beekeepers say hives need shade.`,
    language: 'en',
  }));
  const ordinary = Array.from({ length: 50 }, (_, at) => ({
    title: '',
    text: `The council of ward ${at} met and said prices fell again, and much is expected in the full hall.`,
    language: 'en',
  }));

  it('asks for no side; what stands in most of them is told, against what is ordinary', () => {
    const draft = draftTopic(beekeeping, ordinary);
    expect(draft.facets).toEqual([]);
    expect(
      draft.terms
        .slice(0, 3)
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(['beekeepers', 'hives', 'honey']);
    expect(draft.sole?.concepts.map(({ names }) => names.en?.[0])).toEqual(
      expect.arrayContaining(['honey', 'hives']),
    );
  });

  it('names of everywhere are left out', () => {
    const everywhere = ordinary.map((one) => ({ ...one, text: `${one.text} So did Lowport.` }));
    const inLowport = beekeeping.map((one) => ({ ...one, text: `${one.text} They read of it in Lowport.` }));
    expect(all(draftTopic(inLowport, ordinary)).map(({ id }) => id)).toContain('lowport');
    expect(all(draftTopic(inLowport, everywhere)).map(({ id }) => id)).not.toContain('lowport');
  });
});

describe('drafting', () => {
  it('gives the same draft from the same documents', () => {
    expect(draftTopic(TIES, PORTS)).toEqual(draftTopic(TIES, PORTS));
  });

  it('takes bounded time for a text of 10 MB and a thousand documents', { timeout: 30_000 }, () => {
    const letter = (at: number): string => String.fromCharCode(65 + (at % 26));
    const crowd = Array.from({ length: 1_000 }, (_, at) => ({
      title: '',
      text: `Then ${letter(at)}elda ${letter(at * 7)}${letter(at * 3).toLowerCase()}orvin of Brae met Ada Quill.`,
      language: 'en',
    }));
    const long = { title: '', text: 'Then Ada Quill of Brae left. '.repeat(350_000), language: 'en' };
    expect(withId(draftTopic([...crowd, long], []), 'ada-quill')?.documents).toBe(1_001);
  });

  it.each([
    ['one document', PORTS.slice(0, 1)],
    ['documents that hold nothing', [{ title: '', text: '', language: 'und' }]],
    ['numbers alone', [{ title: '12', text: '1,250.5 75', language: 'und' }]],
    ['no document', []],
  ])('works with %s', (_, documents) => {
    const draft = draftTopic(documents, []);
    expect(draft.documents).toBe(documents.length);
    for (const { names } of all(draft)) expect(Object.values(names).flat().length).toBeGreaterThan(0);
  });
});
