import type { Cycle, Totals } from '../domain/cycle.ts';
import type { PollResult } from '../domain/source.ts';
import type { Connection } from './connection.ts';

/** Cycles, newest first. Each is one JSON document: nothing in it is searched. */
export function cycles(connection: Connection, limit: number): readonly Cycle[] {
  const rows = connection.all<{ cycle: string }>('select cycle from cycles order by n desc limit ?', limit);
  return rows.map((row): Cycle => JSON.parse(row.cycle));
}

export function recordCycle(connection: Connection, cycle: Cycle): void {
  connection.run('insert into cycles (finished, cycle) values (?, ?)', cycle.finished, JSON.stringify(cycle));
  for (const [name, count] of counted(cycle)) {
    connection.run(
      'insert into totals (name, count) values (?, ?) on conflict (name) do update set count = count + excluded.count',
      name,
      count,
    );
  }
}

/** The polls of each result, under its name. */
const POLLS = 'polls:';

function counted({
  polled,
  unchanged,
  failed,
  fresh,
  revised,
}: Cycle): readonly (readonly [string, number])[] {
  const failures = failed.map(({ result }) => [POLLS + result, 1] as const);
  const counts = [
    ['cycles', 1],
    ['fresh', fresh],
    ['revised', revised],
    [`${POLLS}ok`, polled - unchanged - failed.length],
    [`${POLLS}unchanged`, unchanged],
    ...failures,
  ] as const;
  return counts.filter(([, count]) => count > 0);
}

export function totals(connection: Connection): Totals {
  const rows = connection.all<{ name: string; count: number }>(
    'select name, count from totals order by name',
  );
  const counts = new Map(rows.map(({ name, count }) => [name, count]));
  const polls = rows.flatMap(({ name, count }) =>
    name.startsWith(POLLS) ? [[name.slice(POLLS.length) as PollResult, count]] : [],
  );
  return {
    cycles: counts.get('cycles') ?? 0,
    polls: Object.fromEntries(polls),
    fresh: counts.get('fresh') ?? 0,
    revised: counts.get('revised') ?? 0,
  };
}
