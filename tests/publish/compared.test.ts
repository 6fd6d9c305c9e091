import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comparison, Difference, Origin } from '../../src/domain/comparison.ts';
import type { ArticleView } from '../../src/domain/view.ts';
import { storyEntry } from '../../src/publish/entries/story-entry.ts';
import { bodyHtml, bodyText } from '../../src/publish/markup.ts';
import * as sample from './samples.ts';

const wire = sample.view(sample.article('wire'));
const gazette = sample.view(
  sample.article('gazette', { sourceId: 'open-gazette', summary: '', url: 'https://open-gazette.example/9' }),
);
const agency = sample.view(
  sample.article('agency', {
    sourceId: 'north-agency',
    url: 'https://north.example/1',
    title: 'Statue unveiled',
  }),
);
const letter = sample.view(
  sample.article('letter', { sourceId: 'inner-letter', title: 'Behind the statue' }),
);

const said = ({ article }: ArticleView, quote = 'A sentence that stands in the article.') => ({
  articleId: article.id,
  quote,
});
const difference = (
  subject: string,
  values: readonly (readonly [value: string, ...by: ArticleView[]])[],
  more: Partial<Difference> = {},
): Difference => ({
  kind: 'name',
  nature: 'differs',
  subject,
  background: false,
  values: values.map(([value, first = wire, ...others]) => ({
    value,
    quotes: [said(first), ...others.map((other) => said(other))],
  })),
  ...more,
});
const origin = (name: string, party: boolean, ...by: ArticleView[]): Origin => ({
  name,
  conceptId: null,
  kind: 'government',
  party,
  accounts: by.map((view) => ({ ...said(view), how: 'attribution' })),
});
const nothing: Comparison = {
  differences: [],
  soleClaims: [],
  origins: [],
  unnamed: [],
  lostAttributions: [],
};
const minister = difference("minister's name", [
  ['No Gwansuk', wire],
  ['No Kwang Chol', gazette],
]);
const bronze = difference(
  'bronze copy given to',
  [
    ['the minister', wire],
    ['Kim Jong-un', gazette],
  ],
  { kind: 'recipient' },
);
const ministry = origin('Russian Defence Ministry press service', true, wire);

function entryOf(
  comparison: Partial<Comparison> | null,
  views: readonly [ArticleView, ...ArticleView[]] = [wire, gazette],
) {
  const news = views
    .slice(1)
    .map((_, place) => ({ place: place + 1, at: '2026-03-01T18:00:00.000Z', text: '' }));
  const view = { ...sample.story(views, news), comparison: comparison && { ...nothing, ...comparison } };
  return storyEntry(view, sample.topic, sample.publishing());
}
const told = (...input: Parameters<typeof entryOf>): readonly string[] =>
  bodyText(entryOf(...input).body).split('\n');

