// How much of one document is read. What is beyond is left out, and `FeedDocument.skipped` says so. Real feeds stay far
// below; what these guard against is work and memory that grow faster than the bytes of a document made to hurt.

/** Elements nested deeper than this are read as if their tags were not there. */
export const DEEPEST = 200;
export const MOST_ENTRIES = 10_000;
/** Elements of one name in a feed or an entry: its links, authors, categories. */
export const MOST_ALIKE = 1_000;
/** Characters. No article is a book, and every step after reading works on what is left. */
export const LONGEST_TEXT = 1_000_000;
export const LONGEST_ATTRIBUTE = 8_192;
/** Things that were left out are told in so many words at most. */
export const MOST_SKIPPED = 100;
