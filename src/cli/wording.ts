import type { Instant } from '../domain/time.ts';

/** Without what a terminal would take for commands: a title must not move the cursor or clear the screen. */
export function harmless(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ');
}

/** A number with what it counts: `1 item`, `2 items`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A moment as people read it: `2026-03-01 12:00 UTC`. */
export const minute = (at: Instant): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
