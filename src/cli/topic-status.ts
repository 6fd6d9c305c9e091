import type { ConceptHealth, TopicHealth } from '../watchlist/health.ts';
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
  const health = await topicHealth(await services.store(), topic, now, days);
  show(context, health, () => inWords(health));
}

function inWords({ title, topicId, decided, since, until, ...health }: TopicHealth): string {
  const sections = [
    section(
      ['facet', 'accepted'],
      health.facets.map((facet) => [facet.title, facet.articles]),
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
  return [
    `${title} (${topicId}), ${since.slice(0, 10)} to ${until.slice(0, 10)}: ` +
      `${decided.accepted} accepted, ${decided.review} to review, ${decided.rejected} rejected`,
    ...sections.filter((text) => text !== ''),
  ].join('\n\n');
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
