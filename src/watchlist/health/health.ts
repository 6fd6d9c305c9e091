import { DAY, type Instant, type Language } from '../../domain/time.ts';
import type { Concept, ConceptKind, Topic } from '../../domain/topic.ts';
import type { Decision } from '../../domain/verdict.ts';
import type { JudgedArticle } from '../../domain/view.ts';
import { type FacetHealth, facetsOf } from './facets.ts';
import { type Estimate, estimates } from './missed.ts';
import { type StoryCoverage, storiesAmong } from './story-coverage.ts';

/** How a topic does: what carries it, and what it may be missing. Over what was first seen between two moments. */
export interface TopicHealth {
  readonly topicId: string;
  readonly title: string;
  readonly since: Instant;
  readonly until: Instant;
  readonly decided: Readonly<Record<Decision, number>>;
  /** Every day (UTC) of the time looked at, those without an article too. */
  readonly days: readonly { readonly day: string; readonly accepted: number; readonly review: number }[];
  /** In the order of the topic file. */
  readonly facets: readonly FacetHealth[];
  /** Those that carry most first. */
  readonly concepts: readonly ConceptHealth[];
  /** Those that brought most first; sources that brought nothing are left out. */
  readonly sources: readonly SourceHealth[];
  readonly stories: StoryCoverage;
  /** By how many articles were accepted, most first. */
  readonly languages: readonly LanguageHealth[];
  readonly missed: readonly Estimate[];
}

export interface ConceptHealth {
  readonly id: string;
  readonly name: string;
  readonly kind: ConceptKind;
  readonly facets: readonly string[];
  /** Accepted articles that name it, */
  readonly accepted: number;
  /** those among them in which nothing else stands for one of its facets, */
  readonly alone: number;
  /** and articles that were not accepted and name it. */
  readonly others: number;
  readonly last: Instant | null;
  /** It was named regularly, and is no more; `never`: it was not named at all. */
  readonly silence: 'none' | 'lately' | 'never';
}

export interface SourceHealth {
  readonly id: string;
  /** Accepted articles it brought first. */
  readonly accepted: number;
  readonly review: number;
  /** Stories it has an account of, */
  readonly stories: number;
  /** those it opened although others had them too, and those nobody else had. */
  readonly first: number;
  readonly sole: number;
}

export interface LanguageHealth {
  readonly language: Language;
  /** Concepts with a name in it; 0: articles in it are found by luck. */
  readonly concepts: number;
  readonly judged: number;
  readonly accepted: number;
}

/**
 * @param articles in the order of arrival, first seen from `since` to `until`.
 * @param origins how many origins the accounts of a story name, by story; a story that was not compared is absent.
 */
export function healthOf(
  topic: Topic,
  articles: readonly JudgedArticle[],
  { since, until, origins }: { since: Instant; until: Instant; origins: ReadonlyMap<string, number> },
): TopicHealth {
  const accepted = articles.filter(({ verdict }) => verdict.decision === 'accepted');
  const review = articles.filter(({ verdict }) => verdict.decision === 'review');
  const stories = storiesAmong(accepted);
  return {
    topicId: topic.id,
    title: topic.title,
    since,
    until,
    decided: {
      accepted: accepted.length,
      review: review.length,
      rejected: articles.length - accepted.length - review.length,
    },
    days: daysOf(accepted, review, since, until),
    facets: facetsOf(topic, articles),
    // A silence of everything is none of a concept.
    concepts: conceptsOf(topic, articles, accepted.at(-1)?.firstSeen ?? until),
    sources: sourcesOf(accepted, review, stories.list),
    stories: stories.coverage(origins),
    languages: languagesOf(topic, articles),
    missed: estimates(topic, review, stories.list),
  };
}

function daysOf(
  accepted: readonly JudgedArticle[],
  review: readonly JudgedArticle[],
  since: Instant,
  until: Instant,
): TopicHealth['days'] {
  const count = (articles: readonly JudgedArticle[]) =>
    Map.groupBy(articles, ({ firstSeen }) => firstSeen.slice(0, 10));
  const byDay = { accepted: count(accepted), review: count(review) };
  const days = [];
  for (let at = Date.parse(`${since.slice(0, 10)}T00:00:00Z`); at <= Date.parse(until); at += DAY) {
    const day = new Date(at).toISOString().slice(0, 10);
    days.push({
      day,
      accepted: byDay.accepted.get(day)?.length ?? 0,
      review: byDay.review.get(day)?.length ?? 0,
    });
  }
  return days;
}

