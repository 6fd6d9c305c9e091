import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Concept } from '../../../src/domain/topic.ts';
import { differences } from '../../../src/stories/differences/differences.ts';
import { accountsOf, SETS, score, storiesOf } from './compared.ts';
import { account, shown, told } from './sample.ts';

const SENTENCES: {
  readonly differ: readonly { readonly one: string; readonly other: string; readonly difference: string }[];
  readonly same: readonly { readonly one: string; readonly other: string }[];
} = JSON.parse(readFileSync(new URL('../../fixtures/compared-sentences.json', import.meta.url), 'utf8'));

describe('hand-made stories', () => {
  const all = SETS.flatMap((set) =>
    storiesOf(set).map((story) => ({
      set,
      story,
      ...score(differences(accountsOf(story), []), story.expected.differences),
    })),
  );
  const count = (of: typeof all, part: 'right' | 'wrong' | 'missed') =>
    of.reduce((sum, one) => sum + one[part].length, 0);

  test('what is claimed to differ does, and little is missed', () => {
    const [right, wrong, missed] = [count(all, 'right'), count(all, 'wrong'), count(all, 'missed')];
    const precision = right / (right + wrong);
    const recall = right / (right + missed);
    console.log(
      `differences: ${all.length} stories, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} ` +
        `(${right} right, ${wrong} wrong, ${missed} missed)`,
    );
    for (const { story, wrong: claims } of all)
      for (const claim of claims) console.log(`wrong in ${story.id}: ${shown(claim)}`);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });

  // As they were written, before any of it was read: the fourth 3 right, 1 wrong, 8 missed; the fifth 0, 2 and 10; the sixth 3, 0, 5.
  test.each([
    ['second', 0.75],
    ['third', 0.75],
    ['fourth', 0.6],
    ['fifth', 0.7],
    ['sixth', 0.35],
  ] as const)(
    'nothing is claimed to differ in the %s stories that does not; most of what does is found',
    (which, most) => {
      const those = all.filter(({ set }) => set === which);
      const right = count(those, 'right');
      const wrong = those.flatMap((one) => one.wrong).map(shown);
      const missed = count(those, 'missed');
      console.log(`differences, ${which}: ${right} right, ${wrong.length} wrong, ${missed} missed`);
      expect(wrong).toEqual([]);
      expect(right / (right + missed)).toBeGreaterThanOrEqual(most);
    },
  );

  test('a story without a difference is given none', () => {
    const quiet = all.filter(({ story }) => story.expected.differences.length === 0);
    expect(quiet.length).toBeGreaterThanOrEqual(50);
    expect(quiet.filter(({ wrong }) => wrong.length > 0).map(({ story }) => story.id)).toEqual([]);
  });

  test('every value is quoted from an article of the story, word for word', () => {
    for (const { story, right, wrong } of all) {
      for (const { articleId, quote } of [...right, ...wrong].flatMap(({ values }) =>
        values.flatMap(({ quotes }) => quotes),
      )) {
        const article = story.articles.find(({ id }) => id === articleId);
        expect(`${article?.title}\n${article?.text}`).toContain(quote);
      }
    }
  });

  test('the order in which accounts come in is of no account', () => {
    for (const { story, right, wrong } of all.filter(({ set }) => set === 'first')) {
      const turned = differences(accountsOf(story).toReversed(), []);
      const sorted = (list: readonly { readonly kind: string; readonly values: readonly unknown[] }[]) =>
        list.map(({ kind, values }) => `${kind} ${values.length}`).sort();
      expect(sorted(turned)).toEqual(sorted([...right, ...wrong]));
    }
  });
});

describe('two sentences', () => {
  test.each(SENTENCES.differ)('differ: $one ↔ $other', ({ one, other, difference }) => {
    expect(told(one, other)).toEqual([difference]);
  });

  test.each(SENTENCES.same)('do not: $one ↔ $other', ({ one, other }) => {
    expect(told(one, other)).toEqual([]);
  });
});

const MINISTER: Concept = {
  id: 'pak-minister',
  kind: 'person',
  facets: [],
  names: { en: ['Pak Chol Jun'], ru: ['Пак Чхоль Чун'], ko: ['박철준'] },
  seenAs: ['Bak Cheolsun'],
  weak: [],
};

