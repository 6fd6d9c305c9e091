const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g;
const LONE_SURROGATES = /\p{Surrogate}+/gu;

/** What windows-1252 has at 128 to 159: the only sense in which these controls are ever meant (HTML §13.2.5.84). */
const C1_MEANT = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * Characters of a text that are cleaned at a time: a replacement takes 30 bytes for each control, so that megabytes of them would
 * end the process rather than the thread.
 */
const PIECE = 65_536;

/**
 * Text without the characters that XML 1.0 §2.2 forbids, control characters and lone surrogates among them. C1 controls
 * become what windows-1252 has in their place, if anything. Tabs and line ends stay.
 */
export function cleanCharacters(text: string): string {
  const wellFormed = text.isWellFormed() ? text : inPieces(text, (part) => part.replace(LONE_SURROGATES, ''));
  if (wellFormed.search(FORBIDDEN) < 0) return wellFormed;
  return inPieces(wellFormed, (part) => part.replace(FORBIDDEN, asMeant));
}

function asMeant(control: string): string {
  const meant = C1_MEANT.charAt(control.charCodeAt(0) - 0x80);
  return meant === control ? '' : meant;
}

/** Cut between characters, never within one. */
function inPieces(text: string, replace: (part: string) => string): string {
  if (text.length <= PIECE) return replace(text);
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const splits = /[\ud800-\udbff]/.test(text.charAt(at + PIECE - 1));
    const end = at + PIECE - (splits ? 1 : 0);
    pieces.push(replace(text.slice(at, end)));
    at = end;
  }
  return pieces.join('');
}

/** White space folded to single spaces, none at the ends. */
export function foldSpace(text: string): string {
  return text.replace(/[^\S ]\s*| \s+/g, ' ').trim();
}

/** At most so many UTF-16 units from the beginning of a text, never half a character. */
export function cut(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
}

/** Whether a UTF-16 unit is one of the letters most words are made of: A to z of ASCII, А to я. */
export function isPlainLetter(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x410 && code <= 0x44f);
}
