/** A moment, as ISO-8601 UTC text in the form of `Date.prototype.toISOString`: `2026-03-01T12:00:00.000Z`. */
export type Instant = string;

/** A BCP 47 primary language tag in lower case (`en`, `ru`, `ko`), or `und` where it is not known. */
export type Language = string;
