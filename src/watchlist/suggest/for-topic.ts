import type { Observed, Proposal } from '../../domain/suggestion.ts';
import type { Instant } from '../../domain/time.ts';
import type { Topic } from '../../domain/topic.ts';
import { conceptFinder } from '../../text/names/concepts.ts';
import type { Bearer } from './bearers.ts';
import { costlyExclusions } from './costly-exclusions.ts';
import { belongs, type Candidate, candidateOf, countElsewhere, newName } from './new-names.ts';
import { type Period, periodOf } from './period.ts';
import { risingBearers } from './rising-names.ts';
import { risingTerms } from './rising-terms.ts';
import { sameConcepts } from './same-concepts.ts';
import { rejectedConcepts, silentConcepts } from './silent-concepts.ts';
import { spellings } from './spellings.ts';
import { standingBearers } from './standing-names.ts';
import { unknownNames } from './unknown-names.ts';
import { costs, onlyRejected, respelt, same, silent } from './wording.ts';

/** What the corpus holds of one topic. */
export interface TopicCorpus {
  readonly topic: Topic;
  /** Accepted articles and near misses, in the order of time. */
  readonly kept: readonly Observed[];
  /** Rejected ones, page by page; there may be many, and none is held on to longer than it must be. */
  readonly rejected: AsyncIterable<readonly Observed[]> | Iterable<readonly Observed[]>;
  readonly now: Instant;
}

/**
 * What the watchlist of a topic lacks, has too much, or has twice, as the corpus shows. Pure: the same corpus and topic give the
 * same proposals, those with the most to show for them first.
 */
export async function proposeForTopic(corpus: TopicCorpus): Promise<readonly Proposal[]> {
  const { topic, kept, now } = corpus;
  const accepted = kept.filter(({ decision }) => decision === 'accepted');
  const period = periodOf(kept[0]?.at, now);
  if (period === null || accepted.length === 0) return [];
  const find = conceptFinder(topic.concepts);
  const names = unknownNames(kept, find);
  const spelt = spellings(names, kept, topic.concepts);
  const known = new Set(spelt.map(({ name }) => name));
  const fresh = names.filter((name) => !known.has(name));
  const bearers = risingBearers(fresh, kept, period, find);
  const terms = risingTerms(kept, bearers, period, find);
  const standing = standingBearers(fresh, kept, topic.concepts, find).filter(isNoneOf(bearers));
  const candidates = [...bearers, ...terms, ...standing].map(candidateOf);
  const { elsewhere, excluded, offTopic } = await readRejected(corpus, candidates, period);

  const view = { topic, period };
  const late = lately(kept, period);
  const missing = candidates.filter((candidate) =>
    belongs(candidate, elsewhere.of(candidate), { ...late, ofRejected: elsewhere.articles() }),
  );
  return [
    ...missing.map((candidate) =>
      newName(candidate, elsewhere.of(candidate), { topic, articles: kept, find, period }),
    ),
    ...spelt.map((spelling) => respelt(spelling, kept, view)),
    ...sameConcepts(topic.concepts, kept).map((pair) => same(pair, view)),
    ...silentConcepts(kept, topic.concepts, period.now).map((one) => silent(one, view)),
    ...rejectedConcepts(kept, offTopic, topic.concepts).map((one) => onlyRejected(one, view)),
    ...costlyExclusions(accepted, excluded, topic.exclude).map((one) => costs(one, view)),
  ].toSorted((a, b) => b.weight - a.weight);
}

/**
 * One pass over what was rejected: counts the candidates in it, and keeps what exclusions shut out and what names a useless
 * concept.
 */
async function readRejected(
  { topic, kept, rejected }: TopicCorpus,
  candidates: readonly Candidate[],
  period: Period,
) {
  const useful = new Set(kept.flatMap(({ concepts }) => concepts));
  const required = topic.facets.filter((facet) => facet.required).length;
  const elsewhere = countElsewhere(candidates, required);
  const excluded: Observed[] = [];
  const offTopic: Observed[] = [];
  for await (const page of rejected) {
    elsewhere.count(page, period.late);
    for (const article of page) {
      if (article.exclusions.length > 0) excluded.push(article);
      if (article.concepts.some((id) => !useful.has(id))) offTopic.push(article);
    }
  }
  return { elsewhere, excluded, offTopic };
}

/** Whether a bearer has no name of others. */
function isNoneOf(others: readonly Bearer[]): (bearer: Bearer) => boolean {
  const told = new Set(others.flatMap(({ names }) => names));
  return ({ names }) => !names.some((name) => told.has(name));
}

function lately(kept: readonly Observed[], period: Period) {
  const isLate = kept.map(({ at }) => Date.parse(at) >= period.late);
  return {
    ofKept: isLate.filter(Boolean).length,
    kept: ({ articles }: Candidate['bearer']): number => articles.filter((at) => isLate[at]).length,
  };
}
