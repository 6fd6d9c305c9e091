import { z } from 'zod';
import type { Services } from '../pipeline/services.ts';
import {
  type ActOutcome,
  hideStory,
  mergeStories,
  splitStory,
  undoStoryAct,
} from '../pipeline/stories/acts.ts';
import { checked, ID, IDS, topicNamed } from './actions.ts';
import type { Message } from './message.ts';
import { Refusal } from './refusal.ts';

const place = { topic: ID, back: z.string().optional() };

/** What came of an act on stories, with the form that takes it back. */
function told(outcome: ActOutcome, topicId: string, back = ''): Message {
  if (outcome.kind === 'refused') throw new Refusal(409, 'refused', outcome.message);
  const { act, message } = outcome;
  const fields = { topic: topicId, story: act.storyId, back };
  return {
    text: `${message}. The feeds follow with the next run.`,
    undo: act.undone === null ? { action: 'acts/undo-story', fields } : null,
  };
}

const choose = async (services: Services, topic: string) => ({
  topicId: (await topicNamed(services, topic)).id,
});

/** What a person can say of stories; all of it can be taken back. */
export const STORY_ACTS = [
  checked({
    name: 'merge-stories',
    fields: z.object({ ...place, story: ID, others: IDS }),
    async perform(services, { topic, story, others, back }) {
      const choice = await choose(services, topic);
      return told(await mergeStories(services, [story, ...others], choice), choice.topicId, back);
    },
  }),
  checked({
    name: 'split-story',
    fields: z.object({ ...place, story: ID, articles: IDS }),
    async perform(services, { topic, story, articles, back }) {
      const choice = await choose(services, topic);
      return told(await splitStory(services, story, articles, choice), choice.topicId, back);
    },
  }),
  checked({
    name: 'hide-story',
    fields: z.object({ ...place, story: ID }),
    async perform(services, { topic, story, back }) {
      const choice = await choose(services, topic);
      return told(await hideStory(services, story, choice), choice.topicId, back);
    },
  }),
  checked({
    name: 'undo-story',
    fields: z.object({ ...place, story: ID }),
    async perform(services, { topic, story, back }) {
      const choice = await choose(services, topic);
      return told(await undoStoryAct(services, story, choice), choice.topicId, back);
    },
  }),
];
