// npm run bench [-- PART…]: what the work costs, with the figures the project holds itself to.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cycleFigures, type Figure } from './cycle.ts';
import { groupingFigures } from './grouping.ts';
import { judgingFigures } from './judging.ts';
import { parsingFigures } from './parsing.ts';
import { suggestionFigures } from './suggestions.ts';
import { webFigures } from './web.ts';

/** Each is given an empty folder. */
const PARTS: Readonly<Record<string, (folder: string) => Promise<readonly Figure[]>>> = {
  cycle: (folder) => cycleFigures(folder, { feeds: 1_000, items: 20 }),
  parsing: parsingFigures,
  judging: judgingFigures,
  grouping: groupingFigures,
  suggestions: suggestionFigures,
  web: webFigures,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !(part in PARTS));
if (unknown.length > 0) {
  process.stderr.write(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}\n`);
  process.exit(2);
}
process.stdout.write(`Node ${process.versions.node}; the least of several runs\n`);
for (const [name, figures] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const folder = mkdtempSync(join(tmpdir(), 'topicwatch-bench-'));
  try {
    process.stdout.write(`\n${table(name, await figures(folder))}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function table(name: string, figures: readonly Figure[]): string {
  const rows = figures.map(({ name, unit, atMost, atLeast, measured }) => {
    const targets = [
      ...(atMost === null ? [] : [`≤ ${round(atMost)}`]),
      ...(atLeast ? [`≥ ${round(atLeast)}`] : []),
    ];
    const met = measured <= (atMost ?? measured) && measured >= (atLeast ?? measured);
    return [
      name,
      round(measured),
      unit,
      targets.join(', '),
      targets.length === 0 ? '' : met ? 'pass' : 'fail',
    ];
  });
  const all = [[name, 'measured', '', 'target', ''], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function round(value: number): string {
  return value < 10 ? String(Number(value.toFixed(2))) : value.toFixed(0);
}
