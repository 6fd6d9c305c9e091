// npm run bench [-- PART…]: what the work costs, with the figures the project holds itself to.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cycleFigures } from './cycle.ts';
import { type Figure, table } from './figure.ts';
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
