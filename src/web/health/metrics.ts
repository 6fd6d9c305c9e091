import type { Cycle, Totals } from '../../domain/cycle.ts';
import { FAILURE_REASONS } from '../../domain/source.ts';
import type { Store } from '../../domain/store.ts';

/** What the metrics are made of. */
export interface Measured {
  readonly totals: Totals;
  readonly counts: Awaited<ReturnType<Store['counts']>>;
  readonly last: Cycle | null;
  /** How many sources are in each state. */
  readonly sources: readonly { readonly state: string; readonly count: number }[];
}

interface Metric {
  /** Without the prefix of all of them. */
  readonly name: string;
  readonly type: 'counter' | 'gauge';
  readonly help: string;
  readonly samples: readonly Sample[];
}

type Sample = readonly [value: number, labels?: Readonly<Record<string, string>>];

/** How a poll can end. */
const RESULTS = ['ok', 'unchanged', 'gone', ...FAILURE_REASONS] as const;

/** Prometheus' text format, version 0.0.4. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

export function metricsText(measured: Measured, now: Date): string {
  return metricsOf(measured, now).map(render).join('');
}

function metricsOf({ totals, counts, last, sources }: Measured, now: Date): readonly Metric[] {
  const metrics: readonly Metric[] = [
    counter('cycles_total', 'Cycles that finished.', [[totals.cycles]]),
    counter(
      'polls_total',
      'Polls of sources by how they ended; all but ok and unchanged failed.',
      RESULTS.map((result) => [totals.polls[result] ?? 0, { result }]),
    ),
    counter('articles_new_total', 'Articles seen for the first time.', [[totals.fresh]]),
    counter('articles_revised_total', 'New revisions of known articles.', [[totals.revised]]),
    gauge('articles', 'Articles in the corpus.', [[counts.articles]]),
    gauge(
      'verdicts',
      'Articles by what was decided on them, over all topics.',
      Object.entries(counts.byDecision).map(([decision, count]) => [count, { decision }]),
    ),
    gauge('stories', 'Stories, over all topics.', [[counts.stories]]),
    gauge(
      'sources',
      'Sources by how they are.',
      sources.map(({ state, count }) => [count, { state }]),
    ),
  ];
  return last === null ? metrics : [...metrics, ...ofCycle(last, now)];
}

function ofCycle({ started, finished, published }: Cycle, now: Date): readonly Metric[] {
  const begin = Date.parse(started) / 1_000;
  const end = Date.parse(finished) / 1_000;
  return [
    gauge('last_cycle_timestamp_seconds', 'When the last cycle finished, in seconds since 1970.', [[end]]),
    gauge('last_cycle_age_seconds', 'How long ago that was.', [[now.getTime() / 1_000 - end]]),
    gauge('last_cycle_duration_seconds', 'How long it took.', [[end - begin]]),
    gauge('last_cycle_published_files', 'Files that it wrote.', [[published]]),
  ];
}

const counter = (name: string, help: string, samples: readonly Sample[]): Metric => ({
  name,
  type: 'counter',
  help,
  samples,
});

const gauge = (name: string, help: string, samples: readonly Sample[]): Metric => ({
  name,
  type: 'gauge',
  help,
  samples,
});

function render({ name, type, help, samples }: Metric): string {
  const full = `topicwatch_${name}`;
  const lines = samples.map(([value, labels = {}]) => {
    const pairs = Object.entries(labels).map(([label, said]) => `${label}=${JSON.stringify(said)}`);
    return `${full}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}\n`;
  });
  return `# HELP ${full} ${help}\n# TYPE ${full} ${type}\n${lines.join('')}`;
}