describe('an entry of accounts that were compared', () => {
  test('reads as the design shows it', () => {
    const claim = { ...said(wire), kind: 'deed', text: "the minister's pledge of support" } as const;
    const meeting = difference(
      'the Beijing meeting',
      [
        ['3 September', wire],
        ['4 September', gazette],
      ],
      { kind: 'date', background: true },
    );
    const lines = told({
      differences: [minister, bronze, meeting],
      soleClaims: [claim],
      origins: [ministry],
      unnamed: [gazette.article.id],
    });
    expect(lines).toEqual([
      '2 accounts · 1 named origin, a party to the event · differs on 2 points',
      sample.MONUMENT.split(' His ')[0],
      "Differs — minister's name: No Gwansuk (A), No Kwang Chol (B); bronze copy given to: the minister (A), Kim Jong-un (B)",
      "Only in A — the minister's pledge of support. Background — the Beijing meeting: 3 September (A), 4 September (B)",
      'Who says so — Russian Defence Ministry press service, a party (A); not named in B. ' +
        'Read — A Harbour Wire [en] · B Open Gazette [en]',
      'Tags: Belousov, monuments · Why: Russia (Belousov) + North Korea (No Kwang Chol)',
    ]);
  });

  test('marks up what is said and what is quoted', () => {
    const html = bodyHtml(entryOf({ differences: [minister] }).body);
    expect(html).toContain(
      '<p><strong>Differs</strong> — minister&#39;s name: <em>No Gwansuk</em> (A), <em>No Kwang Chol</em> (B)</p>',
    );
    expect(html).toContain('<strong>Read</strong> — A <a href="https://harbour-wire.example/news/wire');
  });

  test('says of a spelling, a rounder number and a later figure what it is', () => {
    const [first, second] = [
      ['about 30', wire],
      ['28', gazette],
    ] as const;
    const lines = (nature: Difference['nature']) =>
      told({ differences: [difference('wounded', [first, second], { nature })] });
    expect(lines('spelling').at(2)).toMatch(/^Differs — wounded, spelling: about 30 \(A\), 28 \(B\)$/);
    expect(lines('precision').at(2)).toMatch(/^Differs — wounded, more or less exact: /);
    expect(lines('changed').at(2)).toMatch(/^Differs — wounded, changed over time: /);
    expect(lines('spelling').at(0)).toBe('2 accounts · differs on 1 point');
    for (const nature of ['precision', 'changed'] as const) expect(lines(nature).at(0)).toBe('2 accounts');
  });

  test('says how many more there are where not all has room, and of a spelling so once', () => {
    const named = [
      'Velmark Coast Guard',
      'Polin police',
      'Institute of Seismology',
      'Norvik Bridges',
      'Karsk fleet',
    ];
    const origins = named.map((name) => origin(name, true, wire));
    const lines = told({ origins, unnamed: [gazette.article.id] });
    expect(lines.join('\n')).toMatch(
      /Who says so — Velmark Coast Guard, a party \(A\); .*; and 2 more\. Read/,
    );
    const spelt = difference(
      'spelling of a name',
      [
        ['Khinshtein', wire],
        ['Khinstin', gazette],
      ],
      { nature: 'spelling' },
    );
    expect(told({ differences: [spelt] }).at(2)).toBe(
      'Differs — spelling of a name: Khinshtein (A), Khinstin (B)',
    );
  });

  test('needs no letters where nothing differs, and nothing but a count where nothing was compared', () => {
    expect(told({ origins: [origin('Lowport harbour', false, wire, gazette)] })).toContain(
      'Who says so — Lowport harbour. Read — Harbour Wire [en] · Open Gazette [en]',
    );
    expect(told(null).at(0)).toBe('2 accounts');
    expect(told(null)).toContain('Read — Harbour Wire [en] · Open Gazette [en]');
  });
});

test.each<[string, Partial<Comparison>]>([
  ['2 accounts · origin not named', { unnamed: [wire.article.id, gazette.article.id] }],
  ['2 accounts · 1 named origin', { origins: [origin('Lowport harbour', false, wire)] }],
  [
    '2 accounts · 1 named origin, a party to the event; no account from outside',
    { origins: [origin('Lowport harbour', true, wire, gazette)] },
  ],
  [
    '2 accounts · 2 named origins, 1 a party to the event',
    { origins: [ministry, origin('Lowport harbour', false, gazette)] },
  ],
  [
    '2 accounts · 2 named origins, all parties to the event; no account from outside',
    { origins: [ministry, origin('Lowport harbour', true, gazette)] },
  ],
])('counts the origins: %s', (line, comparison) => {
  expect(told(comparison)[0]).toBe(line);
});

