import type { Proposal, Suggestion } from '../../domain/suggestion.ts';
import type { Instant } from '../../domain/time.ts';

/** What was refused returns when so many times as much speaks for it. */
const RETURNS = 2;

/**
 * Enters what was proposed now into the ledger of suggestions: what is new gets the next number, what is open its present
 * evidence, what was refused returns when its evidence has doubled; what nothing speaks for any more has passed.
 *
 * @param known every suggestion that was ever made, by number
 * @returns those that changed, by number
 */
export function enter(
  known: readonly Suggestion[],
  proposals: readonly Proposal[],
  now: Instant,
): readonly Suggestion[] {
  const byKey = new Map(known.map((suggestion) => [keyOf(suggestion), suggestion]));
  const proposed = new Map(proposals.map((proposal) => [keyOf(proposal), proposal]));
  let next = Math.max(0, ...known.map(({ number }) => number)) + 1;
  const changed: Suggestion[] = [];
  for (const [key, proposal] of proposed) {
    const before = byKey.get(key);
    if (before === undefined) {
      changed.push(begun(proposal, next, now));
      next += 1;
    } else if (isOpen(before, proposal)) {
      changed.push({ ...before, ...keepingFeed(before, proposal), state: 'open' });
    }
  }
  for (const suggestion of known) {
    if (suggestion.state === 'open' && !proposed.has(keyOf(suggestion)))
      changed.push({ ...suggestion, state: 'passed' });
  }
  return changed.toSorted((a, b) => a.number - b.number);
}

const keyOf = ({ kind, topicId, subject }: Proposal): string => JSON.stringify([kind, topicId, subject]);

/** Accepted ones that are proposed still return at twice the evidence too: the change was taken back, or helped nothing. */
function isOpen({ state, refusedAt, weight }: Suggestion, proposal: Proposal): boolean {
  if (state === 'open' || state === 'passed')
    return refusedAt === null || proposal.weight >= RETURNS * refusedAt;
  return proposal.weight >= RETURNS * (refusedAt ?? weight);
}

const begun = (proposal: Proposal, number: number, now: Instant): Suggestion => ({
  ...proposal,
  number,
  state: 'open',
  proposed: now,
  decided: null,
  refusedAt: null,
  opening: { title: proposal.title, why: proposal.why, evidence: proposal.evidence },
});

/** The feed that was found for a site, or in place of a lost one, is not looked for again. */
function keepingFeed({ change: before, title }: Suggestion, proposal: Proposal): Proposal {
  const { change } = proposal;
  if (proposal.kind === 'lost-source' && before?.kind === 'move-source')
    return { ...proposal, title, change: before };
  if (change?.kind !== 'add-source' || before?.kind !== 'add-source') return proposal;
  return { ...proposal, change: { ...change, feed: before.feed } };
}

/** What becomes of a suggestion that a person decided on. */
export function decided(suggestion: Suggestion, state: 'accepted' | 'refused', now: Instant): Suggestion {
  return {
    ...suggestion,
    state,
    decided: now,
    refusedAt: state === 'refused' ? suggestion.weight : suggestion.refusedAt,
  };
}
