import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConcepts } from '../../src/settings/concepts-csv.ts';
import { parseCsv } from '../../src/settings/csv.ts';
import { loadTopic } from '../../src/settings/load.ts';
import { placeOf, placesIn } from '../../src/settings/problem.ts';
import { folderWith, placed, refusal } from './folder.ts';

const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;
const values = (text: string): readonly string[][] =>
  parseCsv(text).map((record) => record.map(({ value }) => value));

describe('CSV (RFC 4180)', () => {
  it('reads back whatever is written with quotes', () => {
    const records = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(records, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, eol, ended) => {
        const lines = [['a', 'b'], ...rows].map((row) => row.map(quoted).join(','));
        expect(values(lines.join(eol) + (ended ? eol : ''))).toEqual([['a', 'b'], ...rows]);
      }),
    );
  });

  it('reads what is written without', () => {
    expect(values('\uFEFFid,name\r\n\r\na,"x, ""y"""\r\nb,\r\n,c d ')).toEqual([
      ['id', 'name'],
      ['a', 'x, "y"'],
      ['b', ''],
      ['', 'c d '],
    ]);
  });

  it('takes the separator of the first line, as spreadsheets of many countries write semicolons', () => {
    expect(values('id;name\na;x, y\n')).toEqual([
      ['id', 'name'],
      ['a', 'x, y'],
    ]);
    expect(values('id\tname\na\tx;y\n')[1]).toEqual(['a', 'x;y']);
  });
});

const PEOPLE = `id,kind,facet,language,name,seenAs
ada-lindqvist,person,harbour;town,en,Ada Lindqvist,Ada Lindkvist; A. Lindquist
ada-lindqvist,,,ru,Ада Линдквист,
port-authority,organisation,harbour,en,"Port Authority, Ostrava Bay",
`;

describe('concepts from a spreadsheet', () => {
  it('are one for all rows of an id, with their facets, names and spellings', () => {
    expect(readConcepts(PEOPLE, 'people.csv').map(({ concept, facets }) => ({ ...concept, facets }))).toEqual(
      [
        {
          id: 'ada-lindqvist',
          kind: 'person',
          facets: ['harbour', 'town'],
          names: { en: ['Ada Lindqvist'], ru: ['Ада Линдквист'] },
          seenAs: ['Ada Lindkvist', 'A. Lindquist'],
          weak: [],
        },
        {
          id: 'port-authority',
          kind: 'organisation',
          facets: ['harbour'],
          names: { en: ['Port Authority, Ostrava Bay'] },
          seenAs: [],
          weak: [],
        },
      ],
    );
  });

  it.each([
    [
      'an unknown column',
      'id,langauge,name\nx,en,X',
      '1:4: column "langauge" is not known; expected some of the columns id, kind, facet, language, name, seenAs, weak; write language',
    ],
    ['no ids', 'name\nX', '1:1: the first line has no column id'],
    [
      'a language in words',
      'id,language,name\nx,Russian,Х',
      '2:3: language "Russian" is not known; expected the code of a language (ISO 639); write ru',
    ],
    [
      'a name in no language',
      'id,name\nx,X',
      '2:3: name "X" is in no language; expected a code in the column language',
    ],
    [
      'a kind that changes',
      'id,kind,language,name\nx,person,en,X\n"x",place,ru,Х',
      '3:5: kind "place" differs from an earlier row of x; expected person',
    ],
    [
      'an unknown kind',
      'id,kind\nx,preson',
      '2:3: kind "preson" is none of those that may stand here; expected one of person, place, organisation, event, idea; write person',
    ],
    ['a bad id', 'id,language,name\nAda Lindqvist,en,Ada', '2:1: id "Ada Lindqvist" is not an id'],
    ['an open quote', 'id,name\nx,"X', '2:3: CSV cannot be read here: a quote is never closed'],
    ['text behind a quote', 'id,name\nx,"X" Y', '2:3: CSV cannot be read here: text follows a closing quote'],
  ])('are refused for %s', async (_, text, says) => {
    expect((await refusal(() => readConcepts(text, 'people.csv'))).message).toContain(`people.csv:${says}`);
  });
});

it('many places of one text are found as each by itself', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'я', '\n', '\r', '\uFEFF', ',') });
  fc.assert(
    fc.property(text, fc.nat(20), (csv, offset) => {
      fc.pre(offset <= csv.length);
      expect(placesIn(csv)(offset)).toEqual(placeOf(csv, offset));
    }),
  );
});

describe('a topic with concepts from a spreadsheet', () => {
  const topic = (facets: string): string =>
    `id: t\ntitle: T\nconceptsFrom: [people.csv]\ntags: [ada-lindqvist]\nfacets:\n${facets}`;
  const HARBOUR = '  - { id: harbour }\n';
  const TOWN = '  - { id: town, concepts: [{ id: bay, names: { en: [Ostrava Bay] } }] }\n';

  it('counts them in its facets and may tag them', async () => {
    const dir = await folderWith({ 'people.csv': PEOPLE, 't.yaml': topic(HARBOUR + TOWN) });
    const { concepts, tags } = await loadTopic(`${dir}/t.yaml`);
    expect(concepts.map(({ id, facets }) => [id, facets])).toEqual([
      ['bay', ['town']],
      ['ada-lindqvist', ['harbour', 'town']],
      ['port-authority', ['harbour']],
    ]);
    expect(tags[0]?.label).toBe('Ada Lindqvist');
  });

  it('is refused where they name a facet it has not, or an id it has already', async () => {
    const clash = TOWN.replace('id: bay', 'id: port-authority');
    const dir = await folderWith({ 'people.csv': PEOPLE, 't.yaml': topic(clash) });
    const { problems } = await refusal(() => loadTopic(`${dir}/t.yaml`));
    expect(problems.map((problem) => [placed(dir, problem), problem.value])).toEqual([
      ['people.csv:2:1', 'harbour'],
      ['people.csv:4:1', 'harbour'],
      ['people.csv:4:1', 'port-authority'],
    ]);
    expect(problems[2]?.message).toContain(`first at ${dir}/t.yaml:6:34`);
  });

  it('is refused where there is no such file', async () => {
    const dir = await folderWith({ 't.yaml': topic(HARBOUR + TOWN) });
    expect((await refusal(() => loadTopic(`${dir}/t.yaml`))).message).toBe(
      `${dir}/people.csv: there is no such file; check the path`,
    );
  });
});