describe('what the sources of the accounts allow', () => {
  test('a source shown by title only gives values, and no claim in its words', () => {
    const lines = told(
      {
        differences: [
          difference('statues', [
            ['one', wire],
            ['two', agency],
          ]),
        ],
        soleClaims: [{ ...said(agency), kind: 'quote', text: 'the heroes live for ever' }],
      },
      [wire, agency],
    );
    expect(lines).toContain('Differs — statues: one (A), two (B)');
    expect(lines.join('\n')).not.toMatch(/heroes|Only in|sentence that stands/);
  });

  test('a private source gives nothing', () => {
    const lines = told(
      {
        differences: [
          difference('statues', [
            ['one', wire],
            ['two', letter],
          ]),
        ],
        soleClaims: [{ ...said(letter), kind: 'deed', text: 'a second statue was bought' }],
        origins: [origin('the sculptor', false, letter)],
        unnamed: [letter.article.id],
      },
      [wire, letter],
    );
    expect(lines.join('\n')).not.toMatch(/two|second statue|sculptor|Differs|origin/);
  });

  test('an account that joined silently since is not told of before the next development', () => {
    const late = sample.view({ ...gazette.article, firstSeen: '2026-03-02T18:00:00.000Z' });
    const story = sample.story([wire, late]);
    const comparison = {
      ...nothing,
      differences: [minister],
      origins: [origin('the sculptor', false, late)],
    };
    const entry = storyEntry({ ...story, comparison }, sample.topic, sample.publishing());
    expect(bodyText(entry.body)).not.toMatch(/Differs|sculptor/);
  });
});

test('a claim that is told without its origin is marked', () => {
  const differs = [minister];
  const lost = { ...said(gazette), origin: ministry.name };
  expect(told({ differences: differs, origins: [ministry], lostAttributions: [lost] }).join('\n')).toContain(
    'Russian Defence Ministry press service, a party (A; unattributed in B)',
  );
});

test('an origin that the topic knows is called by its name in the language of the readers', () => {
  const known = { ...origin('노광철', true, wire), conceptId: 'no-kwang-chol' };
  expect(told({ origins: [known] }).join('\n')).toContain('Who says so — No Kwang Chol, a party. Read');
});

test('a name that the topic knows is given in the language of the readers, another spelling of it as it is', () => {
  const named = difference("minister's name", [
    ['노광철', wire],
    ['No Gwansuk', gazette],
  ]);
  expect(told({ differences: [named] })).toContain(
    "Differs — minister's name: No Kwang Chol (A), No Gwansuk (B)",
  );
});

test('the body has at most 120 words and 8 links, however much the accounts differ in', () => {
  const words = fc
    .array(fc.constantFrom('North', 'state-run', 'a', '—', '북한', '国防相', 'x'.repeat(90)), {
      maxLength: 30,
    })
    .map((list) => list.join(' '));
  const comparisons = fc.record({
    differences: fc.array(
      fc.tuple(words, words, words, fc.boolean()).map(([subject, one, two, background]) =>
        difference(
          subject,
          [
            [one, wire],
            [two, gazette],
          ],
          { background },
        ),
      ),
    ),
    soleClaims: fc.array(words.map((text) => ({ ...said(wire), kind: 'deed' as const, text }))),
    origins: fc.array(fc.tuple(words, fc.boolean()).map(([name, party]) => origin(name, party, wire))),
  });
  fc.assert(
    fc.property(comparisons, (comparison) => {
      const { body } = entryOf(comparison);
      expect(bodyText(body).split(/\s+/).length).toBeLessThanOrEqual(120);
      expect(body.flatMap(({ runs }) => runs).filter(({ href }) => href).length).toBeLessThanOrEqual(8);
    }),
  );
});

test('words in one account only are told with who said them', () => {
  const claim = { ...said(wire), kind: 'quote', text: 'we go on', speaker: 'Greta Moll' } as const;
  expect(told({ soleClaims: [claim] }).join('\n')).toContain('Only in A — Greta Moll: we go on');
});

test('an origin is called as readers call it', () => {
  const staff = origin('Минобороны РФ', false, wire);
  const lines = told({ origins: [{ ...staff, names: { en: 'Russian Defence Ministry' } }] });
  expect(lines.join('\n')).toContain('Russian Defence Ministry');
});
