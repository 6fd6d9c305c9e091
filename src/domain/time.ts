/** A moment, as ISO-8601 UTC text in the form of `Date.prototype.toISOString`: `2026-03-01T12:00:00.000Z`. */
export type Instant = string;

/** A BCP 47 primary language tag in lower case (`en`, `ru`, `ko`), or `und` where it is not known. */
export type Language = string;

/** The web is younger: an earlier date is of a clock or a field that was never set. */
export const EARLIEST: Instant = '1990-01-01T00:00:00.000Z';

/** How long a day is, in milliseconds. */
export const DAY = 86_400_000;

/** The moment so many days before another. */
export const daysBefore = (moment: Instant, days: number): Instant =>
  new Date(Date.parse(moment) - days * DAY).toISOString();
