import type { Settings } from '../domain/settings.ts';
import type { Topic } from '../domain/topic.ts';
import type { Backtest, Moved } from '../watchlist/backtest.ts';
import { type Context, EXIT, show } from './context.ts';
import { oneTopic } from './topics.ts';
import { harmless } from './wording.ts';

export interface BacktestOptions {
  readonly topic?: string;
  /** Seconds. */
  readonly since?: number;
  readonly maxLost?: number;
}

export async function showBacktest(
  context: Context,
  { topic, since, maxLost = Number.POSITIVE_INFINITY }: BacktestOptions,
): Promise<number> {
  const { backtest } = await import('../pipeline/backtest.ts');
  const { services } = context;
  const settings = await services.settings();
  const { before, after } = await topicsOf(settings, topic);
  const report = await backtest(await services.store(), {
    before,
    after,
    sources: settings.sources,
    since: since === undefined ? '' : secondsBefore(services.clock.now(), since),
  });
  const tooManyLost = report.lost.length > maxLost;
  show(context, { topicId: after.id, ...report, tooManyLost }, () =>
    [
      inWords(after, report),
      ...(tooManyLost ? [`more than the ${maxLost} lost that --max-lost allows`] : []),
    ].join('\n'),
  );
  return tooManyLost ? EXIT.failed : EXIT.done;
}

const secondsBefore = (now: Date, seconds: number): string =>
  new Date(now.getTime() - seconds * 1_000).toISOString();

/**
 * A file is compared with the configured topic of its id. A topic of the configuration, which was edited in place, is
 * compared with the decisions that are stored: they were reached under what it was before.
 */
async function topicsOf(
  settings: Settings,
  named: string | undefined,
): Promise<{ readonly before: Topic | null; readonly after: Topic }> {
  if (named === undefined || settings.topics.some(({ id }) => id === named)) {
    return { before: null, after: oneTopic(settings, named) };
  }
  const { loadTopic } = await import('../settings/load.ts');
  const sources = settings.sources.map(({ id }) => id);
  const after = await loadTopic(named, sources);
  return { before: settings.topics.find(({ id }) => id === after.id) ?? null, after };
}

function inWords({ id }: Topic, backtest: Backtest): string {
  const { articles, withoutText, accepted, gained, lost, moved } = backtest;
  return [
    `${id}: ${articles} articles judged; ${accepted.after} accepted, ${accepted.before} before`,
    ...(withoutText > 0
      ? [`${withoutText} of them by title and summary alone; what was rejected is kept without its text`]
      : []),
    ...listed('gained', gained),
    ...listed('lost', lost),
    ...listed('between review and rejected', moved),
    ...(gained.length + lost.length + moved.length === 0 ? ['nothing would be decided otherwise'] : []),
  ].join('\n');
}

/** The most articles of a list that people are shown; `--json` has all. */
const SHOWN = 20;

function listed(heading: string, articles: readonly Moved[]): readonly string[] {
  if (articles.length === 0) return [];
  const rest = articles.length - SHOWN;
  return [
    '',
    `${heading}: ${articles.length}`,
    ...articles
      .slice(0, SHOWN)
      .flatMap((one) => [
        `  ${one.articleId.slice(0, 8)}  ${harmless(one.title)}`,
        `            ${one.from ?? 'not judged'} ${score(one.scores.before)} → ${one.to} ${score(one.scores.after)}`,
        ...one.because.map((reason) => `            ${harmless(reason)}`),
      ]),
    ...(rest > 0 ? [`  … and ${rest} more; --json lists them all`] : []),
  ];
}

const score = (value: number | null): string => (value === null ? '' : value.toFixed(2));
