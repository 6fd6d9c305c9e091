import { harmless } from './wording.ts';

/** How many columns a text takes on a terminal: East Asian wide characters take two, combining marks none. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text.normalize('NFC')) {
    if (/\p{M}|\p{Cf}/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}

/** Rows as text in columns two spaces apart; the last column is not padded. Text from outside is shown as text. */
export function table(rows: readonly (readonly string[])[]): string {
  const clean = rows.map((row) => row.map(harmless));
  const widths: number[] = [];
  for (const row of clean) {
    row.slice(0, -1).forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, textWidth(cell));
    });
  }
  const pad = (cell: string, at: number) =>
    cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - textWidth(cell)));
  return clean
    .map((row) =>
      row
        .map((cell, at) => (at < row.length - 1 ? pad(cell, at) : cell))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The table, or where it has no rows what that means and what to do. */
export const tableOr = (none: string | null, rows: readonly (readonly string[])[]): string =>
  rows.length === 0 && none !== null ? none : table(rows);