function conceptsOf(
  topic: Topic,
  articles: readonly JudgedArticle[],
  until: Instant,
): readonly ConceptHealth[] {
  const tallies = new Map(
    topic.concepts.map((concept) => [
      `concept:${concept.id}`,
      { concept, named: [] as Instant[], accepted: 0, alone: 0, others: 0 },
    ]),
  );
  for (const { verdict, firstSeen } of articles) {
    const named = new Map(
      verdict.reasons.filter(({ rule }) => tallies.has(rule)).map(({ rule, facets }) => [rule, facets]),
    );
    for (const [rule, facets] of named) {
      const tally = tallies.get(rule);
      if (!tally) continue;
      if (verdict.decision !== 'accepted') {
        tally.others += 1;
        continue;
      }
      tally.accepted += 1;
      tally.named.push(firstSeen);
      const elsewhere = [...named].filter(([other]) => other !== rule).flatMap(([, counted]) => counted);
      if (facets.some((facet) => !elsewhere.includes(facet))) tally.alone += 1;
    }
  }
  return [...tallies.values()]
    .map(({ concept, named, ...counts }) => ({
      ...idOf(concept),
      ...counts,
      last: named.at(-1) ?? null,
      silence: silenceOf(named, counts.others, until),
    }))
    .toSorted((a, b) => b.accepted - a.accepted || b.others - a.others || (a.id < b.id ? -1 : 1));
}

function idOf({
  id,
  kind,
  facets,
  names,
  seenAs,
  weak,
}: Concept): Pick<ConceptHealth, 'id' | 'name' | 'kind' | 'facets'> {
  const [name = id] = [...(names.en ?? []), ...Object.values(names).flat(), ...seenAs, ...weak];
  return { id, name, kind, facets };
}

/** Fewer mentions show no rhythm that a silence could break. */
const RHYTHM = 4;
/** A silence this many times the usual gap has a chance of e⁻³, 1 in 20, were mentions to come as before. */
const TIMES_THE_GAP = 3;
const SHORTEST_SILENCE_DAYS = 7;

function silenceOf(named: readonly Instant[], others: number, until: Instant): ConceptHealth['silence'] {
  const first = named[0];
  const last = named.at(-1);
  if (first === undefined || last === undefined) return others === 0 ? 'never' : 'none';
  const gap = (Date.parse(last) - Date.parse(first)) / DAY / Math.max(1, named.length - 1);
  const silent = (Date.parse(until) - Date.parse(last)) / DAY;
  const broken = silent >= SHORTEST_SILENCE_DAYS && silent > TIMES_THE_GAP * gap;
  return named.length >= RHYTHM && broken ? 'lately' : 'none';
}

function sourcesOf(
  accepted: readonly JudgedArticle[],
  review: readonly JudgedArticle[],
  stories: ReturnType<typeof storiesAmong>['list'],
): readonly SourceHealth[] {
  const brought = (articles: readonly JudgedArticle[]) =>
    Map.groupBy(articles, ({ sourceIds: [first = ''] }) => first);
  const yes = brought(accepted);
  const maybe = brought(review);
  const ids = new Set([...yes.keys(), ...maybe.keys(), ...stories.flatMap(({ sourceIds }) => sourceIds)]);
  return [...ids]
    .map((id) => {
      const told = stories.filter(({ sourceIds }) => sourceIds.includes(id));
      return {
        id,
        accepted: yes.get(id)?.length ?? 0,
        review: maybe.get(id)?.length ?? 0,
        stories: told.length,
        first: told.filter(({ sourceIds }) => sourceIds.length > 1 && sourceIds[0] === id).length,
        sole: told.filter(({ sourceIds }) => sourceIds.length === 1).length,
      };
    })
    .toSorted((a, b) => b.accepted - a.accepted || b.stories - a.stories || (a.id < b.id ? -1 : 1));
}

function languagesOf(topic: Topic, articles: readonly JudgedArticle[]): readonly LanguageHealth[] {
  const seen = Map.groupBy(articles, ({ language }) => language);
  const named = Map.groupBy(
    topic.concepts.flatMap(({ names }) => Object.keys(names).filter((language) => names[language]?.length)),
    (language) => language,
  );
  return [...new Set([...seen.keys(), ...named.keys()])]
    .map((language) => ({
      language,
      concepts: named.get(language)?.length ?? 0,
      judged: seen.get(language)?.length ?? 0,
      accepted: seen.get(language)?.filter(({ verdict }) => verdict.decision === 'accepted').length ?? 0,
    }))
    .toSorted((a, b) => b.accepted - a.accepted || b.judged - a.judged || (a.language < b.language ? -1 : 1));
}
