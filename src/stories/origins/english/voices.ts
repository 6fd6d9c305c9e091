/** Who says so in an English sentence. */

import type { HeardIn, Reading } from '../reading.ts';
import { knownPhrases, type Phrase, type Token } from '../tokens.ts';
import { isMedium, type Voice } from '../voice.ts';
import { englishBodies } from './bodies.ts';
import { personsHeard } from './persons.ts';
import { isName, isNamedAfterCue, saysAfter } from './saying.ts';
import { namedAfterAccording, reporting, runningIn, spokenFor, statementOf } from './unlisted.ts';
import { NOT_AFTER, OF, PAPERS, SAY, SAY_INVERTED, SHOW, SPEAKERS } from './words.ts';

/** The attributions of an English sentence, in its order. */
export function englishVoices(reading: Reading): HeardIn {
  const { sentence, tokens } = reading;
  const known = knownPhrases(tokens, reading.named);
  const inKnown = (at: number) => known.some(({ from, to }) => at >= from && at <= to);
  const bodies = englishBodies(tokens).filter(({ from, to }) => !inKnown(from) && !inKnown(to));
  const phrases = [...known, ...bodies].sort((a, b) => a.from - b.from);
  const found: Voice[] = [];
  // What says only its sort is heard where nobody else is.
  const bare: Voice[] = [];
  const acting: Voice[] = [];
  for (const phrase of phrases) {
    // A minister who acts is the account's own; one to whom it is done is a guest.
    if (phrase.holder && phrase.from <= 1) reading.note(phrase.voice);
    const voice = phrase.holder ? null : reading.resolve(phrase);
    if (voice && speaks(tokens, phrase, sentence)) {
      if (isMedium(voice) || !ANONYMOUS.test(sentence)) (voice.bare ? bare : found).push(voice);
    } else if (isActing(tokens, phrase) && !holderSpeaks(tokens, phrase)) acting.push(voice ?? phrase.voice);
  }
  const own = pronoun(tokens, phrases, reading);
  if (own) found.push(own);
  const firm = found.length === 0 ? runningIn(tokens) : null;
  if (firm) found.push(firm);
  // A minister who told a paper is heard as well as the paper.
  if (found.every(isMedium)) found.push(...personsHeard(reading, phrases));
  if (found.length === 0) {
    const other =
      statementOf(tokens) ?? spokenFor(tokens) ?? namedAfterAccording(tokens) ?? reporting(tokens);
    if (other) found.push(other);
  }
  return { speaking: found.length > 0 ? found : bare, acting };
}

/** Named as one who does something or to whom it is done, not as a place. */
function isActing(tokens: readonly Token[], { from }: Phrase): boolean {
  const before = tokens[from - 1]?.lower === 'the' ? tokens[from - 2] : tokens[from - 1];
  return !/^(?:in|at|near|off|outside|into|of)$/u.test(before?.lower ?? '');
}

/** "Interior Minister Paul Hedin told reporters": to speak is not to take part. */
function holderSpeaks(tokens: readonly Token[], { to, holder }: Phrase): boolean {
  if (!holder) return false;
  let last = to;
  while (last - to < 4 && isName(tokens[last + 1])) last += 1;
  return saysAfter(tokens, last + 1) !== null;
}

/** Those whom a body's name only describes: a military expert, police sources, army veterans. */
const OTHERS =
  /^(?:experts?|analysts?|sources?|insiders?|bloggers?|historians?|veterans?|critics?|watchers?|personnel|troops|soldiers|forces|families|students?|professors?)$/u;

/** Whoever speaks without their name does not speak for the body they belong to. */
const ANONYMOUS =
  /\b(?:anonymity|anonymously|unnamed|not (?:to be|want to be|be) (?:named|identified)|declined to be (?:named|identified)|not authori[sz]ed to (?:speak|talk|comment))\b/u;

/** Whether the sentence gives what it says to this voice. */
function speaks(tokens: readonly Token[], phrase: Phrase, sentence: string): boolean {
  if (OTHERS.test(tokens[phrase.to + 1]?.lower ?? '')) return false;
  return (
    isHeading(tokens, phrase) ||
    isNamedAfterCue(tokens, phrase.from) ||
    isInverted(tokens, phrase) ||
    isToldTo(tokens, phrase) ||
    isShown(tokens, phrase) ||
    (isSubject(tokens, phrase) && isInPaper(tokens, phrase, sentence)) ||
    (isSubject(tokens, phrase) && saysAfter(tokens, phrase.to + 1) !== null && !isQuestion(sentence))
  );
}

