/** A stretch of a text, in UTF-16 units. */
export interface Sentence {
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
}

/**
 * Full stops with what closes a quotation behind them, the signs of Chinese and Japanese, and line ends. Repetitions are
 * bounded, since the stack of a regular expression is.
 */
const BREAK = /[.!?…]{1,9}["'”’»)\]]{0,3}(?=\s|$)|[。！？]{1,9}[」』”’）]{0,3}|\n{1,9}/gu;
/** Words whose full stop ends no sentence, even before a capital; single letters (U.S., И. Петров) never do. */
const ABBREVIATION =
  /(?:^|[^\p{L}])(?:\p{L}|[Mm]rs?|[Mm]s|[DdSs][rt]|Gen|Lt|Col|Sgt|Capt|Prof|Sen|Rep|Gov|No|vs|им|ул|гл|проф|акад|тыс|млн|млрд)\.$/u;

/**
 * The sentences of a text in order. A line end ends a sentence, unless the text is wrapped at a width, as plain text mostly is.
 * Not every full stop is told right (linguists' tools differ too): for counting and quoting, not for parsing.
 */
export function sentences(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  const wrapped = isWrapped(text);
  let start = 0;
  const close = (end: number): void => {
    const sentence = text.slice(start, end);
    const from = start + (sentence.length - sentence.trimStart().length);
    const to = start + sentence.trimEnd().length;
    if (to > from) found.push({ start: from, end: to });
    start = end;
  };
  for (const { 0: sign, index } of text.matchAll(BREAK)) {
    const end = index + sign.length;
    if (sign.startsWith('\n') ? !wrapped || sign.length > 1 : endsSentence(text, index, sign, end))
      close(end);
  }
  close(text.length);
  return found;
}

function endsSentence(text: string, index: number, sign: string, end: number): boolean {
  if (!sign.startsWith('.') || sign.length > 1) return true;
  if (/^\s*\p{Ll}/u.test(text.slice(end, end + 8))) return false;
  return !ABBREVIATION.test(text.slice(Math.max(0, index - 8), index + 1));
}

/** Lines about as long as each other that mostly break off within a sentence. */
function isWrapped(text: string): boolean {
  const lines = text
    .slice(0, 4000)
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length < 3 || lines.some((line) => line.length > 100)) return false;
  const inside = lines.filter((line) => line.length > 40 && !/[.!?…"'”’»)。！？]\s*$/u.test(line));
  return inside.length > lines.length / 2;
}
