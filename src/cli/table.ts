import type { Instant } from '../domain/time.ts';

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

/** Without what a terminal would take for commands: a title must not move the cursor or clear the screen. */
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ');
}

/** A number with what it counts: `1 item`, `2 items`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A moment as people read it: `2026-03-01 12:00 UTC`. */
export const minute = (at: Instant): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