/** "Coastguard: 14 hurt on burning ferry". */
const isHeading = (tokens: readonly Token[], { from, to }: Phrase): boolean =>
  from === 0 && tokens[to + 1]?.text === ':';

/** Whatever the verb, whoever calls a thing a model "in a note" says so. */
const IN_A_PAPER =
  /\bin an? (?:\p{L}+ )?(?:statement|note|bulletin|communique|commentary|press release|news release|post on|message on)\b/iu;

/**
 * "The ministry called it a model in a note"; "In a post on X, the ministry called it a model". Where anybody says something,
 * that verb decides.
 */
function isInPaper(tokens: readonly Token[], { from }: Phrase, sentence: string): boolean {
  if (!IN_A_PAPER.test(sentence) || tokens.some(({ lower }) => SAY.has(lower))) return false;
  const before = tokens[from - 1]?.lower === 'the' ? from - 2 : from - 1;
  return from <= 1 || (tokens[0]?.lower === 'in' && tokens[before]?.text === ',');
}

/** "Data from the institute showed". */
const isShown = (tokens: readonly Token[], { from, to }: Phrase): boolean =>
  tokens.slice(to + 1, to + 4).some(({ lower }) => SHOW.has(lower)) &&
  tokens.slice(Math.max(0, from - 5), from).some(({ lower }) => PAPERS.has(lower));

const isQuestion = (sentence: string): boolean => sentence.endsWith('?');

/** ", said the coast guard", "reports TASS". */
function isInverted(tokens: readonly Token[], { from, to }: Phrase): boolean {
  // An attorney, Ada Rehn, said, the administration was …: it is the subject of what is said.
  if (FINITE.test(tokens[to + 1]?.lower ?? '')) return false;
  let at = from - 1;
  while (
    at >= 0 &&
    from - at <= 3 &&
    /^(?:the|a|state-run|official|local|state|spokesman|spokeswoman)$/u.test(tokens[at]?.lower ?? '')
  )
    at -= 1;
  if (!SAY_INVERTED.has(tokens[at]?.lower ?? '')) return false;
  return /^[,"”’']$/u.test(tokens[at - 1]?.text ?? '');
}

const FINITE = /^(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|did|does)$/u;

/** "Told TASS", "in an interview with Radio Lindholm": a medium was spoken to, so it is whom the words come from. */
function isToldTo(tokens: readonly Token[], { from, voice }: Phrase): boolean {
  if (!isMedium(voice)) return false;
  let at = from - 1;
  while (/^(?:the|state-run|local)$/u.test(tokens[at]?.lower ?? '')) at -= 1;
  const [to = '', verb = ''] = [tokens[at]?.lower, tokens[at - 1]?.lower];
  return (
    to === 'told' ||
    (/^(?:with|to)$/u.test(to) && /^(?:interview|confirmed|spoke|speaking|talked)$/u.test(verb))
  );
}

/** The phrase may be what a verb behind it belongs to: not "arrested by the police", but "an officer of the police". */
function isSubject(tokens: readonly Token[], { from }: Phrase): boolean {
  let at = from - 1;
  while (at >= 0 && /^(?:the|a|an|its|state-run|official|local)$/u.test(tokens[at]?.lower ?? '')) at -= 1;
  const before = tokens[at]?.lower ?? '';
  if (OF.has(before)) {
    const around = tokens.slice(Math.max(0, at - 4), at);
    return (
      around.some(({ lower }) => SPEAKERS.has(lower)) || (before === 'from' && tokens[at - 1]?.text === ',')
    );
  }
  return !NOT_AFTER.has(before);
}

/** "…, it said in a statement": the body the sentence, or the one before it, begins with. */
function pronoun(tokens: readonly Token[], phrases: readonly Phrase[], reading: Reading): Voice | null {
  const at = tokens.findIndex(
    ({ lower }, place) =>
      lower === 'it' && /^(?:said|says|added|stated)$/u.test(tokens[place + 1]?.lower ?? ''),
  );
  if (at < 0) return null;
  const first = phrases.find(({ from }) => from <= 2);
  return first ? reading.resolve(first) : null;
}
