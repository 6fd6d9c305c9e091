import type { Instant } from '../domain/time.ts';
import type { Decision, Reason, Verdict } from '../domain/verdict.ts';

/** An article as it is decided on under a topic and under a change of it. */
export interface Replayed {
  readonly articleId: string;
  readonly title: string;
  readonly url: string | null;
  readonly sourceId: string;
  readonly firstSeen: Instant;
  /** Null: nothing was decided on it before. */
  readonly before: Verdict | null;
  readonly after: Verdict;
}

/** An article that a changed topic decides otherwise on. */
export interface Moved extends Omit<Replayed, 'before' | 'after'> {
  readonly from: Decision | null;
  readonly to: Decision;
  readonly scores: { readonly before: number | null; readonly after: number };
  /** Why, the weightiest first: what speaks now and did not, what spoke and no longer does, and a line that moved. */
  readonly because: readonly string[];
}

/** What a changed topic would have altered. Lists are in the order of arrival. */
export interface Backtest {
  /** How many articles were judged. */
  readonly articles: number;
  /** How many of them by title and summary alone: a rejected article is kept without its text, and some never had one. */
  readonly withoutText: number;
  readonly accepted: { readonly before: number; readonly after: number };
  /** Accepted only after the change. */
  readonly gained: readonly Moved[];
  /** Accepted only before it. */
  readonly lost: readonly Moved[];
  /** Between review and rejected. */
  readonly moved: readonly Moved[];
}

/** Compares decisions before and after a change of the topic. Keeps no more than what differs. */
export async function compareDecisions(replayed: AsyncIterable<Replayed>): Promise<Backtest> {
  const gained: Moved[] = [];
  const lost: Moved[] = [];
  const moved: Moved[] = [];
  const accepted = { before: 0, after: 0 };
  let articles = 0;
  let withoutText = 0;
  for await (const one of replayed) {
    articles += 1;
    if (one.after.judged !== 'full') withoutText += 1;
    const from = one.before?.decision ?? null;
    const to = one.after.decision;
    if (from === 'accepted') accepted.before += 1;
    if (to === 'accepted') accepted.after += 1;
    // To have been rejected and never to have been judged come to the same.
    if (from === to || (from === null && to === 'rejected')) continue;
    const list = to === 'accepted' ? gained : from === 'accepted' ? lost : moved;
    list.push(movedBy(one));
  }
  return { articles, withoutText, accepted, gained, lost, moved };
}

function movedBy({ before, after, ...article }: Replayed): Moved {
  return {
    ...article,
    from: before?.decision ?? null,
    to: after.decision,
    scores: { before: before?.score ?? null, after: after.score },
    because: whyMoved(before, after),
  };
}

/** The most pieces of evidence that are told of one article. */
const TOLD = 4;
/** A weight that moved by less has not moved. */
const SLIGHT = 0.05;

function whyMoved(before: Verdict | null, after: Verdict): readonly string[] {
  const old = weightsByRule(before?.reasons ?? []);
  const now = weightsByRule(after.reasons);
  const rules = [...new Set([...old.keys(), ...now.keys()])];
  const changes = rules
    .map((rule) => ({ rule, was: old.get(rule), is: now.get(rule) }))
    .map((change) => ({ ...change, by: (change.is?.weight ?? 0) - (change.was?.weight ?? 0) }))
    .filter(({ was, is, by }) => !was !== !is || Math.abs(by) >= SLIGHT)
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by) || (a.rule < b.rule ? -1 : 1));
  return [
    ...facetsMoved(before, after),
    ...changes.slice(0, TOLD).map(({ rule, was, is }) => evidenceMoved(rule, was, is)),
    ...lineMoved(before, after),
  ];
}

interface Weighed {
  readonly quote: string;
  readonly weight: number;
}

/** The weight of a rule over all fields, and what it quotes first. */
function weightsByRule(reasons: readonly Reason[]): ReadonlyMap<string, Weighed> {
  const byRule = Map.groupBy(reasons, ({ rule }) => rule);
  return new Map(
    [...byRule].map(([rule, given]) => [
      rule,
      { quote: given[0]?.quote ?? '', weight: given.reduce((sum, { weight }) => sum + weight, 0) },
    ]),
  );
}

function evidenceMoved(rule: string, was: Weighed | undefined, is: Weighed | undefined): string {
  if (!was && is) return `“${is.quote}” now speaks: ${rule}, ${signed(is.weight)}`;
  if (!is && was) return `“${was.quote}” no longer speaks: ${rule}, was ${signed(was.weight)}`;
  return `${rule} weighs ${signed(is?.weight ?? 0)}, was ${signed(was?.weight ?? 0)}`;
}

const signed = (weight: number): string => `${weight < 0 ? '' : '+'}${weight.toFixed(2)}`;

function facetsMoved(before: Verdict | null, after: Verdict): readonly string[] {
  const missed = before?.missing ?? [];
  return [
    ...after.missing.filter((facet) => !missed.includes(facet)).map((facet) => `${facet} is named no more`),
    ...missed.filter((facet) => !after.missing.includes(facet)).map((facet) => `${facet} is named now`),
  ];
}

function lineMoved(before: Verdict | null, after: Verdict): readonly string[] {
  if (!before || Math.abs(before.acceptAt - after.acceptAt) < 0.005) return [];
  return [`accepted from ${after.acceptAt.toFixed(2)}, was ${before.acceptAt.toFixed(2)}`];
}
