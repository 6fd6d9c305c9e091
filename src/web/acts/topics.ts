import { z } from 'zod';
import { checked, ID, topicNamed } from './act.ts';

const fields = z.object({ topic: ID, back: z.string().optional() });
const learning = () => import('../../pipeline/learning.ts'); // brings the judge with it

/** What a person can say of what a topic learns by itself. */
export const TOPIC_ACTS = [
  checked({
    name: 'freeze-topic',
    fields,
    async perform(services, { topic: id, back = '' }) {
      const topic = await topicNamed(services, id);
      await (await learning()).freezeTopic(services, topic, true);
      return {
        text: `${topic.title} keeps what it learned as it is; answers still teach it.`,
        undo: { action: 'acts/thaw-topic', fields: { topic: id, back } },
      };
    },
  }),
  checked({
    name: 'thaw-topic',
    fields,
    async perform(services, { topic: id, back = '' }) {
      const topic = await topicNamed(services, id);
      await (await learning()).freezeTopic(services, topic, false);
      return {
        text: `${topic.title} goes on learning from the stream.`,
        undo: { action: 'acts/freeze-topic', fields: { topic: id, back } },
      };
    },
  }),
  checked({
    name: 'reset-topic',
    fields,
    async perform(services, { topic: id }) {
      const topic = await topicNamed(services, id);
      await (await learning()).resetTopic(services, topic.id);
      return {
        text: `${topic.title} has forgotten what the stream taught it; the next run learns anew.`,
        undo: null,
      };
    },
  }),
];
