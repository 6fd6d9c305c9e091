import type { Observed, Proposal } from '../../domain/suggestion.ts';
import { DAY } from '../../domain/time.ts';
import type { Concept, Topic } from '../../domain/topic.ts';
import { nameFinder } from '../../text/names/finder.ts';
import type { CostlyExclusion } from './costly-exclusions.ts';
import { evidenceOf } from './evidence.ts';
import { ownForm } from './new-names.ts';
import { dayOf, type Period } from './period.ts';
import type { SameConcept } from './same-concepts.ts';
import type { RejectedConcept, SilentConcept } from './silent-concepts.ts';
import type { Spelling } from './spellings.ts';

/** For whom, and over which time. */
export interface View {
  readonly topic: Topic;
  readonly period: Period;
}

const shownName = ({ names, id }: Concept): string => (names.en ?? Object.values(names).flat())[0] ?? id;

const sourcesOf = (articles: readonly Observed[]): number =>
  new Set(articles.map(({ sourceId }) => sourceId)).size;

/** Whether a sentence names the concept. */
function naming({ names, seenAs, kind }: Concept): (sentence: string) => boolean {
  const find = nameFinder(
    [...Object.entries(names), ['und', seenAs] as const].flatMap(([language, texts]) =>
      texts.map((text) => ({ text, language, isPerson: kind === 'person', of: text })),
    ),
  );
  return (sentence) => find(sentence).found.length > 0;
}

/** Another spelling of a concept, or its name in a language it has none in. */
export function respelt(
  { concept, name, like, language }: Spelling,
  articles: readonly Observed[],
  { topic, period }: View,
): Proposal {
  const told = name.articles.flatMap((at) => articles[at] ?? []);
  const form = ownForm(name, concept.kind);
  const where = language === null ? 'as a spelling seen' : `as its name in ${language}`;
  return {
    kind: 'spelling',
    topicId: topic.id,
    subject: `${concept.id}/${form}`,
    title: `Add ${form} to ${shownName(concept)} (${concept.id}) ${where}`,
    why:
      `${told.length} articles of ${sourcesOf(told)} sources write it so, first on ${dayOf(told[0]?.at ?? period.now)}. ` +
      `It is like ${like}, is named beside the same concepts, and hardly ever beside ${like} itself.`,
    weight: told.length,
    change: { kind: 'add-name', topicId: topic.id, conceptId: concept.id, language, name: form },
    evidence: evidenceOf(told, period, (sentence) =>
      [...name.forms.keys()].some((one) => sentence.includes(one)),
    ),
  };
}

/** Two concepts that are one. */
export function same({ keep, drop, names, articles }: SameConcept, { topic, period }: View): Proposal {
  return {
    kind: 'same-concept',
    topicId: topic.id,
    subject: [keep.id, drop.id].toSorted().join('+'),
    title: `Make one concept of ${keep.id} and ${drop.id}`,
    why: `Both are of the kind ${keep.kind}, and ${names[0]} is ${names[1]}. ${articles.length} articles name ${drop.id}, whose names go to ${keep.id}.`,
    weight: Math.max(1, articles.length),
    change: { kind: 'merge-concepts', topicId: topic.id, keep: keep.id, drop: drop.id },
    evidence: evidenceOf(articles, period, naming(drop)),
  };
}

/** A concept that has gone silent. */
export function silent(
  { concept, articles, last, first, gap, days }: SilentConcept,
  { topic, period }: View,
): Proposal {
  const silentDays = Math.floor((period.now - last) / DAY);
  return {
    kind: 'silent-concept',
    topicId: topic.id,
    subject: concept.id,
    title: `Take ${shownName(concept)} (${concept.id}) out of ${topic.title}, or find what it is called now`,
    why:
      `It was named on ${days} days from ${dayOf(first)} to ${dayOf(last)}, every ${(gap / DAY).toFixed(1)} days, and not once in the ` +
      `${silentDays} days since.`,
    weight: silentDays,
    change: { kind: 'remove-concept', topicId: topic.id, conceptId: concept.id },
    evidence: evidenceOf(articles, period, naming(concept)),
  };
}

/** A concept that is named on rejected articles only. */
export function onlyRejected({ concept, articles }: RejectedConcept, { topic, period }: View): Proposal {
  return {
    kind: 'rejected-concept',
    topicId: topic.id,
    subject: concept.id,
    title: `Take ${shownName(concept)} (${concept.id}) out of ${topic.title}`,
    why: `${articles.length} articles of ${sourcesOf(articles)} sources name it, and every one of them was rejected.`,
    weight: articles.length,
    change: { kind: 'remove-concept', topicId: topic.id, conceptId: concept.id },
    evidence: evidenceOf(articles, period, naming(concept)),
  };
}

/** An exclusion that costs good articles. */
export function costs({ exclusion, articles, applied }: CostlyExclusion, { topic, period }: View): Proposal {
  return {
    kind: 'costly-exclusion',
    topicId: topic.id,
    subject: exclusion.id,
    title: `Take the exclusion ${exclusion.id} out of ${topic.title}, or narrow it`,
    why: `Of ${applied} articles it applied to, ${articles.length} of ${sourcesOf(articles)} sources tell of events that were accepted from other accounts.`,
    weight: articles.length,
    change: { kind: 'remove-exclusion', topicId: topic.id, exclusionId: exclusion.id },
    evidence: evidenceOf(articles, period),
  };
}
