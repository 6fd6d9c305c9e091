import type { Command } from 'commander';
import type { Settings } from '../domain/settings.ts';
import { StoreUnusable } from '../domain/store.ts';
import { type Action, type Context, EXIT, show } from './context.ts';
import { nothingPolled } from './no-source.ts';
import { table } from './table.ts';

/** One thing that was looked at. */
interface Check {
  readonly what: string;
  /** What is wrong and what to do; empty: all is well. */
  readonly problems: readonly string[];
  /** What is worth a look, and may be quite in order. */
  readonly remarks: readonly string[];
}

export function define(command: Command, action: Action): void {
  command.action(action(doctor));
}

/** Looks at everything without changing anything. Exits with 1 where something is wrong. */
async function doctor(context: Context): Promise<number> {
  const { services } = context;
  const settings = await services.settings(); // throws what is wrong with it, and nothing else can be checked then
  const store = await storeProblems(context);
  const checks = [
    { what: 'settings', problems: [], remarks: [] },
    { what: 'store', problems: store.problems, remarks: [] },
    { what: 'feeds', ...(await feedProblems(context, settings, store.opens)) },
    ...(store.opens ? [{ what: 'sources', ...(await sourceProblems(context, settings)) }] : []),
  ];
  const sound = checks.every(({ problems }) => problems.length === 0);
  show(context, { sound, checks }, () => table(checks.flatMap(rows)));
  return sound ? EXIT.done : EXIT.failed;
}

function rows({ what, problems, remarks }: Check): readonly (readonly string[])[] {
  const lines = [...(problems.length === 0 ? ['in order'] : problems), ...remarks];
  return lines.map((line, at) => [at === 0 ? what : '', line]);
}

/** What is wrong with the store, and whether it can be asked for more. */
async function storeProblems({ services }: Context) {
  try {
    const found = await (await services.store()).integrity();
    return { opens: true, problems: found.map((problem) => `${problem}; restore a backup if it stays`) };
  } catch (error) {
    if (error instanceof StoreUnusable) return { opens: false, problems: [error.message] };
    throw error;
  }
}

async function feedProblems(
  { services }: Context,
  { topics }: Settings,
  storeOpens: boolean,
): Promise<Pick<Check, 'problems' | 'remarks'>> {
  const published = await services.published();
  const problems: string[] = [];
  for (const { id } of topics) {
    for (const name of [`${id}.atom`, `${id}.updates.atom`, `${id}.articles.atom`]) {
      if ((await published.read(name)) === null)
        problems.push(`${name} is not published; run \`topicwatch publish\``);
    }
  }
  if (problems.length > 0 || !storeOpens) return { problems, remarks: [] };
  const { isPublished } = await import('../pipeline/publish.ts');
  const behind =
    'the corpus or the settings have changed since all feeds were written; the next run writes them';
  return { problems, remarks: (await isPublished(services)) ? [] : [behind] };
}

/** States of a source that answers; every other one is a problem. */
const ANSWERING: ReadonlySet<string> = new Set(['silent', 'gap', 'moved']);

async function sourceProblems(
  { services }: Context,
  { sources }: Settings,
): Promise<Pick<Check, 'problems' | 'remarks'>> {
  const none = nothingPolled(sources);
  if (none !== null) return { problems: [], remarks: [none] };
  const { troublesOf } = await import('../pipeline/troubles.ts');
  const states = await (await services.store()).sourceStates();
  const troubles = troublesOf(sources, states, services.clock.now().toISOString()).map((one) => ({
    answers: ANSWERING.has(one.health),
    line: `${one.source.id}: ${one.health} since ${one.since.slice(0, 10)}: ${one.message}`,
  }));
  const lines = (answers: boolean) => troubles.flatMap((one) => (one.answers === answers ? [one.line] : []));
  return { problems: lines(false), remarks: lines(true) };
}
