import { UsageError } from './context.ts';

const UNITS = { m: 60, h: 3_600, d: 86_400, w: 604_800 } as const;

/** Seconds of a length of time as people type it: `30m`, `24h`, `7d`, `2w`. Throws `UsageError`. */
export function duration(text: string): number {
  const match = /^(\d+)([mhdw])$/.exec(text);
  const unit = match?.[2] as keyof typeof UNITS | undefined;
  if (!match || unit === undefined) {
    throw new UsageError(`${text} is no length of time; write a number and m, h, d or w, like 24h`);
  }
  return Number(match[1]) * UNITS[unit];
}

/** A moment as people type it: a length of time before `now` (`24h`), or a date (`2026-03-01`). Throws `UsageError`. */
export function moment(text: string, now: Date): string {
  if (/^\d+[mhdw]$/.test(text)) return new Date(now.getTime() - duration(text) * 1_000).toISOString();
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time))
    throw new UsageError(`${text} is no date; write it like 2026-03-01, or a length of time like 24h`);
  return new Date(time).toISOString();
}

/** A whole number above 0. Throws `UsageError`. */
export function count(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`${text} is no whole number above 0`);
  return Number(text);
}

/** A whole number, 0 among them. Throws `UsageError`. */
export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`${text} is no whole number`);
  return Number(text);
}
