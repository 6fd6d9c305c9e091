import type { Lease } from '../../domain/lease.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Store } from '../../domain/store.ts';
import type { Observed, Proposal, SuggestionBasis } from '../../domain/suggestion.ts';
import { daysBefore, type Instant } from '../../domain/time.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Decision } from '../../domain/verdict.ts';
import { enter } from '../../watchlist/suggest/ledger.ts';

/**
 * How far back the corpus is looked at, and at how many articles of a topic at most; rejected ones only show what is ordinary.
 */
const DAYS: Readonly<Record<Decision, number>> = { accepted: 120, review: 120, rejected: 45 };
const NEWEST: Readonly<Record<Decision, number>> = { accepted: 6_000, review: 3_000, rejected: 25_000 };

/**
 * Looks through the corpus for what the watchlists and the sources lack, and enters it into the ledger. Changes nothing else.
 *
 * @param files what the settings say now, by their path
 */
export async function lookForSuggestions(
  { sources, topics }: Pick<Settings, 'sources' | 'topics'>,
  store: Store,
  lease: Lease,
  { at: now, files }: SuggestionBasis,
): Promise<void> {
  const proposals = await proposalsOf({ sources, topics }, store, now);
  await lease.check();
  const changed = enter(await store.suggestions(), proposals, now);
  await store.recordSuggestions(lease, changed, { at: now, files });
}

/** What the corpus proposes now. Only reads. */
export async function proposalsOf(
  { sources, topics }: Pick<Settings, 'sources' | 'topics'>,
  store: Store,
  now: Instant,
): Promise<readonly Proposal[]> {
  const { proposeForTopic } = await import('../../watchlist/suggest/for-topic.ts');
  const { proposeForSources } = await import('../../watchlist/suggest/for-sources.ts');
  const proposals: Proposal[] = [];
  const accepted = new Map<string, Observed>();
  const arrivals = new Map<string, Set<string>>();
  for (const topic of topics) {
    const kept = await keptFor(store, topic, now);
    const rejected = noting(
      store.observed(topic.id, {
        decision: 'rejected',
        since: daysBefore(now, DAYS.rejected),
        newest: NEWEST.rejected,
      }),
      arrivals,
    );
    note(kept, arrivals);
    for (const article of kept) if (article.decision === 'accepted') accepted.set(article.id, article);
    proposals.push(...(await proposeForTopic({ topic, kept, rejected, now })));
  }
  const states = await store.sourceStates();
  const ofSources = proposeForSources({
    sources,
    states,
    accepted: [...accepted.values()].toSorted(byTime),
    arrivals: new Map([...arrivals].map(([id, days]) => [id, [...days].map((day) => Date.parse(day))])),
    now,
  });
  return [...proposals, ...ofSources];
}

async function keptFor(store: Store, { id }: Topic, now: Instant): Promise<readonly Observed[]> {
  const kept: Observed[] = [];
  for (const decision of ['accepted', 'review'] as const) {
    const wanted = { decision, since: daysBefore(now, DAYS[decision]), newest: NEWEST[decision] };
    for await (const page of store.observed(id, wanted)) kept.push(...page);
  }
  return kept.toSorted(byTime);
}

const byTime = (a: Observed, b: Observed): number =>
  a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1;

/** Hands pages on, and remembers on which days each source brought something. */
async function* noting(
  pages: AsyncIterable<readonly Observed[]>,
  arrivals: Map<string, Set<string>>,
): AsyncGenerator<readonly Observed[]> {
  for await (const page of pages) {
    note(page, arrivals);
    yield page;
  }
}

function note(articles: readonly Observed[], arrivals: Map<string, Set<string>>): void {
  for (const { sourceId, at } of articles) {
    const days = arrivals.get(sourceId);
    if (days) days.add(at.slice(0, 10));
    else arrivals.set(sourceId, new Set([at.slice(0, 10)]));
  }
}
