import type { ThresholdMove, TopicLearning } from '../domain/learning.ts';
import { forgottenFacet, keptOutInWords } from '../watchlist/health/facets.ts';
import type { ConceptHealth, TopicHealth } from '../watchlist/health/health.ts';
import { type Context, show } from './context.ts';
import { table } from './table.ts';
import { oneTopic } from './topics.ts';

export interface StatusOptions {
  readonly topic?: string;
  /** Seconds. */
  readonly since?: number;
}

const DAY_SECONDS = 86_400;
/** The most lines of one list that people are shown; `--json` has all. */
const SHOWN = 15;

export async function showHealth(context: Context, { topic: id, since }: StatusOptions): Promise<void> {
  const { topicHealth } = await import('../pipeline/topic-health.ts');
  const { services } = context;
  const topic = oneTopic(await services.settings(), id);
  const now = services.clock.now().toISOString();
  const days = since === undefined ? undefined : since / DAY_SECONDS;
  const store = await services.store();
  const health = await topicHealth(store, topic, now, days);
  const { topicLearning } = await import('../pipeline/learning.ts');
  const learning = await topicLearning(store, topic);
  show(context, { ...health, learning }, () => `${inWords(health)}\n\n${learnedLine(learning)}`);
}

function inWords({ title, topicId, decided, since, until, ...health }: TopicHealth): string {
  const sections: readonly string[] = [
    section(
      ['facet', 'accepted', 'rejected for want of it alone'],
      health.facets.map((facet) => [facet.title, facet.articles, facet.keptOut]),
    ),
    section(
      ['concept', 'accepted', 'alone for its facet', 'not accepted'],
      health.concepts
        .filter(({ silence }) => silence !== 'never')
        .map(({ name, accepted, alone, others }) => [name, accepted, alone, others]),
    ),
    section(
      ['lately silent', 'accepted', 'last named'],
      silent(health.concepts, 'lately').map(({ name, accepted, last }) => [
        name,
        accepted,
        last?.slice(0, 10) ?? '',
      ]),
    ),
    section(
      ['never named', 'kind'],
      silent(health.concepts, 'never').map(({ name, kind }) => [name, kind]),
    ),
    section(
      ['source', 'accepted', 'to review', 'stories', 'opened', 'had alone'],
      health.sources.map(({ id, accepted, review, stories, first, sole }) => [
        id,
        accepted,
        review,
        stories,
        first,
        sole,
      ]),
    ),
    section(['stories', 'how many'], storyRows(health.stories)),
    section(
      ['language', 'concepts with a name in it', 'judged', 'accepted'],
      health.languages.map(({ language, concepts, judged, accepted }) => [
        language,
        concepts === 0 ? 'none: found by luck' : concepts,
        judged,
        accepted,
      ]),
    ),
    ['may be missing', ...health.missed.flatMap(estimateLines)].join('\n'),
  ];
  const judged = decided.accepted + decided.review + decided.rejected;
  const forgotten = forgottenFacet(health.facets, decided.accepted);
  return [
    `${title} (${topicId}), ${since.slice(0, 10)} to ${until.slice(0, 10)}: ` +
      `${decided.accepted} accepted, ${decided.review} to review, ${decided.rejected} rejected` +
      keptOutInWords(health.facets),
    ...(forgotten === null ? [] : [`${forgotten}.`]),
    ...(judged === 0
      ? ['Nothing came in during this time; look further back with --since 365d, or start a run.']
      : sections),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

const silent = (concepts: readonly ConceptHealth[], how: ConceptHealth['silence']) =>
  concepts.filter(({ silence }) => silence === how);

/** A table under its heading; nothing where it has no rows. */
function section(heading: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return '';
  const rest = rows.length - SHOWN;
  const shown = rows.slice(0, SHOWN).map((row) => row.map(String));
  return [
    table([heading, ...shown]),
    ...(rest > 0 ? [`… and ${rest} more; --json lists them all`] : []),
  ].join('\n');
}

function storyRows({ total, bySources, compared, soleOrigin }: TopicHealth['stories']) {
  const of = (part: number, whole: number) =>
    `${part}${whole === 0 ? '' : ` (${Math.round((100 * part) / whole)} %)`}`;
  return [
    ['in all', `${total}`],
    ['of one source alone', of(bySources.one, total)],
    ['of two sources', of(bySources.two, total)],
    [
      'of one origin alone',
      compared === 0 ? 'none compared yet' : `${of(soleOrigin, compared)} of ${compared} compared`,
    ],
  ];
}

function estimateLines({ from, of, expected, seen, estimator, assumes }: TopicHealth['missed'][number]) {
  const guess = expected === null ? 'too little was seen to say' : `about ${expected} ${of}`;
  return [`  by ${from}: ${guess}`, `    ${seen}; reckoned as ${estimator}; assumes ${assumes}`];
}

function learnedLine({ acceptAt, frozen, moves, answered }: TopicLearning): string {
  const last = moves.at(-1);
  const moved = last
    ? `last moved ${last.at.slice(0, 10)}, from ${last.from.toFixed(2)}, by ${BY[last.why]}`
    : 'it has not moved';
  return [
    'learned',
    acceptAt === null
      ? '  nothing yet: it has judged nothing'
      : `  accepts from ${acceptAt.toFixed(2)}; ${moved}`,
    `  ${answered.yes} labelled yes, ${answered.no} no${frozen ? '; frozen: the stream teaches it nothing more' : ''}`,
  ].join('\n');
}

const BY: Readonly<Record<ThresholdMove['why'], string>> = {
  topic: 'a change of the topic file',
  answers: 'labels',
  stream: 'what came in',
};
