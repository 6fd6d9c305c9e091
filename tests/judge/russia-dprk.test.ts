import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Topic } from '../../src/domain/topic.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { type CompiledTopic, compileTopic } from '../../src/judge/compile.ts';
import { openLearner } from '../../src/judge/learner.ts';
import { judge } from '../../src/judge/verdict.ts';
import { loadTopic } from '../../src/settings/load.ts';
import { taggerOf } from '../../src/tag/tags.ts';

/** An article of our own words, and whether it is on the shipped topic. */
interface Sample {
  readonly id: string;
  readonly language: string;
  readonly gold: boolean;
  readonly title: string;
  readonly summary: string;
  readonly text: string | null;
}

function samples(name: string): readonly Sample[] {
  const file = new URL(`../fixtures/russia-dprk/${name}.jsonl`, import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Sample => JSON.parse(line));
}

let topic: Topic;
let compiled: CompiledTopic;
beforeAll(async () => {
  topic = await loadTopic(fileURLToPath(new URL('../../config/topics/russia-dprk.yaml', import.meta.url)));
  compiled = compileTopic(topic);
});

const on = (title: string, text: string | null = null): Verdict =>
  judge(compiled, { title, summary: '', text });
const tagsOf = (verdict: Verdict, language = 'en') =>
  taggerOf(topic)(verdict.reasons, { language }, { id: 'anyone', kind: 'press' }).map(({ tag }) => tag);

type Decide = (article: Sample) => Verdict;
const byFacets: Decide = (article) => judge(compiled, article);

/** Ids that were decided wrongly, and F1. */
function figures(articles: readonly Sample[], decide: Decide) {
  const accepted = new Set(articles.filter((article) => decide(article).decision === 'accepted'));
  const missed = articles.filter((article) => article.gold && !accepted.has(article)).map(({ id }) => id);
  const wrong = articles.filter((article) => !article.gold && accepted.has(article)).map(({ id }) => id);
  const hits = accepted.size - wrong.length;
  return { missed, wrong, f1: (2 * hits) / (2 * hits + missed.length + wrong.length) };
}

describe('the shipped topic', () => {
  it.each<[string, () => Decide]>([
    ['by its facets', () => byFacets],
    ['with its examples', () => openLearner(topic, []).judge],
  ])('accepts articles on it and keeps near misses out, in each language alike, %s', (how, open) => {
    const byLanguage = ['en', 'ru', 'ko'].map((language) => ({ language, articles: samples(language) }));
    const all = byLanguage.flatMap(({ articles }) => articles);
    expect(all.filter(({ gold }) => gold).length).toBeGreaterThanOrEqual(60);
    expect(all.filter(({ gold }) => !gold).length).toBeGreaterThanOrEqual(60);

    const total = figures(all, open());
    const each = byLanguage.map(({ language, articles }) => ({ language, ...figures(articles, open()) }));
    for (const { language, f1, missed, wrong } of [...each, { language: 'all', ...total }]) {
      console.info(
        `russia-dprk ${how}, ${language}: F1 ${f1.toFixed(3)}, missed [${missed}], wrongly accepted [${wrong}]`,
      );
    }
    expect(total.missed.length).toBeLessThanOrEqual(2);
    expect(total.wrong.length).toBeLessThanOrEqual(2);
    expect(total.f1).toBeGreaterThanOrEqual(0.96);
    for (const { f1 } of each) expect(Math.abs(f1 - total.f1)).toBeLessThanOrEqual(0.02);
  });

  it('judges headlines without a text, in the languages of all its sources', () => {
    const headlines = samples('headlines');
    const { f1, missed, wrong } = figures(headlines, byFacets);
    console.info(
      `russia-dprk headlines: F1 ${f1.toFixed(3)}, missed [${missed}], wrongly accepted [${wrong}]`,
    );
    expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
  });

  it('takes 북러 for both sides, and a shipyard for none', () => {
    expect(on('북러 정상회담').decision).toBe('accepted');
    expect(on('조선업, 러시아 수주')).toMatchObject({ decision: 'rejected', missing: ['north-korea'] });
  });

  it('never takes bare 조선 for enough, nor what only begins with it', () => {
    expect(on('조선, 러시아와 손잡다').missing).toEqual(['north-korea']);
    expect(on('조선, 러시아와 손잡다', '조선민주주의인민공화국 대표단이 떠났다.').decision).toBe('accepted');
    for (const title of [
      '조선일보 러시아 특집',
      '조선업계 러시아행',
      'Joseon art in Russia',
      '고조선과 러시아 학계',
    ])
      expect(on(title).decision).toBe('rejected');
  });

  it('leaves an article about the war alone that names the North in passing at its end, or puts it up for review', () => {
    const passing = samples('en').filter(({ id }) => /drones-kharkiv|missile-test|china-trade/.test(id));
    expect(passing).toHaveLength(3);
    for (const article of passing) expect(judge(compiled, article).decision).not.toBe('accepted');
  });

  it('recognises spellings that retellings garble', () => {
    const verdict = on(
      'Russia hands North Korean minister No Gwansuk a statue',
      'Governor Khinstin was absent.',
    );
    expect(verdict.decision).toBe('accepted');
    expect(tagsOf(verdict)).toEqual(expect.arrayContaining(['no-kwang-chol', 'alexander-khinshtein']));
  });

  it('tags persons, places, subjects and origins by what is named, whatever the language', () => {
    const english = on(
      'North Korean sappers clear mines in Kursk',
      'KCNA says troops joined Russia under the treaty. A monument is planned.',
    );
    expect(tagsOf(english)).toEqual(
      expect.arrayContaining(['kursk', 'troops', 'sappers', 'treaty', 'monuments', 'origin-kcna']),
    );
    const russian = on(
      'Сапёры КНДР под Курском',
      'ТАСС: военнослужащие из Северной Кореи помогают России. О санкциях речи не было.',
    );
    expect(tagsOf(russian, 'ru')).toEqual(
      expect.arrayContaining(['kursk', 'troops', 'sappers', 'sanctions', 'origin-tass', 'in-russian']),
    );
    const korean = on(
      '푸틴, 김정은에 축전…쿠르스크 공병 언급',
      '조선중앙통신은 북러 조약과 미사일을 언급했다.',
    );
    expect(tagsOf(korean, 'ko')).toEqual(
      expect.arrayContaining([
        'kursk',
        'sappers',
        'treaty',
        'missiles',
        'leaders',
        'vladimir-putin',
        'kim-jong-un',
        'origin-kcna',
        'in-korean',
      ]),
    );
  });

  it('gives no tag that cannot be given: every rule names concepts the topic has', () => {
    const ids = new Set(topic.concepts.map(({ id }) => id));
    const unknown = topic.tags
      .flatMap(({ anyOf, allOf }) => [...anyOf, ...allOf])
      .filter((id) => !ids.has(id));
    expect(unknown).toEqual([]);
  });
});
