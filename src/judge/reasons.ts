import type { Reason } from '../domain/verdict.ts';
import { type CompiledTopic, names } from './compile.ts';
import { type MeetingFound, type Place, worthOf } from './meeting.ts';
import { oddsOf } from './odds.ts';
import type { Passage } from './passages.ts';

/** What an exclusion that rejects takes off the log-odds: nothing makes up for it. */
const REJECTED = -10;
/** Less than this is not worth a line. */
const SLIGHT = 0.05;
/** The longest quote, in UTF-16 units. */
const LONGEST = 200;

/**
 * The evidence of facets and exclusions. The weights are parts of the log-odds. Every concept that is named gives a reason for
 * each field, with weight 0 where it has no facet, since tags follow from them.
 */
export function facetReasons(
  compiled: CompiledTopic,
  passages: readonly Passage[],
  found: MeetingFound,
): readonly Reason[] {
  return [
    ...conceptReasons(compiled, passages, found),
    ...meetingReasons(found),
    ...passages.flatMap(exclusionReasons),
  ];
}

function conceptReasons(
  { sides, supporting }: CompiledTopic,
  passages: readonly Passage[],
  { meeting }: MeetingFound,
): readonly Reason[] {
  if (passages.every(({ mentions }) => mentions.length === 0)) return []; // as in most articles
  const odds = oddsOf(meeting);
  const shares = [
    ...sides.map((side, at) => ({ side, each: (odds.sides[at] ?? 0) / (meeting.counts[at] || 1) })),
    { side: supporting, each: odds.supporting / (meeting.supporting || 1) },
  ];
  return passages.flatMap((passage) =>
    [...Map.groupBy(passage.mentions, ({ concept }) => concept)].map(([concept, mentions]): Reason => {
      const each = shares.reduce((sum, { side, each }) => (names({ concept }, side) ? sum + each : sum), 0);
      const weight = each * worthOf(passage) * mentions.length;
      const { facets } = concept;
      return given(`concept:${concept.id}`, placeOf(passage, mentions), weight, {
        facets,
        count: mentions.length,
      });
    }),
  );
}

/** That the sides meet in a sentence or in two neighbouring ones, and that one of them comes in late. */
function meetingReasons({ meeting, closest, latecomer }: MeetingFound): readonly Reason[] {
  const odds = oddsOf(meeting);
  const reasons: Reason[] = [];
  const where = closest ?? latecomer;
  if (where && meeting.counts.length > 1 && odds.together > 0)
    reasons.push(
      meeting.together > 0
        ? given('together', where, odds.together, { count: meeting.together })
        : given('near', where, odds.together, { count: meeting.near }),
    );
  if (latecomer && Number.isFinite(meeting.latest) && odds.late < -SLIGHT)
    reasons.push(given('late', latecomer, odds.late));
  return reasons;
}

/** A mask that covers a name is told of, since without it the name would have counted. */
function exclusionReasons(passage: Passage): readonly Reason[] {
  return [...Map.groupBy(passage.excluded, ({ exclusion }) => exclusion)].map(([{ id, effect }, found]) => {
    const weight = effect === 'reject' ? REJECTED : 0;
    return given(`exclude:${id}`, placeOf(passage, found), weight, { count: found.length });
  });
}

/** Where something was first found. */
function placeOf(
  { field, text }: Passage,
  [first]: readonly { readonly start: number; readonly end: number }[],
): Place {
  return { field, quote: text.slice(first?.start, first?.end) };
}

/** Whether a reason puts the article out by itself, whatever else speaks for it. */
export function isRejection({ rule, weight }: Reason): boolean {
  return rule.startsWith('exclude:') && weight <= REJECTED;
}

function given(
  rule: string,
  { field, quote }: Place,
  weight: number,
  { facets = [], count = 1 }: Partial<Pick<Reason, 'facets' | 'count'>> = {},
): Reason {
  const short = quote.length > LONGEST ? `${quote.slice(0, LONGEST - 1)}…` : quote;
  return {
    rule,
    facets,
    field,
    quote: short,
    count,
    weight: Math.round(weight * 1000) / 1000,
    learned: false,
  };
}
