import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Topic } from '../../src/domain/topic.ts';
import { type Learner, openLearner, type Readable } from '../../src/judge/learner.ts';
import {
  MINES,
  MINES_KO,
  MINES_RU,
  MORE_MINES,
  ONE_KO,
  ONE_RU,
  OTHER,
  OTHER_KO,
  OTHER_RU,
  topicOf,
} from './mine-clearing.ts';

const decisions = (learner: Learner, articles: readonly Readable[]) =>
  articles.map((article) => learner.judge(article).decision);

/** A paper's year: the other articles over and over, each time with another place in the title. */
const stream = (length: number): readonly Readable[] =>
  Array.from({ length }, (_, at) => {
    const article = OTHER[at % OTHER.length] ?? OTHER[0];
    return { ...article, title: `${article.title} (district ${String.fromCharCode(97 + (at % 26))}${at})` };
  });

const SIDES: Partial<Topic> = {
  facets: [
    { id: 'sappers', title: 'Sappers', required: true },
    { id: 'tarrow', title: 'Tarrow', required: true },
  ],
  concepts: [
    {
      id: 'sapper',
      kind: 'idea',
      facets: ['sappers'],
      names: { en: ['sapper', 'sappers', 'deminers'] },
      seenAs: [],
      weak: [],
    },
    { id: 'tarrow', kind: 'place', facets: ['tarrow'], names: { en: ['Tarrow'] }, seenAs: [], weak: [] },
  ],
};

describe('a topic learned from five examples', () => {
  const learner = openLearner(topicOf(MINES), OTHER);

  it('accepts others on the topic and none of the rest', () => {
    expect(decisions(learner, MORE_MINES)).toEqual(['accepted', 'accepted']);
    expect(decisions(learner, OTHER)).not.toContain('accepted');
  });

  it('works without a background', () => {
    const blank = openLearner(topicOf(MINES), []);
    expect(decisions(blank, MORE_MINES)).toEqual(['accepted', 'accepted']);
    expect(decisions(blank, OTHER)).not.toContain('accepted');
  });

  it('shows the words that made it, as they are written, with their weights, and the nearest example', () => {
    const [hurt] = MORE_MINES;
    const { reasons, nearest, score, acceptAt } = learner.judge(hurt);
    const sapper = reasons.find(({ rule }) => rule === 'term:sapper');
    expect(sapper).toMatchObject({ field: 'title', quote: 'Sapper', count: 1, learned: false });
    expect(sapper?.weight).toBeGreaterThan(0);
    for (const { field, quote } of reasons) expect(hurt[field]).toContain(quote);
    expect(reasons.map(({ weight }) => weight)).toEqual(
      reasons.map(({ weight }) => weight).toSorted((a, b) => b - a),
    );
    expect(nearest?.example).toMatch(/^en-/);
    expect(nearest?.similarity).toBeGreaterThan(0.3);
    expect(score).toBeGreaterThan(acceptAt);
  });

  it('says which of those words decided: without them the article is out', () => {
    const [hurt] = MORE_MINES;
    const { flip } = learner.judge(hurt);
    expect(flip).toMatch(/^Without “.*” it would have been (?:rejected|put up for review)\.$/);
    const decisive = [...flip.matchAll(/“([^”]+)”/g)].map(([, word]) => word);
    const forms = new RegExp(`(?<!\\p{L})(?:${decisive.join('|')})(?:s|er|ers|ed|ing)?(?!\\p{L})`, 'giu');
    const without = {
      ...hurt,
      title: hurt.title.replace(forms, ''),
      text: hurt.text?.replace(forms, '') ?? '',
    };
    expect(learner.judge(without, { again: true }).decision).not.toBe('accepted');
  });

  it('says how much more in common with them would have done', () => {
    const near = { ...OTHER[0], title: 'Deminers', text: `${MINES[0]?.text?.slice(0, 60)} ${OTHER[0].text}` };
    const { decision, flip } = learner.judge(near, { again: true });
    expect(decision).not.toBe('accepted');
    expect(flip).toMatch(
      /^It would have been accepted with \d+\.\d times as much in common with the examples\.$/,
    );
  });

  it('gives an article that shares no word a score near 0 and no reason', () => {
    const verdict = learner.judge({
      title: 'Recipe: plum cake',
      summary: '',
      text: 'Stone the plums.',
      language: 'en',
    });
    expect(verdict).toMatchObject({ decision: 'rejected', reasons: [], nearest: null });
    expect(verdict.score).toBeLessThan(0.01);
  });

  it('judges by the summary where there is no text', () => {
    const [hurt] = MORE_MINES;
    expect(learner.judge({ ...hurt, summary: hurt.text ?? '', text: null }).decision).toBe('accepted');
  });
});

