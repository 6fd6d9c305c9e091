import type { Lease } from '../domain/lease.ts';
import type { Settings } from '../domain/settings.ts';
import type { Store } from '../domain/store.ts';
import { daysBefore } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import { IMPORT } from '../ingest/import.ts';
import type { SourceTrouble } from '../publish/entries/keeper.ts';
import type { Update } from '../publish/entries/updates.ts';
import type { Publishing } from '../publish/entry.ts';
import type { PublishedFile, TopicViews } from '../publish/render.ts';
import { sha256 } from '../text/fingerprints.ts';
import type { Services } from './services.ts';
import { troublesOf } from './troubles.ts';

/** Part of what a publication was made from; raised when a release renders the same corpus differently. */
const RENDERING = 1;

/**
 * Renders every topic from the store and writes the files that differ from what is there.
 *
 * The store remembers what the folder was last completely published from. When nothing of that has moved, nothing is
 * read or rendered; after a crash in the middle it has not been recorded, so the next run publishes again.
 *
 * @param force publish even when nothing has moved: someone may have emptied the folder.
 * @returns how many files were written. Rejects with `OutputFailed` or `LeaseLost`.
 */
export async function publish(services: Services, lease: Lease, { force = false } = {}): Promise<number> {
  const settings = await services.settings();
  const store = await services.store();
  const { state, troubles } = await stateOf(services);
  if (!force && (await store.published()) === state) return 0;

  const output = await services.output();
  const before = () => lease.check();
  const files = await render(settings, store, lease, troubles);
  let written = 0;
  for (const { name, content } of files) if (await output.write(name, content, before)) written += 1;
  await output.prune(new Set(files.map(({ name }) => name)), before);
  await store.recordPublished(lease, state);
  return written;
}

/** Whether the folder was completely published from what is in the store and the settings now. */
export async function isPublished(services: Services): Promise<boolean> {
  const { state } = await stateOf(services);
  return (await (await services.store()).published()) === state;
}

/** A hash of all that is published, and the troubles of sources, which are part of it. */
async function stateOf(services: Services) {
  const settings = await services.settings();
  const store = await services.store();
  const now = services.clock.now().toISOString();
  const troubles = troublesOf(settings.sources, await store.sourceStates(), now);
  // In the order the keys were written, which is always the same: sorting those of a thousand sources would be felt.
  const parts = [RENDERING, await store.corpusVersion(), fromSettings(settings), troubles];
  return { state: sha256(JSON.stringify(parts)), troubles };
}

/** How everything that leaves the corpus is shown: the feeds, the digest, an export. */
export const publishingOf = ({ publish: settings, sources, web: { baseUrl } }: Settings): Publishing => ({
  settings,
  sources: new Map([...sources, IMPORT].map((source) => [source.id, source])),
  confirmUrl: baseUrl === null ? null : (topicId, articleId) => `${baseUrl}review/${topicId}/${articleId}`,
});

/** What of the settings shows in the published files. */
const fromSettings = ({ publish, sources, topics, web }: Settings): unknown => [
  publish,
  web.baseUrl,
  sources,
  topics.map(({ hash }) => hash),
];

async function render(
  settings: Settings,
  store: Store,
  lease: Lease,
  troubles: readonly SourceTrouble[],
): Promise<readonly PublishedFile[]> {
  const { renderShared, renderSuggestions, renderTopic } = await import('../publish/render.ts');
  const publishing = publishingOf(settings);
  const views: TopicViews[] = [];
  const files: PublishedFile[] = [];
  for (const topic of settings.topics) {
    const view = await viewTopic(store, lease, topic, publishing);
    views.push(view);
    files.push(...renderTopic(view, publishing));
  }
  const open = (await store.suggestions()).filter(({ state }) => state === 'open');
  return [...files, ...renderShared(views, troubles, publishing), renderSuggestions(open, publishing)];
}

/**
 * The chart of the static site goes back so far from the newest story: by no clock, so that the same corpus gives the same page.
 */
const CHART_DAYS = 30;

async function viewTopic(
  store: Store,
  lease: Lease,
  topic: Topic,
  publishing: Publishing,
): Promise<TopicViews> {
  const limit = publishing.settings.entries;
  const tagged = new Map<string, TopicViews['stories']>();
  for (const tag of topic.tags)
    if (tag.feed) tagged.set(tag.id, await store.taggedStories(topic.id, tag.id, limit));
  const stories = await store.stories(topic.id, limit, { listedOnly: true });
  const newest = stories[0]?.story.updated;
  return {
    topic,
    tagged,
    stories,
    days: newest === undefined ? [] : await store.topicDays(topic.id, daysBefore(newest, CHART_DAYS)),
    updates: await updatesOf(store, lease, topic, publishing),
    articles: await store.articles(topic.id, limit),
    review: await store.review(topic.id, limit),
  };
}

/** Told once and remembered before it is published, so that no crash and no later revision makes it read otherwise. */
async function updatesOf(
  store: Store,
  lease: Lease,
  topic: Topic,
  publishing: Publishing,
): Promise<readonly Update[]> {
  const { tellUpdates } = await import('../publish/entries/updates.ts');
  const developments = await store.developments(topic.id, publishing.settings.entries);
  const told = (await store.told(developments.map(({ development }) => development.id))) as ReadonlyMap<
    string,
    Update
  >;
  const updates = tellUpdates(developments, told, topic, publishing);
  const fresh = updates.filter((update) => told.get(update.developmentId) !== update);
  const tellings = fresh.map((update) => ({ developmentId: update.developmentId, telling: update }));
  if (tellings.length > 0) await store.recordTold(lease, tellings);
  return updates;
}
