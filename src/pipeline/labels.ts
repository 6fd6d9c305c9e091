import type { Article } from '../domain/article.ts';
import type { Answer, Label } from '../domain/label.ts';
import type { Services } from './services.ts';
import { underShortLease } from './short-lease.ts';

/** What labelling found, and did. */
export interface Labelling {
  /** What was labelled (or whose label was taken back), in the order named, each once. Empty where a reference is unknown. */
  readonly articles: readonly Article[];
  /** References that no article of the corpus answers to. Where there is one, nothing was done. */
  readonly unknown: readonly string[];
}

/**
 * Records a person's answer on articles, or takes it back. Their decision follows at the next run, and what the topic learns from
 * it. All or nothing: an unknown reference stops it.
 *
 * @param references ids, beginnings of ids, or addresses, as `Store.find` takes them.
 * Rejects with `LeaseBusy` where a run is at work for longer than 10 seconds.
 */
export async function labelArticles(
  services: Services,
  topicId: string,
  answer: Answer | 'undo',
  references: readonly string[],
): Promise<Labelling> {
  const store = await services.store();
  const found = await Promise.all(references.map((reference) => store.find(reference)));
  const unknown = references.filter((_, at) => found[at] === null);
  if (unknown.length > 0) return { articles: [], unknown };
  const articles = [
    ...new Map(found.flatMap((article) => (article ? [[article.id, article]] : []))).values(),
  ];
  const ids = articles.map(({ id }) => id);
  const at = services.clock.now().toISOString();
  await underShortLease(store, 'label', (lease) =>
    answer === 'undo'
      ? store.removeLabels(lease, topicId, ids)
      : store.setLabels(
          lease,
          ids.map((articleId) => ({ articleId, topicId, answer, at })),
        ),
  );
  return { articles, unknown };
}

/** Sets labels that were given elsewhere, at the time they were given. */
export async function setLabels(services: Services, labels: readonly Label[]): Promise<void> {
  const store = await services.store();
  await underShortLease(store, 'label', (lease) => store.setLabels(lease, labels));
}
