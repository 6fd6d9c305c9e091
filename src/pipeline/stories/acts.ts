import type { ChangeSet } from '../../domain/change.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Store } from '../../domain/store.ts';
import type { StoryAct } from '../../domain/story.ts';
import { daysBefore, type Instant } from '../../domain/time.ts';
import type { StoryView } from '../../domain/view.ts';
import { uuidFrom } from '../../text/fingerprints.ts';
import type { Services } from '../services.ts';
import { stateChange } from '../state-change.ts';
import { comparingAcross } from './across.ts';
import { placingAgain } from './again.ts';
import { type ActChange, hide, merge, split, storiesSpokenOf, takenBackBeside, undo } from './changes.ts';
import { holdsOf } from './holds.ts';

/** What came of a person's word on stories. The message is for people: what happened, or why nothing did and what to do. */
export type ActOutcome =
  | { readonly kind: 'done'; readonly act: StoryAct; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string };

/** How long to wait for a run that is at work. */
const PATIENCE_SECONDS = 10;

/** Which of several topics is meant; it matters only where an article stands for its story. */
interface Choice {
  readonly topicId?: string;
}

/**
 * Makes one story of several, under the id of the first.
 *
 * A story is named by its id, a beginning of it (at least 6 characters), or an article of it by id or address. The act stands
 * against every later grouping until it is undone. It changes the store at once; the feeds follow when they are published next
 * (the page has that done at once). Rejects with `LeaseBusy` where a run is at work for longer than 10 seconds, as the other acts
 * do.
 */
export async function mergeStories(
  services: Services,
  references: readonly string[],
  choice: Choice = {},
): Promise<ActOutcome> {
  return underLease(services, async (store, now) => {
    const found = await Promise.all(references.map((reference) => named(store, reference, choice)));
    const views = new Map<string, StoryView>();
    for (const one of found) {
      if (typeof one === 'string') return one;
      views.set(one.story.id, one);
    }
    const [first, ...others] = views.values();
    if (first === undefined || others.length === 0)
      return `${references.join(' and ')} are one story already; name two stories at least, by ids that \`topicwatch stories\` shows`;
    const stranger = others.find(({ story }) => story.topicId !== first.story.topicId);
    if (stranger !== undefined)
      return `story ${stranger.story.id} is of the topic ${stranger.story.topicId}, story ${first.story.id} of ${first.story.topicId}; only stories of one topic can be merged`;
    const change = merge([first, ...others], now);
    const gone = others.map(({ story }) => short(story.id)).join(', ');
    return [change, `${gone} went into ${short(first.story.id)}: ${accounts(change, first.story.id)}`];
  });
}

/**
 * Takes articles out of a story into one of their own.
 *
 * @param articles ids, beginnings of ids, or addresses, as `Store.find` takes them.
 */
export async function splitStory(
  services: Services,
  reference: string,
  articles: readonly string[],
  choice: Choice = {},
): Promise<ActOutcome> {
  return underLease(services, async (store, now) => {
    const view = await named(store, reference, choice);
    if (typeof view === 'string') return view;
    const { story } = view;
    const ids = new Set<string>();
    for (const wanted of articles) {
      const article = await store.find(wanted);
      if (article === null || !story.articleIds.includes(article.id))
        return `${wanted} is no article of story ${story.id}; \`topicwatch stories ${short(story.id)}\` lists them`;
      ids.add(article.id);
    }
    if (ids.size === 0 || ids.size === story.articleIds.length)
      return `story ${story.id} has ${story.articleIds.length} articles; name some of them, not all`;
    const inOrder = story.articleIds.filter((id) => ids.has(id));
    const id = await freeId(store, story.topicId, inOrder);
    const change = split(view, inOrder, id, now);
    return [change, `${short(id)} was split off ${short(story.id)}: ${accounts(change, id)}`];
  });
}

/** Takes a story out of every feed. It goes on growing, unseen. */
export async function hideStory(
  services: Services,
  reference: string,
  choice: Choice = {},
): Promise<ActOutcome> {
  return underLease(services, async (store, now) => {
    const view = await named(store, reference, choice);
    if (typeof view === 'string') return view;
    if (view.hidden) return `story ${view.story.id} is hidden already`;
    return [hide(view, now), `${short(view.story.id)} is hidden`];
  });
}

/**
 * Takes back the last act that speaks of a story.
 *
 * @param reference null: the last act of all.
 */
