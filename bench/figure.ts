/** One line of the table: a figure and what is asked of it. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  /** What it may be; null: nothing is asked, or more is better. */
  readonly atMost: number | null;
  /** What it has to be, where more is better. */
  readonly atLeast?: number;
  readonly measured: number;
}

/** A part of the bench as lines of text, in columns. */
export function table(part: string, figures: readonly Figure[]): string {
  const rows = [[part, 'measured', '', 'target', ''], ...figures.map(cellsOf)];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}

function cellsOf({ name, unit, atMost, atLeast, measured }: Figure): readonly string[] {
  const targets = [
    ...(atMost === null ? [] : [`≤ ${round(atMost)}`]),
    ...(atLeast === undefined ? [] : [`≥ ${round(atLeast)}`]),
  ];
  const met = measured <= (atMost ?? measured) && measured >= (atLeast ?? measured);
  const verdict = targets.length === 0 ? '' : met ? 'pass' : 'fail';
  return [name, round(measured), unit, targets.join(', '), verdict];
}

function round(value: number): string {
  return value < 10 ? String(Number(value.toFixed(2))) : value.toFixed(0);
}
