import type { Command } from 'commander';
import type { StoryView } from '../domain/view.ts';
import type { ActOutcome } from '../pipeline/stories/acts.ts';
import { type Action, type Context, Failure, show } from './context.ts';
import { count } from './options.ts';
import { table } from './table.ts';
import { topicsNamed } from './topics.ts';
import { counted } from './wording.ts';

interface ListOptions {
  readonly topic?: string;
  readonly limit: number;
}

interface ActOptions {
  readonly topic?: string;
}

const STORY = 'its id or a beginning of it, or the id or address of an article of it';

export function define(command: Command, action: Action): void {
  command
    .argument('[story]', `show one story: ${STORY}; none: list the newest`)
    .option('--topic <id>', 'only this topic')
    .option('--limit <n>', 'list at most so many of a topic', count, 30)
    .action(
      action((context, story: string | undefined, options: ListOptions) =>
        story === undefined ? list(context, options) : showStory(context, story, options),
      ),
    );
  command
    .command('merge')
    .description('make one story of several, under the id of the first')
    .argument('<story...>', STORY)
    .action(
      action((context, stories: readonly string[], _: unknown, self: Command) =>
        perform(context, self, (acts, choice) => acts.mergeStories(context.services, stories, choice)),
      ),
    );
  command
    .command('split')
    .description('take articles out of a story, into one of their own')
    .argument('<story>', STORY)
    .argument('<article...>', 'ids, beginnings of ids, or addresses')
    .action(
      action((context, story: string, articles: readonly string[], _: unknown, self: Command) =>
        perform(context, self, (acts, choice) => acts.splitStory(context.services, story, articles, choice)),
      ),
    );
  command
    .command('hide')
    .description('take a story out of every feed')
    .argument('<story>', STORY)
    .action(
      action((context, story: string, _: unknown, self: Command) =>
        perform(context, self, (acts, choice) => acts.hideStory(context.services, story, choice)),
      ),
    );
  command
    .command('undo')
    .description('take back the last of these acts, on a story or of all')
    .argument('[story]', STORY)
    .action(
      action((context, story: string | undefined, _: unknown, self: Command) =>
        perform(context, self, (acts, choice) => acts.undoStoryAct(context.services, story ?? null, choice)),
      ),
    );
}

type Acts = typeof import('../pipeline/stories/acts.ts');

/** Acts on stories, and tells. `--topic` stands with the command, whichever of its acts follows. */
async function perform(
  context: Context,
  { parent }: Command,
  act: (acts: Acts, choice: { readonly topicId?: string }) => Promise<ActOutcome>,
): Promise<void> {
  const { topic } = parent?.opts<ActOptions>() ?? {};
  const acts = await import('../pipeline/stories/acts.ts');
  await told(context, await act(acts, topic === undefined ? {} : { topicId: topic }));
}

/** Says what happened, and writes the feeds again: what a person hides is to be gone at once. */
async function told(context: Context, outcome: ActOutcome): Promise<void> {
  if (outcome.kind === 'refused') throw new Failure(outcome.message);
  const { publish } = await import('../pipeline/publish.ts');
  const store = await context.services.store();
  const lease = await store.lease('publish', { waitSeconds: 10 });
  try {
    const written = await publish(context.services, lease);
    const { act, message } = outcome;
    show(context, { act, message, written }, () => {
      const files = written === 1 ? '1 file was' : `${written} files were`;
      const done = `${message}; ${files} published anew`;
      return act.undone === null
        ? `${done}. Take it back: topicwatch stories undo ${act.storyId.slice(0, 8)}`
        : done;
    });
  } finally {
    await lease.release();
  }
}

async function list(context: Context, { topic, limit }: ListOptions): Promise<void> {
  const { services } = context;
  const store = await services.store();
  const topics = topicsNamed(await services.settings(), topic);
  const views = (await Promise.all(topics.map(({ id }) => store.stories(id, limit)))).flat();
  const listed = views.map(({ story, articles, hidden }) => ({
    ...story,
    hidden,
    title: articles.find(({ article }) => article.id === story.leadId)?.article.title ?? '',
  }));
  const { articles } = await store.counts();
  show(context, listed, () => (views.length === 0 ? whyNone(articles) : table(views.map(row))));
}

const whyNone = (articles: number): string =>
  articles === 0
    ? 'there are no stories yet: topicwatch run'
    : `there are no stories: no article was accepted of ${articles} in the corpus; \`topicwatch topic status\` says what they lack`;

function row({ story, articles, hidden }: StoryView): readonly string[] {
  const lead = articles.find(({ article }) => article.id === story.leadId)?.article;
  const mark = hidden ? 'hidden' : story.listed ? '' : 'old find';
  const accounts = counted(articles.length, 'account');
  return [story.id.slice(0, 8), story.updated.slice(0, 10), accounts, mark, lead?.title ?? ''];
}

async function showStory(context: Context, reference: string, { topic }: ListOptions): Promise<void> {
  const { readStory } = await import('../pipeline/stories/read.ts');
  const { storyText } = await import('./story-text.ts');
  const { services } = context;
  const store = await services.store();
  const found = (await store.findStories(reference)).filter(
    ({ story }) => topic === undefined || story.topicId === topic,
  );
  if (found.length === 0)
    throw new Failure(
      `no story is ${reference}; \`topicwatch stories\` lists them, and a beginning of an id needs 6 characters that only one has`,
    );
  const { sources } = await services.settings();
  const reports = await Promise.all(found.map((view) => readStory(services, view)));
  show(context, reports, () => reports.map((report) => storyText(report, sources)).join('\n\n'));
}
