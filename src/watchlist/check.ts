import type { Topic } from '../domain/topic.ts';
import type { Verdict } from '../domain/verdict.ts';

/** An example or a labelled article, judged by a topic that did not know of it. */
export interface CheckedCase {
  readonly id: string;
  readonly title: string;
  readonly from: 'example' | 'label';
  /** Whether it is on the topic. */
  readonly wanted: boolean;
  readonly verdict: Verdict;
}

/** How a topic does on what it was shown, each judged without itself. */
export interface TopicCheck {
  readonly topicId: string;
  readonly cases: { readonly examples: number; readonly labels: number };
  /** In so many groups, each judged by a topic that was shown all the others; as many as cases: one by one. */
  readonly groups: number;
  /** Unlabelled articles that showed the topic what is ordinary. */
  readonly background: number;
  readonly accepted: { readonly rightly: number; readonly wrongly: number };
  /** Of what is on the topic and was not accepted, how much was put up for review. */
  readonly missed: { readonly review: number; readonly rejected: number };
  /** Null: nothing was accepted, or nothing is on the topic. */
  readonly precision: number | null;
  readonly recall: number | null;
  /** The farthest from the line first. */
  readonly misses: readonly Miss[];
  /** Required facets by how many of the cases on the topic name them. */
  readonly facets: readonly { readonly id: string; readonly named: number; readonly of: number }[];
  /** What never speaks, in these cases or in the corpus. */
  readonly silent: {
    readonly concepts: readonly string[];
    readonly exclusions: readonly string[];
    readonly tags: readonly string[];
  };
  /** What is missing for a better answer, in sentences that say what to do. */
  readonly lacks: readonly string[];
}

export interface Miss extends Omit<CheckedCase, 'verdict'> {
  readonly decision: Verdict['decision'];
  readonly score: number;
  readonly acceptAt: number;
  readonly missing: readonly string[];
  readonly because: readonly string[];
  readonly nearest: Verdict['nearest'];
  readonly flip: string;
}

/** @param fired the rules that speak anywhere in the corpus: `concept:…`, `exclude:…` */
export function checkReport(
  topic: Topic,
  cases: readonly CheckedCase[],
  how: Pick<TopicCheck, 'groups' | 'background' | 'lacks'> & { readonly fired: ReadonlySet<string> },
): TopicCheck {
  const count = (wanted: boolean, decision: Verdict['decision']): number =>
    cases.filter((one) => one.wanted === wanted && one.verdict.decision === decision).length;
  const rightly = count(true, 'accepted');
  const wrongly = count(false, 'accepted');
  const missed = { review: count(true, 'review'), rejected: count(true, 'rejected') };
  const onTopic = cases.filter(({ wanted }) => wanted);
  return {
    topicId: topic.id,
    cases: {
      examples: cases.filter(({ from }) => from === 'example').length,
      labels: cases.filter(({ from }) => from === 'label').length,
    },
    groups: how.groups,
    background: how.background,
    accepted: { rightly, wrongly },
    missed,
    precision: share(rightly, rightly + wrongly),
    recall: share(rightly, onTopic.length),
    misses: missesAmong(cases),
    facets: topic.facets
      .filter(({ required }) => required)
      .map(({ id }) => ({
        id,
        named: onTopic.filter(({ verdict }) => !verdict.missing.includes(id)).length,
        of: onTopic.length,
      })),
    silent: silentRules(topic, cases, how.fired),
    lacks: how.lacks,
  };
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Pieces of evidence shown of one case. */
const SHOWN = 4;

function missesAmong(cases: readonly CheckedCase[]): readonly Miss[] {
  return cases
    .filter(({ wanted, verdict }) => wanted !== (verdict.decision === 'accepted'))
    .map(({ verdict, ...one }) => ({
      ...one,
      decision: verdict.decision,
      score: verdict.score,
      acceptAt: verdict.acceptAt,
      missing: verdict.missing,
      because: verdict.reasons
        .filter(({ weight }) => weight !== 0)
        .slice(0, SHOWN)
        .map(
          ({ quote, rule, weight }) => `“${quote}”: ${rule}, ${weight < 0 ? '' : '+'}${weight.toFixed(2)}`,
        ),
      nearest: verdict.nearest,
      flip: verdict.flip,
    }))
    .toSorted(
      (a, b) => Math.abs(b.score - b.acceptAt) - Math.abs(a.score - a.acceptAt) || (a.id < b.id ? -1 : 1),
    );
}

function silentRules(
  { concepts, exclude, tags }: Topic,
  cases: readonly CheckedCase[],
  firedElsewhere: ReadonlySet<string>,
): TopicCheck['silent'] {
  const fired = new Set([
    ...firedElsewhere,
    ...cases.flatMap(({ verdict }) => verdict.reasons.map(({ rule }) => rule)),
  ]);
  const named = (id: string): boolean => fired.has(`concept:${id}`);
  return {
    concepts: concepts.filter(({ id }) => !named(id)).map(({ id }) => id),
    exclusions: exclude.filter(({ id }) => !fired.has(`exclude:${id}`)).map(({ id }) => id),
    // A tag is silent where nothing it asks for was ever named; what else it asks for (a language, a source) is not looked at.
    tags: tags
      .filter(({ anyOf, allOf }) => (anyOf.length > 0 && !anyOf.some(named)) || !allOf.every(named))
      .map(({ id }) => id),
  };
}