describe('names of a concept', () => {
  test('are one name in three languages', () => {
    const accounts = [
      account('en', 'Tosan’s defence minister Pak Chol Jun spoke at the ceremony.'),
      account('ru', 'На церемонии выступил министр обороны Тосана Пак Чхоль Чун.'),
      account('ko', '박철준 토산 국방장관이 기념식에서 연설했다.'),
    ];
    expect(differences(accounts, [MINISTER])).toEqual([]);
  });

  test('differ in spelling where one stands among the spellings that garble it', () => {
    const accounts = [
      account('one', 'Tosan’s defence minister Pak Chol Jun spoke at the ceremony.'),
      account('two', 'At the ceremony spoke the defence minister of Tosan, Bak Cheolsun.'),
    ];
    expect(differences(accounts, [MINISTER]).map(shown)).toEqual([
      'name/spelling: Pak Chol Jun | Bak Cheolsun',
    ]);
    expect(differences(accounts, []).map(shown)).not.toEqual(['name/spelling: Pak Chol Jun | Bak Cheolsun']);
  });
});

describe('figures that follow one another', () => {
  const early = 'The fire in the Dolna mill injured 12 people, the interior ministry said.';
  const late = 'The fire in the Dolna mill injured 17 people, the interior ministry said.';

  test('from one outlet have changed', () => {
    const accounts = [
      account('one', early, { outlet: 'Harbour Wire', published: '2026-03-05T07:00:00.000Z' }),
      account('two', late, { outlet: 'Harbour Wire', published: '2026-03-05T11:00:00.000Z' }),
    ];
    expect(differences(accounts, []).map(({ nature }) => nature)).toEqual(['changed']);
  });

  test('at one time differ', () => {
    const accounts = [account('one', early), account('two', late)];
    expect(differences(accounts, []).map(({ nature }) => nature)).toEqual(['differs']);
  });
});

describe('hostile input', () => {
  test('no text makes it throw', () => {
    const words = fc.constantFrom(
      '12',
      '1,000',
      'killed',
      '3 March',
      'minister',
      'Ana Brill',
      '명이',
      '숨졌다',
      'в',
      'Карске',
      '만',
      ',',
      '.',
      '\u2028',
      '__proto__',
      '99999999999999999999',
      'twenty',
      'to',
      'handed',
    );
    const texts = fc.array(words, { maxLength: 60 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(
        fc.oneof(texts, fc.string({ unit: 'binary' })),
        fc.oneof(texts, fc.string()),
        fc.constantFrom('en', 'ru', 'ko', 'und'),
        (one, other, language) => {
          const claims = differences(
            [account('one', one, { language }), account('two', other, { language })],
            [],
          );
          for (const { values } of claims) expect(values.length).toBeGreaterThan(1);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('articles without a text, and a story of one, have no differences', () => {
    expect(differences([], [])).toEqual([]);
    expect(differences([account('one', 'Twelve people were killed in Dolna.')], [])).toEqual([]);
    expect(differences([account('one', ''), account('two', '', { title: '' })], [])).toEqual([]);
  });

  test('a megabyte of figures and a story of a hundred accounts take bounded work', () => {
    const long =
      'On 3 March, 12 people were killed in Dolna and Ana Brill handed 4 keys to Jon Tellmar, '.repeat(
        12_000,
      );
    const accounts = Array.from({ length: 100 }, (_, at) =>
      account(
        `a${at}`,
        at < 2 ? long : `On ${1 + (at % 4)} March ${at + 2} people were killed in Dolna by a fire.`,
      ),
    );
    const before = process.cpuUsage();
    differences(accounts, []);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(3000);
  });

  test.each([
    '1'.repeat(100_000),
    'Ab '.repeat(30_000),
    'Б-'.repeat(50_000),
    '1,'.repeat(50_000),
    '가'.repeat(50_000),
    'minister of the '.repeat(6000),
  ])('a text made to be slow is read at once', (text) => {
    const before = process.cpuUsage();
    differences([account('one', text), account('two', text)], []);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1500);
  });
});
