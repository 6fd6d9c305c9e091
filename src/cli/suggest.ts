import type { Command } from 'commander';
import type { FoundSource, Suggestion } from '../domain/suggestion.ts';
import type { SuggestionInFull } from '../pipeline/suggestions/acts.ts';
import { type Action, type Context, EXIT, Failure, show } from './context.ts';
import { count } from './options.ts';
import { progressBar } from './progress.ts';
import { table } from './table.ts';
import { harmless } from './wording.ts';

export function define(command: Command, action: Action): void {
  command
    .argument(
      '[number]',
      'show this one with its evidence; none: look through the corpus and list what is open',
      count,
    )
    .option(
      '--look',
      'look for the feeds of sites that are suggested as sources, and for new ones of lost sources; this fetches',
    )
    .action(action(suggest));
  command
    .command('accept')
    .description('make the change, in the settings, after showing it')
    .argument('<number>', 'as `topicwatch suggest` lists it', count)
    .option('--yes', 'do not ask')
    .action(action(accept));
  command
    .command('refuse')
    .description('put it aside until twice as much speaks for it')
    .argument('<number>', 'as `topicwatch suggest` lists it', count)
    .action(action(refuse));
}

async function suggest(
  context: Context,
  number: number | undefined,
  { look = false }: { readonly look?: boolean },
): Promise<void> {
  const { lookForFeeds, openSuggestions, showSuggestion, suggestNow } = await import(
    '../pipeline/suggestions/acts.ts'
  );
  const { services } = context;
  if (number === undefined) await suggestNow(services);
  const found = look ? await looking(context, number, lookForFeeds) : new Map<number, FoundSource | string>();
  if (number !== undefined) {
    const full = await showSuggestion(services, number);
    show(context, forPrograms(full), () => inFull(full));
    return;
  }
  const open = await openSuggestions(services);
  show(context, open.map(withoutOpening), () => listing(open, found));
}

async function looking(
  context: Context,
  number: number | undefined,
  lookForFeeds: typeof import('../pipeline/suggestions/acts.ts')['lookForFeeds'],
): Promise<ReadonlyMap<number, FoundSource | string>> {
  const bar = await progressBar(context);
  let asked = 0;
  return lookForFeeds(context.services, number === undefined ? [] : [number], (id) => {
    asked += 1;
    bar.step(asked, asked, { id });
  }).finally(() => bar.stop());
}

async function accept(
  context: Context,
  number: number,
  { yes = false }: { readonly yes?: boolean },
): Promise<number> {
  const { acceptSuggestion, lookForFeeds, showSuggestion } = await import('../pipeline/suggestions/acts.ts');
  const { services } = context;
  let full = await showSuggestion(services, number);
  const { change } = full.suggestion;
  if (full.suggestion.state === 'open' && change?.kind === 'add-source' && change.feed === null) {
    const found = (await looking(context, number, lookForFeeds)).get(number);
    if (typeof found === 'string') throw new Failure(`${found}; nothing was changed`);
    full = await showSuggestion(services, number);
  }
  const { changed, diff } = full;
  if (!yes && changed !== null && full.suggestion.state === 'open') {
    context.stderr.write(
      `${harmless(full.suggestion.title)}\n\n${harmlessLines(diff)}${replayed(full).join('\n')}\n`,
    );
    if (!(await agrees(context))) {
      context.stderr.write('nothing was changed\n');
      return EXIT.failed;
    }
  }
  const accepted = await acceptSuggestion(services, number, changed);
  show(context, { ...withoutOpening(accepted), file: changed?.file ?? null, diff }, () =>
    changed === null
      ? `accepted ${number}; nothing in the settings was changed: ${harmless(accepted.why)}`
      : `${harmlessLines(diff)}accepted ${number}: ${changed.file} is written; the next run goes by it`,
  );
  return EXIT.done;
}

/** Asks on the terminal. Where there is none, it says how to answer. */
async function agrees({ stdin, stderr, terminal }: Context): Promise<boolean> {
  if (!terminal || !('isTTY' in stdin && stdin.isTTY)) {
    throw new Failure('nobody is there to be asked, and nothing was changed; say --yes to make this change');
  }
  stderr.write('Write this? [y/N] ');
  stdin.setEncoding('utf8');
  for await (const answer of stdin) return /^\s*y(?:es)?\s*$/i.test(String(answer));
  return false;
}

async function refuse(context: Context, number: number): Promise<void> {
  const { refuseSuggestion } = await import('../pipeline/suggestions/acts.ts');
  const refused = await refuseSuggestion(context.services, number);
  show(
    context,
    withoutOpening(refused),
    () =>
      `refused ${number}; it comes back when twice as much speaks for it (${refused.weight * 2} instead of ${refused.weight})`,
  );
}

/** The frozen wording is for the feed. */
const withoutOpening = ({ opening: _, ...suggestion }: Suggestion) => suggestion;

const forPrograms = ({ suggestion, changed, diff, replay }: SuggestionInFull) => ({
  ...withoutOpening(suggestion),
  file: changed?.file ?? null,
  diff,
  replay,
});

function listing(open: readonly Suggestion[], found: ReadonlyMap<number, FoundSource | string>): string {
  if (open.length === 0)
    return 'nothing is suggested: the corpus shows no lack in the watchlist or the sources; it takes about a week of articles to tell';
  const rows = open.map(({ number, kind, title }) => [String(number), kind, title]);
  const looked = [...found].map(
    ([number, feed]) => `${number}: ${harmless(typeof feed === 'string' ? feed : told(feed))}`,
  );
  return [
    table(rows),
    ...(looked.length === 0 ? [] : ['', ...looked]),
    '',
    'The evidence: topicwatch suggest NUMBER. Then: topicwatch suggest accept NUMBER, or refuse NUMBER',
  ].join('\n');
}

const told = ({ url, items, onTopic }: FoundSource): string =>
  `${url}, ${items} items, ${onTopic} of them near a topic`;

function inFull(full: SuggestionInFull): string {
  const { suggestion, diff } = full;
  const { number, kind, state, proposed, title, why, evidence, change } = suggestion;
  const most = Math.max(1, ...evidence.counts.map((week) => week.count));
  return [
    `${number}  ${harmless(title)}`,
    `${kind}, ${state}, first proposed on ${proposed.slice(0, 10)}`,
    '',
    harmless(why),
    ...(change?.kind === 'add-source' && change.feed !== null
      ? [`Its feed: ${harmless(told(change.feed))}`]
      : []),
    '',
    table(
      evidence.counts.map((week) => [
        week.week,
        String(week.count),
        '#'.repeat(Math.round((week.count / most) * 40)),
      ]),
    ),
    ...evidence.quotes.flatMap(({ articleId, quote }) => [
      '',
      `“${harmless(quote)}” (${articleId.slice(0, 8)})`,
    ]),
    '',
    table(evidence.articles.map((article) => [article.id.slice(0, 8), article.title, article.url ?? ''])),
    ...(diff === '' ? [] : ['', harmlessLines(diff), ...replayed(full)]),
  ].join('\n');
}

/** What the change would have altered lately. */
function replayed({ replay }: SuggestionInFull): readonly string[] {
  if (replay === null) return [];
  const { articles, gained, lost } = replay;
  return [
    `Over the last 30 days (${articles} articles) it would have let in ${gained.length} more and kept out ${lost.length}.`,
    ...gained.slice(0, 3).map((moved) => `  + ${harmless(moved.title)}`),
    ...lost.slice(0, 3).map((moved) => `  - ${harmless(moved.title)}`),
  ];
}

const harmlessLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => harmless(line))
    .join('\n');
