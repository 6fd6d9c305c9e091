import type { Source, SourceState } from '../../domain/source.ts';
import type { Observed, Proposal } from '../../domain/suggestion.ts';
import { DAY, type Instant } from '../../domain/time.ts';
import {
  hastySources,
  type IdleSource,
  idleSources,
  type LostSource,
  lostSources,
  movedSources,
  type Watched,
} from './ailing-sources.ts';
import { evidenceOf } from './evidence.ts';
import { siteOf } from './hosts.ts';
import { dayOf } from './period.ts';
import { uncoveredSites } from './uncovered-sites.ts';

/** What the corpus holds of the sources, over all topics. */
export interface SourcesCorpus {
  readonly sources: readonly Source[];
  readonly states: ReadonlyMap<string, SourceState>;
  /** Accepted for any topic, each once, in the order of time. */
  readonly accepted: readonly Observed[];
  /** When each source brought something, accepted or not: days will do, in milliseconds. */
  readonly arrivals: ReadonlyMap<string, readonly number[]>;
  readonly now: Instant;
}

/** What the sources lack, and which of them are not worth their polls. Pure. */
export function proposeForSources({
  sources,
  states,
  accepted,
  arrivals,
  now,
}: SourcesCorpus): readonly Proposal[] {
  const time = Date.parse(now);
  const begin = Date.parse(accepted[0]?.at ?? now);
  const view: View = { accepted, begin, now: time };
  const watched = sources.map(
    (source): Watched => ({
      source,
      state: states.get(source.id) ?? null,
      arrivals: arrivals.get(source.id) ?? [],
    }),
  );
  const lost = lostSources(watched, time);
  const isLost = new Set(lost.map(({ source }) => source.id));
  return [
    ...lost.map((one) => losing(one, view)),
    ...movedSources(watched, time).map(({ source, to, since }) => moving(source, to, since, view)),
    ...idleSources(accepted, sources, time)
      .filter(({ source }) => !isLost.has(source.id))
      .map((one) => idling(one, view)),
    ...uncoveredSites(accepted, sources).map((site) => covering(site, view)),
    ...hastySources(watched, time).map(({ source, at }) => missing(source, at, view)),
  ].toSorted((a, b) => b.weight - a.weight);
}

interface View {
  readonly accepted: readonly Observed[];
  readonly begin: number;
  readonly now: number;
}

const ofSource = ({ accepted }: View, { id }: Source): readonly Observed[] =>
  accepted.filter(({ sourceId }) => sourceId === id);

const about = { topicId: null } as const;

/** Others that still carry what stands on the lost source's site, or under its name, say that it lives on elsewhere. */
function losing({ source, how, since }: LostSource, view: View): Proposal {
  const days = Math.floor((view.now - since) / DAY);
  const alive = livesOn(source, since, view);
  const site = alive ?? (siteOf(source.url) === null ? null : `${new URL(source.url).origin}/`);
  const what =
    how === 'gone'
      ? 'said that it is gone for good'
      : how === 'failing'
        ? 'has failed at every poll'
        : 'has brought nothing';
  const where =
    alive === null
      ? 'Look whether its publisher has a new feed.'
      : `Articles of its site still come by other sources, from ${alive} last.`;
  return {
    ...about,
    kind: 'lost-source',
    subject: source.id,
    title: `Disable ${source.title} (${source.id})${alive === null ? '' : `, or find its new feed at ${alive}`}`,
    why: `It ${what} since ${dayOf(since)}, ${days} days ago. ${where}`,
    weight: Math.max(1, days),
    change: { kind: 'disable-source', sourceId: source.id, reason: `${how} since ${dayOf(since)}`, site },
    evidence: evidenceOf(ofSource(view, source), view),
  };
}

/** A host of the lost source's site, or of one whose publisher bears its title, on which something was accepted since. */
function livesOn(source: Source, since: number, { accepted }: View): string | null {
  const site = siteOf(source.url);
  const later = accepted.filter(({ at, sourceId }) => sourceId !== source.id && Date.parse(at) > since + DAY);
  for (const { url, publisher } of later.toReversed()) {
    const named = publisher?.name === source.title ? publisher.url : null;
    const address = named ?? (url !== null && siteOf(url) === site ? url : null);
    const origin = address === null ? undefined : URL.parse(address)?.origin;
    if (origin !== undefined) return `${origin}/`;
  }
  return null;
}

function moving(source: Source, to: string, since: number, view: View): Proposal {
  return {
    ...about,
    kind: 'moved-source',
    subject: source.id,
    title: `Write the new address of ${source.title} (${source.id}): ${to}`,
    why: `Since ${dayOf(since)} its server sends every poll on to ${to} for good.`,
    weight: Math.max(1, Math.floor((view.now - since) / DAY)),
    change: { kind: 'move-source', sourceId: source.id, url: to },
    evidence: evidenceOf(ofSource(view, source), view),
  };
}

function idling({ source, articles, developments, copies }: IdleSource, view: View): Proposal {
  return {
    ...about,
    kind: 'idle-source',
    subject: source.id,
    title: `Disable ${source.title} (${source.id}): it brings nothing that others have not`,
    why: `Of ${articles.length} accepted articles it brought since ${dayOf(articles[0]?.at ?? view.now)}, ${developments} opened a story or added to one, and ${copies} had come word for word from others.`,
    weight: articles.length,
    change: {
      kind: 'disable-source',
      sourceId: source.id,
      reason: 'repeats what other sources bring',
      site: null,
    },
    evidence: evidenceOf(articles, view),
  };
}

function covering(
  { site, url, name, articles }: ReturnType<typeof uncoveredSites>[number],
  view: View,
): Proposal {
  const sources = new Set(articles.map(({ sourceId }) => sourceId)).size;
  const how = name === null ? `link to ${site}` : `come from ${name} (${site})`;
  return {
    ...about,
    kind: 'uncovered-site',
    subject: site,
    title: `Add ${name ?? site} as a source`,
    why: `${articles.length} accepted articles of ${sources} sources ${how}, which no source covers.`,
    weight: articles.length,
    change: { kind: 'add-source', site: url, feed: null },
    evidence: evidenceOf(articles, view),
  };
}

function missing(source: Source, at: number, view: View): Proposal {
  return {
    ...about,
    kind: 'missed-items',
    subject: source.id,
    title: `Run topicwatch more often: ${source.title} (${source.id}) loses items`,
    why: `On ${dayOf(at)} a poll found none of the items of the poll before, so some may have come and gone. Run it every 10 minutes, say.`,
    weight: 1,
    change: null,
    evidence: evidenceOf(ofSource(view, source), view),
  };
}
