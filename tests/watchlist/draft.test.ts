import { describe, expect, it } from 'vitest';
import { type Draft, type DraftConcept, draftTopic } from '../../src/watchlist/draft/draft.ts';
import { BRIDGE, PORTS, SEA_WALL, TIES } from './documents.ts';

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

describe('a topic drafted from documents without capitals and spaces', () => {
  const kinds = (draft: Draft) =>
    Object.fromEntries(all(draft).map(({ names, kind }) => [Object.values(names).flat().join(), kind]));

  it('names whom a Japanese text calls by a role, and what ends like a body or a place', () => {
    expect(kinds(draftTopic(SEA_WALL, []))).toEqual({
      青浜港: 'place',
      佐藤健一: 'person',
      国土交通省: 'organisation',
      青浜漁業協同組合: 'organisation',
      高橋直美: 'person',
      小林誠: 'person',
      青浜市: 'place',
    });
  });

  it('names whom a Chinese text calls by a role, and parts names from the words around them', () => {
    expect(kinds(draftTopic(BRIDGE, []))).toEqual({
      李建国: 'person',
      王海明: 'person',
      交通运输部: 'organisation',
      青河市: 'place',
      青河大桥: 'place',
      青河大桥建设公司: 'organisation',
    });
  });

  it('takes two countries for two sides, and knows their names', () => {
    const ja = (title: string, text: string) => ({ title, text, language: 'ja' });
    const draft = draftTopic(
      [
        ja(
          'ロシアと北朝鮮、鉄道の協定',
          '北朝鮮とロシアは二日、鉄道の協定に署名した。ロシア側は橋の工事を始めると述べた。',
        ),
        ja('北朝鮮の代表団がロシア入り', '北朝鮮の代表団がロシアに到着した。ロシアの鉄道会社が迎えた。'),
        ja('橋の工事、北朝鮮側で開始', 'ロシアと北朝鮮を結ぶ橋の工事が始まった。北朝鮮は式典を開いた。'),
      ],
      [],
    );
    const sides = draft.facets.map(({ concepts: [first] }) => first?.names.ja?.[0]);
    expect(sides.toSorted()).toEqual(['ロシア', '北朝鮮']);
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
