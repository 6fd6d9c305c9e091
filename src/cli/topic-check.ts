import type { Miss, TopicCheck } from '../watchlist/check.ts';
import { type Context, show } from './context.ts';
import { oneTopic } from './topics.ts';
import { harmless } from './wording.ts';

export interface CheckOptions {
  readonly topic?: string;
}

export async function showCheck(context: Context, { topic: id }: CheckOptions): Promise<void> {
  const { checkTopic } = await import('../pipeline/topic-check.ts');
  const { services } = context;
  const topic = oneTopic(await services.settings(), id);
  const check = await checkTopic(await services.store(), topic);
  show(context, check, () => inWords(check));
}

function inWords(check: TopicCheck): string {
  const { topicId, cases, groups, background, accepted, missed, precision, recall, misses, facets, silent } =
    check;
  const all = cases.examples + cases.labels;
  const left = groups === all ? 'each left out in turn' : `left out in ${groups} groups`;
  return [
    `${topicId}: ${cases.examples} examples and ${cases.labels} labels, ${left}; ${background} articles show what is ordinary`,
    `precision ${figure(precision)}: ${accepted.rightly} accepted rightly, ${accepted.wrongly} wrongly`,
    `recall    ${figure(recall)}: ${missed.review} missed for review, ${missed.rejected} rejected`,
    ...facets.map(({ id, named, of }) => `facet ${id}: named in ${named} of ${of}`),
    ...(misses.length > 0 ? ['', 'worst misses'] : []),
    ...misses.slice(0, SHOWN).flatMap(missLines),
    ...(misses.length > SHOWN ? [`  … and ${misses.length - SHOWN} more; --json lists them all`] : []),
    ...silentLine('concepts that never speak', silent.concepts),
    ...silentLine('exclusions that never speak', silent.exclusions),
    ...silentLine('tags that are never given', silent.tags),
    ...(check.lacks.length > 0 ? ['', ...check.lacks] : []),
  ].join('\n');
}

/** The most that people are shown of one list. */
const SHOWN = 10;

const figure = (value: number | null): string => (value === null ? 'none' : value.toFixed(2));

function missLines({
  id,
  title,
  wanted,
  decision,
  score,
  acceptAt,
  missing,
  because,
  nearest,
  flip,
}: Miss): readonly string[] {
  return [
    `  ${harmless(title)} (${id})`,
    `    ${wanted ? 'on the topic' : 'not on the topic'}, ${decision}: score ${score.toFixed(2)}, accepted from ${acceptAt.toFixed(2)}`,
    ...(missing.length > 0 ? [`    missing ${missing.join(', ')}`] : []),
    ...because.map((reason) => `    ${harmless(reason)}`),
    ...(nearest ? [`    nearest ${nearest.example} (${nearest.similarity.toFixed(2)})`] : []),
    `    ${harmless(flip)}`,
  ];
}

function silentLine(what: string, ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : ['', `${what}: ${ids.join(', ')}`];
}
