import type { Source } from '../domain/source.ts';
import type { FoundFeed } from '../pipeline/discover.ts';
import type { SourceInput } from '../settings/schema/sources.ts';
import { type Context, EXIT, Failure, show, UsageError } from './context.ts';
import { progressBar } from './progress.ts';
import { table } from './table.ts';
import { counted, harmless } from './wording.ts';

export interface AddOptions {
  readonly all?: boolean;
  readonly id?: string;
  readonly kind?: Source['kind'];
  readonly language?: string;
  readonly timezone?: string;
}

/**
 * Adds the feed at an address, or the one its page leads to. Where there are several, it adds all if told so, else none, and
 * shows what each holds.
 */
export async function addFeeds(context: Context, typed: string, options: AddOptions): Promise<number> {
  const { sources } = await context.services.settings();
  const url = asAddress(typed);
  const known = sources.find((source) => source.url === url);
  if (known) throw new Failure(`${url} is there already, as ${known.id}`);

  const found = await discover(context, url);
  const isKnown = (feed: FoundFeed): boolean => sources.some((source) => source.url === feed.url);
  const fresh = found.filter((feed) => !isKnown(feed));
  if (fresh.length === 0) {
    const ids = sources.filter((source) => found.some((feed) => feed.url === source.url)).map(({ id }) => id);
    throw new Failure(`the feeds of ${url} are there already, as ${ids.join(', ')}`);
  }
  if (fresh.length > 1 && !options.all) {
    show(context, { found: fresh.map(summary) }, () => listing(url, fresh));
    return EXIT.failed;
  }
  if (fresh.length > 1 && options.id !== undefined) {
    throw new UsageError(`--id names one source, and ${url} has ${fresh.length} feeds; add the one you want`);
  }
  const added = await write(context, fresh, sources, options);
  if (options.all) show(context, { added }, () => added.map(told).join('\n'));
  else show(context, added[0], () => added.map(told).join('\n'));
  return EXIT.done;
}

/** What a person types for an address: `https://` may be missing. */
function asAddress(typed: string): string {
  const bare = typed
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:(?:\/\/)?/i, 'http://');
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]|$)/u.test(bare) ? `https://${bare}` : bare;
}

async function discover(context: Context, url: string): Promise<readonly FoundFeed[]> {
  const { discoverFeeds } = await import('../pipeline/discover.ts');
  const bar = await progressBar(context);
  let asked = 0;
  const discovery = await discoverFeeds(context.services, url, (id) => {
    asked += 1;
    bar.step(asked, asked, { id });
  }).finally(() => bar.stop());
  if (!discovery.ok) throw new Failure(`${discovery.message}; nothing was added`);
  return discovery.feeds;
}

type Summary = ReturnType<typeof summary>;
type Added = SourceInput & Summary;

/** Adds feeds to sources.yaml, under ids made of their titles unless one is given. */
async function write(
  { configDir }: Context,
  feeds: readonly FoundFeed[],
  sources: readonly Source[],
  options: AddOptions,
): Promise<readonly Added[]> {
  const { addSources } = await import('../settings/edit/sources.ts');
  const { editSources } = await import('../settings/edit/save.ts');
  const { mintSourceId } = await import('../settings/mint.ts');
  const { isKnownLanguage } = await import('../settings/schema/parts.ts');
  const { primaryTag } = await import('../text/language.ts');
  const { kind, timezone } = options;
  const ids = new Set(sources.map(({ id }) => id));
  const inputs = feeds.map(({ url, title, language: said }) => {
    const id = options.id ?? mintSourceId(title, url, ids);
    ids.add(id);
    const stated = primaryTag(said);
    const language = options.language ?? (isKnownLanguage(stated) ? stated : undefined);
    return {
      id,
      url,
      ...(title && { title }),
      ...(language && { language }),
      ...(kind && { kind }),
      ...(timezone && { timezone }),
    };
  });
  await editSources(configDir, (text, file) => addSources(text, file, inputs));
  return feeds.flatMap((feed, at) => {
    const input = inputs[at];
    return input ? [{ ...summary(feed), ...input }] : [];
  });
}

/** What a feed holds, for programs. */
const summary = ({ url, title, why, items, extent }: FoundFeed) => ({
  url,
  title: title || url,
  why,
  items: items.length,
  newest: items[0]?.date || null,
  extent,
  latest: items.slice(0, 5).map(({ date, title: item }) => ({ date, title: item })),
});

const told = (added: Added): string =>
  harmless(`added ${added.id}: ${holds(added)}`) +
  `\n${table(added.latest.map(({ date, title }) => [`  ${date}`, title]))}`;

const holds = ({ title, items, newest, extent, why }: Summary): string =>
  `${title}, ${counted(items, 'item')}, newest ${newest ?? 'undated'}, ${HOLDS[extent]}, ${WHY[why]}`;

const HOLDS = { title: 'titles only', summary: 'a summary of each', full: 'full text' } as const;

const WHY: Readonly<Record<FoundFeed['why'], string>> = {
  asked: 'at the address given',
  declared: 'declared by the page',
  linked: 'linked from the page',
  usual: 'where feeds usually are',
  sitemap: 'a sitemap its robots.txt names',
};

const listing = (url: string, feeds: readonly FoundFeed[]): string =>
  [
    `${url} has ${feeds.length} feeds. Nothing was added; add those you want, or all with --all:`,
    ...feeds.flatMap((feed) => {
      const items = feed.items.slice(0, 3).map(({ date, title }) => [`    ${date}`, title]);
      return [
        '',
        `topicwatch sources add ${quoted(feed.url)}`,
        harmless(`  ${holds(summary(feed))}`),
        table(items),
      ];
    }),
  ].join('\n');

/** For a shell: an address from outside must not be a command. */
const quoted = (address: string): string =>
  /^[\w@%+:,./~-]+$/.test(address) ? address : `'${harmless(address).replaceAll("'", `'\\''`)}'`;
