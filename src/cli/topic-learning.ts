import type { Command } from 'commander';
import type { ThresholdMove, TopicLearning } from '../domain/learning.ts';
import type { Topic } from '../domain/topic.ts';
import { type Action, type Context, show } from './context.ts';
import { table } from './table.ts';
import { oneTopic } from './topics.ts';
import { harmless } from './wording.ts';

interface Options {
  readonly topic?: string;
}

/** The rows of `topic` that show what a topic learned by itself, and hold or undo it. */
export function defineLearning(command: Command, action: Action): void {
  const rows = [
    ['learned', 'what the topic learned beside its file, and how its threshold moved', learned],
    ['freeze', 'keep what it learned: the stream teaches it nothing more', freeze],
    ['thaw', 'let the stream teach it again', thaw],
    ['reset', 'forget what the stream taught it; the next run learns anew from the corpus', reset],
  ] as const;
  for (const [name, summary, run] of rows) {
    command
      .command(name)
      .description(summary)
      .option('--topic <id>', 'this one; needed where there are several')
      .action(action(run));
  }
}

async function learned(context: Context, options: Options): Promise<void> {
  const { topicLearning } = await import('../pipeline/learning.ts');
  const learning = await topicLearning(await context.services.store(), await topicOf(context, options));
  show(context, learning, () => inWords(learning));
}

async function freeze(context: Context, options: Options): Promise<void> {
  const { freezeTopic } = await import('../pipeline/learning.ts');
  const topic = await topicOf(context, options);
  await freezeTopic(context.services, topic, true);
  const words = `${topic.id} is frozen: it learns from its file and from labels, from the stream no more`;
  show(context, { topicId: topic.id, frozen: true }, () => words);
}

async function thaw(context: Context, options: Options): Promise<void> {
  const { freezeTopic } = await import('../pipeline/learning.ts');
  const topic = await topicOf(context, options);
  await freezeTopic(context.services, topic, false);
  show(context, { topicId: topic.id, frozen: false }, () => `${topic.id} learns from the stream again`);
}

async function reset(context: Context, options: Options): Promise<void> {
  const { resetTopic } = await import('../pipeline/learning.ts');
  const topic = await topicOf(context, options);
  await resetTopic(context.services, topic.id);
  const words = `what ${topic.id} learned from the stream is forgotten; the next run learns anew, and judges the corpus by it`;
  show(context, { topicId: topic.id, reset: true }, () => words);
}

async function topicOf({ services }: Context, { topic }: Options): Promise<Topic> {
  return oneTopic(await services.settings(), topic);
}

function inWords({
  topicId,
  frozen,
  acceptAt,
  moves,
  documents,
  adopted,
  answered,
  lacks,
}: TopicLearning): string {
  const { yes, no } = answered;
  return [
    acceptAt === null
      ? `${topicId} has judged nothing yet`
      : `${topicId}${frozen ? ', frozen' : ''}: accepts from ${acceptAt.toFixed(2)}`,
    `  ${documents} documents showed what is ordinary; it learned words from ${adopted} that were surely on topic`,
    `  people answered yes to ${yes}, no to ${no}`,
    moves.length === 0 ? '  its threshold has not moved' : `  its threshold moved:\n${movesTable(moves)}`,
    ...lacks.map((lack) => `  ${harmless(lack)}`),
  ].join('\n');
}

const WHY: Readonly<Record<ThresholdMove['why'], string>> = {
  topic: 'the topic file changed',
  answers: 'people answered',
  stream: 'by what the stream showed',
};

function movesTable(moves: readonly ThresholdMove[]): string {
  return table(
    moves.map(({ at, from, to, why }) => [
      `    ${at.slice(0, 16).replace('T', ' ')}`,
      `${from.toFixed(2)} → ${to.toFixed(2)}`,
      WHY[why],
    ]),
  );
}