describe('languages', () => {
  const learner = openLearner(topicOf([...MINES, ...MINES_RU, ...MINES_KO]), []);

  it('are learned each from its own examples, through cases and particles', () => {
    expect(decisions(learner, [ONE_RU, ONE_KO, MORE_MINES[0]])).toEqual(['accepted', 'accepted', 'accepted']);
    expect(decisions(learner, [OTHER_RU, OTHER_KO, OTHER[0]])).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('quote what stands in the article, whatever its script', () => {
    for (const article of [ONE_RU, ONE_KO]) {
      const { reasons } = learner.judge(article);
      expect(reasons.length).toBeGreaterThan(2);
      for (const { field, quote } of reasons) expect(article[field]).toContain(quote);
    }
  });
});

describe('how many examples there are', () => {
  it('may be one', () => {
    const learner = openLearner(topicOf(MINES.slice(0, 1)), OTHER);
    expect(decisions(learner, MORE_MINES)).toContain('accepted');
    expect(decisions(learner, OTHER)).not.toContain('accepted');
  });

  it('may be a thousand', () => {
    const sentences = MINES.flatMap(({ text }) => (text ?? '').split(/(?<=\.) /));
    const many = Array.from({ length: 1000 }, (_, at): Readable => {
      const text = [at, at * 3, at * 7, Math.floor(at / 5)]
        .map((n) => sentences[n % sentences.length])
        .join(' ');
      return { ...(MINES[at % MINES.length] ?? MINES[0]), text };
    });
    const learner = openLearner(topicOf(many), OTHER);
    expect(decisions(learner, MORE_MINES)).not.toContain('rejected');
    expect(decisions(learner, MINES)).toEqual(MINES.map(() => 'accepted'));
    expect(decisions(learner, OTHER)).not.toContain('accepted');
  });

  it('counts copies of one article as one', () => {
    const once = openLearner(topicOf(MINES), OTHER).judge(MORE_MINES[0]);
    const often = openLearner(topicOf([...MINES, ...MINES, ...MINES]), OTHER).judge(MORE_MINES[0]);
    expect(often.acceptAt).toBe(once.acceptAt);
    expect(often.score).toBe(once.score);
  });

  it('may be none, where there are facets', () => {
    const learner = openLearner(topicOf([], SIDES), []);
    const both = { ...MORE_MINES[0], text: 'Sappers came to Tarrow. In Tarrow the sappers found two mines.' };
    expect(decisions(learner, [both, MORE_MINES[0]])).toEqual(['accepted', 'rejected']);
  });

  it('does not count those without a word; they are named', () => {
    const blank: Readable = { title: '', summary: '', text: '… 12 …', language: 'en' };
    const learner = openLearner(topicOf([...MINES, blank]), OTHER);
    expect(learner.lacks).toEqual(['example en-6 holds no word that tells anything; it was left out']);
    expect(decisions(learner, MORE_MINES)).toEqual(['accepted', 'accepted']);
  });
});

describe('examples beside facets', () => {
  const article = {
    ...MORE_MINES[0],
    text: `${MORE_MINES[0].text} The sapper works in Tarrow with other sappers.`,
  };

  it('never let an article in that lacks a required side', () => {
    const verdict = openLearner(topicOf(MINES, SIDES), OTHER).judge(MORE_MINES[0]);
    expect(verdict).toMatchObject({ decision: 'rejected', score: 0, missing: ['tarrow'] });
  });

  it('are not asked about an article that names no side, but about one that lacks only one', () => {
    const learner = openLearner(topicOf(MINES, SIDES), OTHER);
    const nameless = {
      ...MORE_MINES[0],
      title: 'Work goes on',
      text: 'A minefield by the river was marked.',
    };
    const verdict = learner.judge(nameless);
    expect(verdict).toMatchObject({ decision: 'rejected', reasons: [], missing: ['sappers', 'tarrow'] });
    expect(verdict.flip).toContain('named Sappers and Tarrow');
    expect(verdict.acceptAt).toBe(learner.judge(article).acceptAt);
    expect(learner.judge(MORE_MINES[0]).nearest).not.toBeNull();
  });

  it('raise an article that says what they say, and lower one that does not', () => {
    const facets = openLearner(topicOf([], SIDES), []);
    const both = openLearner(topicOf(MINES, SIDES), []);
    const unlike = { ...OTHER[1], text: `${OTHER[1].text} Sappers cheered in Tarrow.` };
    expect(both.judge(article).score).toBeGreaterThan(facets.judge(article).score);
    expect(both.judge(unlike).score).toBeLessThan(facets.judge(unlike).score);
  });
});

it('counter-examples take what they are about off the topic', () => {
  const robots = {
    title: 'Robot vacuum cleaner wins a prize',
    summary: '',
    text: 'The robot of the university rents a slope and digs.',
    language: 'en',
  };
  const without = openLearner(topicOf(MINES), OTHER).judge(robots).score;
  expect(openLearner(topicOf(MINES, {}, [robots]), OTHER).judge(robots).score).toBeLessThan(without);
});

it('a broad topic accepts from less than a normal one, a narrow one from more', () => {
  const [broad, normal, narrow] = (['broad', 'normal', 'narrow'] as const).map(
    (breadth) => openLearner(topicOf(MINES, { breadth }), OTHER).judge(OTHER[0]).acceptAt,
  );
  expect(broad).toBeLessThan(normal ?? 0);
  expect(normal).toBeLessThan(narrow ?? 0);
});

it('a number in the topic file freezes the threshold', () => {
  const learner = openLearner(topicOf(MINES, { thresholds: { accept: 0.9, review: 'auto' } }), OTHER);
  for (const article of stream(350)) expect(learner.judge(article).acceptAt).toBe(0.9);
});

describe('what is learned on the way', () => {
  const adrift = [...stream(290), ...MORE_MINES, ...stream(40)];

  it('is a state: the same state and input give the same verdicts, however the stream is cut', () => {
    const topic = topicOf(MINES);
    const unbroken = openLearner(topic, OTHER);
    const expected = adrift.map((article) => unbroken.judge(article));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: adrift.length }), { maxLength: 4 }), (cuts) => {
        let learner = openLearner(topic, OTHER);
        adrift.forEach((article, at) => {
          if (cuts.includes(at)) learner = openLearner(topic, JSON.parse(JSON.stringify(learner.learned())));
          expect(learner.judge(article)).toEqual(expected[at]);
        });
        expect(learner.learned()).toEqual(unbroken.learned());
      }),
      { numRuns: 3 },
    );
  });

  it('takes all articles for a sign of what is ordinary until that is known, then one in eight, however the stream is cut', () => {
    const topic = topicOf(MINES, SIDES);
    const unbroken = openLearner(topic, []);
    const early = stream(1_000);
    const late = stream(2_600).slice(1_000);
    for (const article of early) unbroken.judge(article);
    const known = unbroken.learned();
    expect(known.ordinary.en?.documents).toBe(1_000);
    let learner = openLearner(topic, known);
    const verdicts = late.map((article) => unbroken.judge(article));
    for (const [at, article] of late.entries()) {
      if (at % 170 === 0) learner = openLearner(topic, learner.learned());
      expect(learner.judge(article)).toEqual(verdicts[at]);
    }
    expect(learner.learned()).toEqual(unbroken.learned());
    expect(learner.learned().ordinary.en?.documents).toBe(2_000 + 13 + 38 + 25); // of the rest of a training, a whole one, and the next
  });

  it('takes in words of articles that are surely on topic, and says that it did', () => {
    const learner = openLearner(topicOf(MINES), OTHER);
    const odd = { title: 'Hovercraft for sale', summary: '', text: 'A hovercraft.', language: 'en' };
    expect(learner.judge(odd).reasons).toEqual([]);
    for (const { title, text, ...mines } of [...MINES, ...MINES])
      learner.judge({ ...mines, title, text: `${text} A hovercraft brought the sappers.` });
    for (const article of stream(290)) learner.judge(article);
    expect(learner.learned().adopted.en?.count).toBe(10);
    const [reason] = learner.judge(odd).reasons;
    expect(reason).toMatchObject({ rule: 'term:hovercraft', quote: 'Hovercraft', learned: true });
  });

  it('starts anew when the examples change, but keeps what is ordinary', () => {
    const before = openLearner(topicOf(MINES), OTHER);
    for (const article of adrift) before.judge(article);
    const after = openLearner(topicOf(MINES.slice(1)), before.learned()).learned();
    expect(after.lessons).not.toBe(before.learned().lessons);
    expect(after.adopted).toEqual({});
    expect(after.ordinary.en?.documents).toBe(before.learned().ordinary.en?.documents);
  });

  it('does not take articles it had no examples to compare with for ordinary ones', () => {
    const byFacets = openLearner(topicOf([], SIDES), []);
    for (const article of stream(20)) byFacets.judge(article);
    const learner = openLearner(topicOf(MINES), byFacets.learned());
    expect(decisions(learner, MORE_MINES)).toEqual(['accepted', 'accepted']);
    expect(learner.learned().ordinary.en?.documents).toBe(2);
  });

  it('stays small, whatever is read', () => {
    const learner = openLearner(topicOf(MINES), []);
    const noise = (at: number) =>
      Array.from({ length: 300 }, (_, word) => `w${(at * 300 + word).toString(36)}x`).join(' ');
    for (let at = 0; at < 350; at += 1)
      learner.judge({ title: `Note ${at}`, summary: '', text: noise(at), language: 'en' });
    expect(JSON.stringify(learner.learned()).length).toBeLessThan(250_000);
  });
});

describe('bad input', () => {
  const learner = openLearner(topicOf(MINES), OTHER);

  it('an empty article is rejected', () => {
    expect(learner.judge({ title: '', summary: '', text: '', language: 'und' })).toMatchObject({
      decision: 'rejected',
      reasons: [],
    });
  });

  it('a text of 10 MB is judged by its beginning, at once', () => {
    const [hurt] = MORE_MINES;
    const long = { ...hurt, text: `${hurt.text} ${'and so on '.repeat(1_000_000)}` };
    const begun = performance.now();
    expect(learner.judge(long).decision).not.toBe('rejected');
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it('words that every object has are words like others', () => {
    const odd = {
      title: 'constructor',
      summary: '',
      text: '__proto__ hasOwnProperty toString valueOf',
      language: 'en',
    };
    expect(learner.judge(odd).reasons).toEqual([]);
    expect(openLearner(topicOf([odd, odd]), []).judge(odd).decision).toBe('accepted');
  });
});
