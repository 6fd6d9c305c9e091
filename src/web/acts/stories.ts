import { z } from 'zod';
import type { Services } from '../../pipeline/services.ts';
import {
  type ActOutcome,
  hideStory,
  mergeStories,
  splitStory,
  undoStoryAct,
} from '../../pipeline/stories/acts.ts';
import type { Message } from '../message.ts';
import { Refusal } from '../refusal.ts';
import { checked, ID, IDS, topicNamed } from './act.ts';
import { createPublishing } from './publish.ts';

const place = { topic: ID, back: z.string().optional() };

/** What a person says of stories, of a topic. */
type Say = (choice: { readonly topicId: string }) => Promise<ActOutcome>;

/** What a person can say of stories; all of it can be taken back, and the feeds follow at once. */
export function storyActs() {
  const publishNow = createPublishing();
  /** Has it said, and tells what came of it, with the form that takes it back. */
  const told = async (
    services: Services,
    { topic, back = '' }: { readonly topic: string; readonly back?: string | undefined },
    say: Say,
  ): Promise<Message> => {
    const { id: topicId } = await topicNamed(services, topic);
    const outcome = await say({ topicId });
    if (outcome.kind === 'refused') throw new Refusal(409, 'refused', outcome.message);
    const { act, message } = outcome;
    const fields = { topic: topicId, story: act.storyId, back };
    return {
      text: `${message}. ${await publishNow(services)}`,
      undo: act.undone === null ? { action: 'acts/undo-story', fields } : null,
    };
  };
  return [
    checked({
      name: 'merge-stories',
      fields: z.object({ ...place, story: ID, others: IDS }),
      perform: (services, { story, others, ...where }) =>
        told(services, where, (choice) => mergeStories(services, [story, ...others], choice)),
    }),
    checked({
      name: 'split-story',
      fields: z.object({ ...place, story: ID, articles: IDS }),
      perform: (services, { story, articles, ...where }) =>
        told(services, where, (choice) => splitStory(services, story, articles, choice)),
    }),
    checked({
      name: 'hide-story',
      fields: z.object({ ...place, story: ID }),
      perform: (services, { story, ...where }) =>
        told(services, where, (choice) => hideStory(services, story, choice)),
    }),
    checked({
      name: 'undo-story',
      fields: z.object({ ...place, story: ID }),
      perform: (services, { story, ...where }) =>
        told(services, where, (choice) => undoStoryAct(services, story, choice)),
    }),
  ];
}
