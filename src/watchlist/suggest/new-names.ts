import anyAscii from 'any-ascii';
import type { Observed, Proposal } from '../../domain/suggestion.ts';
import type { Language } from '../../domain/time.ts';
import type { ConceptKind, Topic } from '../../domain/topic.ts';
import { numbered, shortId } from '../../text/ids.ts';
import type { ConceptFinder } from '../../text/names/concepts.ts';
import { nameFinder } from '../../text/names/finder.ts';
import type { Name } from '../../text/names/tries.ts';
import { nominativeOf } from '../../text/russian-nominative.ts';
import { sentences } from '../../text/sentences.ts';
import type { Bearer } from './bearers.ts';
import { evidenceOf } from './evidence.ts';
import { dayOf, type Period } from './period.ts';
import type { Unknown } from './unknown-names.ts';

/** A name as it would stand in the topic. */
export interface Candidate {
  readonly bearer: Bearer;
  readonly kind: ConceptKind;
  /** In its languages, each in the form it is written by itself in. */
  readonly names: Readonly<Record<Language, readonly string[]>>;
}

/** How often a candidate stands in rejected articles of late. */
export interface Elsewhere {
  /** Of those that lack one side only: they may have been lost for want of this very name. */
  nearly: number;
  /** By the side they lack. */
  readonly lacking: Map<string, number>;
  /** Of the others. */
  other: number;
}

/** A bearer of a name as a concept of the topic, of the kind most of its mentions show. */
export function candidateOf(bearer: Bearer): Candidate {
  const kinds = bearer.names.flatMap(({ kind }) => kind ?? []);
  const voted = (['person', 'organisation', 'place'] as const)
    .map((kind) => ({ kind, votes: kinds.filter((one) => one === kind).length }))
    .toSorted((a, b) => b.votes - a.votes)[0];
  const kind = voted && voted.votes > 0 ? voted.kind : 'idea';
  const names: Record<Language, string[]> = {};
  for (const name of bearer.names.toSorted((a, b) => (a.language < b.language ? -1 : 1))) {
    const forms = names[name.language] ?? [];
    names[name.language] = forms;
    const own = ownForm(name, kind);
    if (!forms.includes(own)) forms.push(own);
  }
  return { bearer, kind, names };
}

/** The form a name has by itself: a Russian one in the nominative. */
export function ownForm({ forms, language }: Unknown, kind: ConceptKind): string {
  const [most = ''] = forms.keys();
  return language === 'ru' ? nominativeOf(forms, kind === 'person') : most;
}

/** Counts candidates in rejected articles, page by page. */
export function countElsewhere(
  candidates: readonly Candidate[],
  requiredFacets: number,
): {
  readonly count: (articles: readonly Observed[], since: number) => void;
  readonly of: (candidate: Candidate) => Elsewhere;
  readonly articles: () => number;
} {
  const counts = new Map(
    candidates.map((one) => [one, { nearly: 0, lacking: new Map<string, number>(), other: 0 }]),
  );
  const find = nameFinder(candidates.flatMap(namesOf));
  let articles = 0;
  return {
    count(page, since) {
      for (const article of page) {
        if (Date.parse(article.at) < since) continue;
        articles += 1;
        const found = new Set(find(`${article.title}\n${article.text}`).found.map(({ of }) => of));
        const [lacking] = article.missing;
        const nearly = article.missing.length === 1 && requiredFacets > 1 && article.exclusions.length === 0;
        for (const candidate of found) {
          const entry = counts.get(candidate);
          if (entry === undefined) continue;
          if (nearly && lacking !== undefined) {
            entry.nearly += 1;
            entry.lacking.set(lacking, (entry.lacking.get(lacking) ?? 0) + 1);
          } else entry.other += 1;
        }
      }
    },
    of: (candidate) => counts.get(candidate) ?? { nearly: 0, lacking: new Map(), other: 0 },
    articles: () => articles,
  };
}

function namesOf(candidate: Candidate): readonly Name<Candidate>[] {
  const isPerson = candidate.kind === 'person';
  return Object.entries(candidate.names).flatMap(([language, names]) =>
    names.map((text) => ({ text, language, isPerson, of: candidate })),
  );
}

/** So much more often it must stand on topic than off it. */
const LIFT = 3;

/** Whether a candidate belongs to the topic and not to the news at large. */
export function belongs(
  { bearer }: Candidate,
  { other }: Elsewhere,
  late: { readonly kept: (bearer: Bearer) => number; readonly ofKept: number; readonly ofRejected: number },
): boolean {
  if (late.ofRejected === 0) return true;
  const [on, off] = [late.kept(bearer) / Math.max(1, late.ofKept), other / late.ofRejected];
  return on >= LIFT * off;
}

