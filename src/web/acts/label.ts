import { z } from 'zod';
import { labelArticles } from '../../pipeline/labels.ts';
import { Refusal } from '../refusal.ts';
import { checked, ID, topicNamed } from './act.ts';

const SAID = {
  yes: (title: string) =>
    `“${title}” belongs to the topic, you say. The next run takes it in and learns from it.`,
  no: (title: string) =>
    `“${title}” does not belong to the topic, you say. The next run leaves it out and learns from it.`,
  undo: (title: string) => `Your answer on “${title}” is taken back; the next run decides on it as before.`,
} as const;

/** A person's yes or no on an article, or taking it back. */
export const LABEL = checked({
  name: 'label',
  fields: z.object({
    topic: ID,
    article: ID,
    answer: z.enum(['yes', 'no', 'undo']),
    back: z.string().optional(),
  }),
  async perform(services, { topic, article, answer, back = '' }) {
    const { id } = await topicNamed(services, topic);
    const { articles } = await labelArticles(services, id, answer, [article]);
    const [labelled] = articles;
    if (labelled === undefined) {
      throw new Refusal(
        404,
        'unknown-article',
        'no article has that id; load the page again, it may have been forgotten',
      );
    }
    const fields = { topic: id, article: labelled.id, answer: 'undo', back };
    return {
      text: SAID[answer](labelled.title),
      undo: answer === 'undo' ? null : { action: 'acts/label', fields },
    };
  },
});
