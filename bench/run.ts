// npm run bench [-- FEEDS [ITEMS]]: what a cycle costs, with the figures the project holds itself to.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cycleFigures, type Figure } from './cycle.ts';

const [feeds = 1_000, items = 20] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'topicwatch-bench-'));
try {
  const figures = await cycleFigures(folder, { feeds, items });
  process.stdout.write(`Node ${process.versions.node}; the least of several runs\n\n${table(figures)}`);
} finally {
  rmSync(folder, { recursive: true });
}

function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, unit, atMost, measured }) => {
    const verdict = atMost === null ? '' : measured <= atMost ? 'pass' : 'fail';
    return [name, round(measured), unit, atMost === null ? '' : `≤ ${atMost}`, verdict];
  });
  const all = [['figure', 'measured', '', 'target', ''], ...rows];
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
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}
