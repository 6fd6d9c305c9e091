import type { Command } from 'commander';
import type { Cycle } from '../domain/cycle.ts';
import type { StoryView } from '../domain/view.ts';
import type { Services } from '../pipeline/services.ts';
import { type Action, aborted, type Context, show } from './context.ts';
import { cycleTable } from './run.ts';
import { table } from './table.ts';
import { inWords } from './verdict-text.ts';
import { counted } from './wording.ts';

/** When the two cycles begin, by the demo's clock: the sample feeds bear fixed dates. */
const CYCLES = ['2026-01-05T09:00:00.000Z', '2026-01-05T15:00:00.000Z'] as const;

export function define(command: Command, action: Action): void {
  command.option('--serve', 'go on serving the demo’s feeds').action(action(demo));
}

/** The whole job on sample sources: two cycles, what was published, one decision explained. Needs no network. */
async function demo(context: Context, { serve }: { readonly serve?: boolean }): Promise<void> {
  const folder = await context.services.demoFolder();
  const { clock } = context.services;
  let ahead = Date.parse(CYCLES[0]) - clock.now().getTime();
  const services = context.services.open(folder.configDir, {
    now: () => new Date(clock.now().getTime() + ahead),
  });
  try {
    const first = await cycle(services);
    folder.later();
    ahead = Date.parse(CYCLES[1]) - clock.now().getTime();
    const second = await cycle(services);
    const stories = await newestStories(services);
    const told = { dir: folder.dir, cycles: [first, second], stories };
    show(context, told, () => asText(folder.dir, first, second, stories));

    if (serve) {
      const server = await services.serve();
      context.stderr.write(`serving ${server.url} until Ctrl-C\n`);
      await aborted(context.services.signal);
      await server.close();
    }
  } finally {
    await services.close();
    await folder.close();
  }
}

async function cycle(services: Services): Promise<Cycle> {
  const { runCycle } = await import('../pipeline/cycle.ts');
  return runCycle(services, { sourceIds: [], force: false, dryRun: false });
}

async function newestStories(services: Services): Promise<readonly StoryView[]> {
  const { topics } = await services.settings();
  const store = await services.store();
  const lists = await Promise.all(topics.map(({ id }) => store.stories(id, 100, { listedOnly: true })));
  return lists.flat();
}

function asText(dir: string, first: Cycle, second: Cycle, stories: readonly StoryView[]): string {
  const explained = stories[0]?.articles[0];
  return [
    'First cycle: sample feeds in four formats and three languages, one of them broken off, one no feed at all.',
    indent(cycleTable(first)),
    'Second cycle: two outlets brought new items, one edited a title.',
    indent(cycleTable(second)),
    `Published: ${stories.length} stories. The newest, by when something new last came:`,
    indent(table(stories.slice(0, 8).map(storyRow))),
    ...(explained
      ? [
          'Why the first of them is in:',
          indent(`${explained.article.title}\n${inWords(explained.judgement)}`),
        ]
      : []),
    `Everything is in ${dir}\n  feeds/index.html            look at it in a browser\n  feeds/russia-dprk.updates.atom  subscribe to it in a feed reader`,
  ].join('\n\n');
}

function storyRow({ story, articles }: StoryView): readonly string[] {
  const lead = articles.find(({ article }) => article.id === story.leadId)?.article;
  return [
    story.updated.slice(0, 16).replace('T', ' '),
    counted(articles.length, 'account'),
    lead?.language ?? '',
    lead?.sourceId ?? '',
    lead?.title ?? '',
  ];
}

const indent = (text: string): string => text.replaceAll(/^(?=.)/gm, '  ');
