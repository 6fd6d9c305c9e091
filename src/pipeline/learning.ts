import type { TopicLearning } from '../domain/learning.ts';
import type { Store } from '../domain/store.ts';
import type { Topic } from '../domain/topic.ts';
import type { Learned } from '../judge/learned.ts';
import { acceptanceOf } from '../judge/moves.ts';
import { judgingOf, openJudging } from './judging.ts';
import type { Services } from './services.ts';
import { underShortLease } from './short-lease.ts';
import { stateChange } from './state-change.ts';

/** What a topic learned beside its file, as the store has it: for `topic learned` and the page. */
export async function topicLearning(store: Store, topic: Topic): Promise<TopicLearning> {
  const learned = (await store.learned(topic.id)) as Learned | null;
  const labels = await store.labels(topic.id);
  const answered = (answer: string) => labels.filter(({ label }) => label.answer === answer).length;
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return {
    topicId: topic.id,
    frozen: learned?.frozen ?? false,
    acceptAt: learned === null ? null : acceptanceOf(learned.acceptAt, topic),
    moves: learned?.moves ?? [],
    documents: sum(Object.values(learned?.ordinary ?? {}).map(({ documents }) => documents)),
    adopted: sum(Object.values(learned?.adopted ?? {}).map(({ count }) => count)),
    answered: { yes: answered('yes'), no: answered('no') },
    lacks: openJudging(topic, learned, { labels }).lacks,
  };
}

/**
 * Keeps what a topic learned as it is: from now on the stream teaches it nothing. What people say, in its file or by labels,
 * still does. `frozen: false` lets it go on learning. Rejects with `LeaseBusy`.
 */
export async function freezeTopic(services: Services, topic: Topic, frozen: boolean): Promise<void> {
  const store = await services.store();
  const at = services.clock.now().toISOString();
  await underShortLease(store, frozen ? 'topic freeze' : 'topic thaw', async (lease) => {
    const { topicId, state } = (await judgingOf(store, topic, { now: at })).learned();
    await store.commit(lease, {
      ...stateChange([], at),
      learned: [{ topicId, state: { ...state, frozen } }],
    });
  });
}

/**
 * Forgets what a topic learned from the stream; labels stay. The next run learns anew from the corpus, and judges again what that
 * may move. Rejects with `LeaseBusy`.
 */
export async function resetTopic(services: Services, topicId: string): Promise<void> {
  const store = await services.store();
  await underShortLease(store, 'topic reset', (lease) => store.forgetLearned(lease, topicId));
}