/** Articles that are read for the side a name belongs to. */
const READ = 40;
const MAJORITY = 0.6;

/** The side of the topic a name belongs to: that which articles with it lack, else that of the name it stands nearest to. */
function facetOf(
  { bearer }: Candidate,
  { lacking, nearly }: Elsewhere,
  articles: readonly Observed[],
  find: ConceptFinder,
): string | null {
  const [most] = [...lacking].toSorted(([, a], [, b]) => b - a);
  if (most && most[1] >= Math.max(3, nearly * MAJORITY)) return most[0];
  const forms = bearer.names.flatMap((name) => [...name.forms.keys()]);
  const votes = new Map<string, number>();
  for (const at of bearer.articles.slice(-READ)) {
    const facet = nearestFacet(articles[at], forms, find);
    if (facet !== null) votes.set(facet, (votes.get(facet) ?? 0) + 1);
  }
  const all = [...votes.values()].reduce((sum, count) => sum + count, 0);
  const [best] = [...votes].toSorted(([, a], [, b]) => b - a);
  return best && best[1] >= all * MAJORITY ? best[0] : null;
}

function nearestFacet(
  article: Observed | undefined,
  forms: readonly string[],
  find: ConceptFinder,
): string | null {
  if (article === undefined) return null;
  for (const { start, end } of sentences(article.text)) {
    const sentence = article.text.slice(start, end);
    const place = forms.map((form) => sentence.indexOf(form)).find((at) => at >= 0);
    if (place === undefined) continue;
    const [nearest] = find(sentence, 'body')
      .mentions.filter(({ concept }) => concept.facets.length === 1)
      .toSorted((a, b) => Math.abs(a.start - place) - Math.abs(b.start - place));
    return nearest?.concept.facets[0] ?? null;
  }
  return null;
}

/** Where a name stands in half of what is accepted, in words; else empty. */
function shareOf(told: readonly Observed[], articles: readonly Observed[]): string {
  const [have, all] = [told, articles].map(
    (some) => some.filter(({ decision }) => decision === 'accepted').length,
  );
  return have !== undefined && all !== undefined && 2 * have >= all
    ? ` ${have} of ${all} accepted articles have it.`
    : '';
}

/** A word that is written small stands for no side of a topic by itself, wherever it stands. */
const isCommonNoun = ({ names }: Candidate): boolean =>
  Object.values(names)
    .flat()
    .every((name) => /^\p{Ll}/u.test(name));

const conceptId = (name: string): string => shortId(anyAscii(name)) || 'name';

export function newName(
  candidate: Candidate,
  elsewhere: Elsewhere,
  {
    topic,
    articles,
    find,
    period,
  }: { topic: Topic; articles: readonly Observed[]; find: ConceptFinder; period: Period },
): Proposal {
  const { bearer, kind, names } = candidate;
  const told = bearer.articles.flatMap((at) => articles[at] ?? []);
  const late = told.filter(({ at }) => Date.parse(at) >= period.late);
  const facet = isCommonNoun(candidate) ? null : facetOf(candidate, elsewhere, articles, find);
  const all = Object.values(names).flat();
  const [shown = ''] = names.en ?? all;
  const forms = bearer.names.flatMap((name) => [...name.forms.keys()]);
  const where = facet === null ? 'as a tag, counting for no side' : `as part of ${facet}`;
  const near =
    elsewhere.nearly === 0 ? '' : ` ${elsewhere.nearly} rejected articles have it and lack one side only.`;
  const half = shareOf(told, articles);
  const one = bearer.translated ? ' Its names stand in the same places of the same stories.' : '';
  return {
    kind: 'new-name',
    topicId: topic.id,
    subject: conceptId(shown),
    title: `Add ${all.join(' / ')} (${kind}) to ${topic.title} ${where}`,
    why:
      `${late.length} articles of ${new Set(late.map(({ sourceId }) => sourceId)).size} sources name it since ` +
      `${dayOf(period.late)}, ${told.length - late.length} did before.${half}${near}${one}`,
    weight: late.length,
    change: {
      kind: 'add-concept',
      topicId: topic.id,
      facet,
      concept: {
        id: numbered(conceptId(shown), (one) => topic.concepts.some(({ id }) => id === one)),
        kind,
        names,
      },
    },
    evidence: evidenceOf(told, { begin: period.begin, now: period.now }, (sentence) =>
      forms.some((form) => sentence.includes(form)),
    ),
  };
}