export async function undoStoryAct(
  services: Services,
  reference: string | null,
  choice: Choice = {},
): Promise<ActOutcome> {
  const { topics } = await services.settings();
  return underLease(services, async (store, now) => {
    const acts = await standingActs(services, store, choice);
    const spokenOf = reference === null ? null : await idsMeant(store, reference, acts);
    const meant = acts.find(
      (act) => spokenOf === null || storiesSpokenOf(act).some((id) => spokenOf.has(id)),
    );
    if (meant === undefined)
      return reference === null
        ? 'there is nothing to undo: no merge, split or hiding stands'
        : `there is nothing to undo on story ${reference}; \`topicwatch stories undo\` takes back the last act of all`;
    const later = acts.slice(0, acts.indexOf(meant)).find((act) => shareArticles(act, meant));
    if (later !== undefined)
      return `a later word stands on the same articles; take that back first: \`topicwatch stories undo ${short(later.storyId)}\``;
    const { topicId } = meant;
    const around = daysBefore(now, AROUND_DAYS);
    const said = (await store.storyActs(topicId)).filter(({ id }) => id !== meant.id);
    const beside = takenBackBeside(meant, said);
    const views = await store.candidates(topicId, around, [meant, ...beside].flatMap(storiesSpokenOf));
    const concepts = topics.find(({ id }) => id === topicId)?.concepts ?? [];
    return [
      undo(meant, beside, views, now, placingAgain(topicId, views, holdsOf(said), concepts)),
      `undone: ${meant.kind} of ${short(meant.storyId)}, said on ${meant.at.slice(0, 10)}`,
    ];
  });
}

/** How far back stories are looked at to which articles may belong that came while the word stood. */
const AROUND_DAYS = 30;

type Decided = readonly [change: ActChange, message: string] | string;

/** Decides under a short lease and stores what comes of it; a text says why nothing does. */
async function underLease(
  services: Services,
  decide: (store: Store, now: Instant) => Promise<Decided>,
): Promise<ActOutcome> {
  const settings = await services.settings();
  const store = await services.store();
  const lease = await store.lease('stories', { waitSeconds: PATIENCE_SECONDS });
  try {
    const now = services.clock.now().toISOString();
    const decided = await decide(store, now);
    if (typeof decided === 'string') return { kind: 'refused', message: decided };
    const [change, message] = decided;
    const { act, stories, closed, developments } = change;
    const comparisons = await compared(store, change, settings);
    await store.commit(lease, {
      ...stateChange([], now),
      stories,
      closed,
      developments,
      comparisons,
      acts: [act],
    });
    return { kind: 'done', act: change.act, message };
  } finally {
    await lease.release();
  }
}

/** What the accounts of the stories that an act changed say differently now. */
async function compared(
  store: Store,
  { stories, articles }: ActChange,
  { sources, topics }: Settings,
): Promise<ChangeSet['comparisons']> {
  const comparisons = [];
  for (const { id, topicId, articleIds } of stories) {
    const concepts = topics.find((topic) => topic.id === topicId)?.concepts ?? [];
    const told = articleIds.flatMap((articleId) => articles.get(articleId) ?? []);
    const compare = comparingAcross(store, { id: topicId, concepts }, sources);
    comparisons.push({ storyId: id, comparison: await compare(id, told) });
  }
  return comparisons;
}

/** The one story that is meant; a text says why there is none. */
async function named(store: Store, reference: string, { topicId }: Choice): Promise<StoryView | string> {
  const found = (await store.findStories(reference)).filter(
    ({ story }) => topicId === undefined || story.topicId === topicId,
  );
  const [view, second] = found;
  if (view === undefined)
    return `no story is ${reference}; \`topicwatch stories\` lists them, and a beginning of an id needs 6 characters that only one has`;
  if (second === undefined) return view;
  const topics = found.map(({ story }) => story.topicId).join(', ');
  return `${reference} is in a story of each of the topics ${topics}; say which with --topic`;
}

/** The acts that stand, newest first. */
async function standingActs(
  services: Services,
  store: Store,
  { topicId }: Choice,
): Promise<readonly StoryAct[]> {
  const { topics } = await services.settings();
  const asked = topics.filter(({ id }) => topicId === undefined || id === topicId);
  const acts = (await Promise.all(asked.map(({ id }) => store.storyActs(id)))).flat();
  return acts
    .filter(({ undone }) => undone === null)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Stories an undo may mean: one that went into another by an act is still named by its own id. */
async function idsMeant(
  store: Store,
  reference: string,
  acts: readonly StoryAct[],
): Promise<ReadonlySet<string>> {
  const wanted = reference.trim().toLowerCase();
  const own = acts.flatMap(storiesSpokenOf).filter((id) => wanted.length >= 6 && id.startsWith(wanted));
  if (own.length > 0) return new Set(own);
  return new Set((await store.findStories(reference)).map(({ story }) => story.id));
}

function shareArticles(a: StoryAct, b: StoryAct): boolean {
  const spokenOf = new Set(a.holds.map(({ articleId }) => articleId));
  return b.holds.some(({ articleId }) => spokenOf.has(articleId));
}

/** The id these articles would have had as a story, had they been one from the start; another where a story has it. */
async function freeId(store: Store, topicId: string, articleIds: readonly string[]): Promise<string> {
  for (const id of articleIds.map((articleId) => uuidFrom('story', `${topicId} ${articleId}`))) {
    const holders = await store.findStories(id);
    if (holders.every(({ story }) => story.id !== id)) return id;
  }
  return uuidFrom('story', `${topicId} ${articleIds.join(' ')}`);
}

const short = (id: string): string => id.slice(0, 8);

function accounts({ stories }: ActChange, storyId: string): string {
  const count = stories.find(({ id }) => id === storyId)?.articleIds.length ?? 0;
  return count === 1 ? '1 account' : `${count} accounts`;
}
