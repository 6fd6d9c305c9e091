import type { Cycle } from '../domain/cycle.ts';
import type { Connection } from './connection.ts';

/** Cycles, newest first. Each is one JSON document: nothing in it is searched. */
export function cycles(connection: Connection, limit: number): readonly Cycle[] {
  const rows = connection.all<{ cycle: string }>('select cycle from cycles order by n desc limit ?', limit);
  return rows.map((row): Cycle => JSON.parse(row.cycle));
}

export function recordCycle(connection: Connection, cycle: Cycle): void {
  connection.run('insert into cycles (finished, cycle) values (?, ?)', cycle.finished, JSON.stringify(cycle));
}
