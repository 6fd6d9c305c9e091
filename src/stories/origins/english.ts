import { englishBodies, isCapitalised, nameOf } from './english-bodies.ts';
import type { HeardIn, Reading } from './reading.ts';
import type { Phrase, Token } from './tokens.ts';
import { knownPhrases } from './tokens.ts';
import type { Voice } from './voice.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const SAY = set(
  'said say says saying reported report reports announced announces confirmed confirms stated states added adds noted notes told tells wrote writes ' +
    'tweeted posted declared explained explains estimated estimates claimed claims acknowledged insisted disclosed revealed warned informed denied quoted ' +
    'emphasized emphasised stressed highlighted underlined underscored reiterated hailed described',
);
/** Before a voice that follows: ", said the coast guard". */
const SAY_INVERTED = set('said says reported reports announced confirmed stated added noted wrote explained');
/** Parts of a body that speak for it. */
const PARTS = set(
  'press service office spokesman spokeswoman spokesperson spokespeople representative chief head director official officials officer ' +
    'department deputy commander captain sergeant lieutenant superintendent inspector detective commissioner sheriff commissioner major colonel general ' +
    'website scientists seismologists researchers investigators experts forecasters engineers doctors statement report bulletin dispatch communique release',
);
const PAPERS = set(
  'statement statements report reports bulletin dispatch communique release note data figures announcement',
);
const BETWEEN = set(
  'also later earlier separately then meanwhile had has have since on in a an the its his her statement release report news press briefing conference ' +
    'monday tuesday wednesday thursday friday saturday sunday today yesterday afternoon morning evening night first this week initially officially and itself publicly',
);
/** What may stand between "according to" and the voice. */
const LEADING = set(
  'a an the its to statement statements report reports reporting data figures information released published issued carried provided from by of in for at on with official officials ' +
    'spokesman spokeswoman spokesperson sources source preliminary state-run state-owned state official-looking local regional north south its news agency ' +
    'new press release website scientists seismologists researchers experts analysts investigators documents filing national daily newspaper broadcaster television channel',
);
/** Those who speak at, from or for a body. */
const SPEAKERS = set(
  'spokesman spokeswoman spokesperson spokespeople official officials scientist scientists seismologist seismologists researcher researchers representative representatives ' +
    'head chief director officer officers service office investigators forecasters expert experts engineer engineers doctors statement report bulletin note meteorologists geologists',
);
const OF = set('of for at from with');
const NOT_AFTER = set(
  'by against to in on after before under into about near with over between despite through and or than like via',
);
/** Offices whose holders speak as such. */
const TITLES = set(
  'president premier minister governor mayor chief commander general admiral ambassador director head chairman chairwoman secretary prosecutor envoy deputy ' +
    'marshal chancellor sheriff captain colonel major superintendent commissioner attorney coroner senator',
);
const TO_MANY = set('reporters journalists');

/** The attributions of an English sentence, in its order. */
export function englishVoices(reading: Reading): HeardIn {
  const { sentence, tokens } = reading;
  const known = knownPhrases(tokens, reading.named);
  const inKnown = (at: number) => known.some(({ from, to }) => at >= from && at <= to);
  const bodies = englishBodies(tokens).filter(({ from, to }) => !inKnown(from) && !inKnown(to));
  const phrases = [...known, ...bodies].sort((a, b) => a.from - b.from);
  const found: Voice[] = [];
  const acting: Voice[] = [];
  for (const phrase of phrases) {
    // A minister who acts is the account's own; one to whom it is done is a guest.
    if (phrase.holder && phrase.from <= 1) reading.note(phrase.voice);
    const voice = phrase.holder ? null : reading.resolve(phrase);
    if (voice && speaks(tokens, phrase, sentence)) found.push(voice);
    else if (isActing(tokens, phrase)) acting.push(voice ?? phrase.voice);
  }
  const own = pronoun(tokens, phrases, reading);
  if (own) found.push(own);
  if (found.length === 0) {
    const other =
      personIn(tokens, sentence) ??
      statementOf(tokens) ??
      spokenFor(tokens) ??
      namedAfterAccording(tokens) ??
      reporting(tokens);
    if (other) found.push(other);
  }
  return { speaking: found, acting };
}

/** Named as one who does something or to whom it is done, not as a place. */
function isActing(tokens: readonly Token[], { from }: Phrase): boolean {
  const before = tokens[from - 1]?.lower === 'the' ? tokens[from - 2] : tokens[from - 1];
  return !/^(?:in|at|near|off|outside|into|of)$/u.test(before?.lower ?? '');
}

/** Those whom a body's name only describes: a military expert, police sources, army veterans. */
const OTHERS =
  /^(?:experts?|analysts?|sources?|insiders?|bloggers?|historians?|veterans?|critics?|watchers?|personnel|troops|soldiers|forces|families|students?|professors?)$/u;

/** Whether the sentence gives what it says to this voice. */
function speaks(tokens: readonly Token[], phrase: Phrase, sentence: string): boolean {
  if (OTHERS.test(tokens[phrase.to + 1]?.lower ?? '')) return false;
  return (
    isHeading(tokens, phrase) ||
    isNamedAfterCue(tokens, phrase) ||
    isInverted(tokens, phrase) ||
    isToldTo(tokens, phrase) ||
    (isSubject(tokens, phrase) && phrase.from <= 1 && IN_A_PAPER.test(sentence)) ||
    (isSubject(tokens, phrase) && saysAfter(tokens, phrase.to + 1) !== null && !isQuestion(sentence))
  );
}

/** "Coastguard: 14 hurt on burning ferry". */
const isHeading = (tokens: readonly Token[], { from, to }: Phrase): boolean =>
  from === 0 && tokens[to + 1]?.text === ':';

/** Whatever the verb, whoever calls a thing a model "in a note" says so. */
const IN_A_PAPER =
  /\bin an? (?:\p{L}+ )?(?:statement|note|bulletin|communique|commentary|press release|news release)\b/u;

const isQuestion = (sentence: string): boolean => sentence.endsWith('?');

/** "According to the", "citing", "in a statement published by the", "quoted by". */
function isNamedAfterCue(tokens: readonly Token[], { from }: Phrase): boolean {
  for (let at = from - 1; at >= 0 && from - at <= 8; at -= 1) {
    const lower = tokens[at]?.lower ?? '';
    if (lower === 'to' && tokens[at - 1]?.lower === 'according') return true;
    if (lower === 'citing' || lower === 'quoting') return true;
    if (lower === 'by' && PASSIVE.has(tokens[at - 1]?.lower ?? '') && isOfPaper(tokens, at - 1)) return true;
    if (!LEADING.has(lower) && !TITLES.has(lower) && !isCapitalised(tokens[at]?.text ?? '') && lower !== "'s")
      return false;
  }
  return false;
}

const PASSIVE = set('published released issued carried quoted cited reported posted aired distributed');

/** What is published by somebody must be words, not pictures or prisoners. */
function isOfPaper(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at]?.lower ?? '';
  if (verb === 'quoted' || verb === 'cited' || verb === 'reported') return true;
  return tokens.slice(Math.max(0, at - 4), at).some(({ lower }) => PAPERS.has(lower));
}

/** ", said the coast guard", "reports TASS". */
function isInverted(tokens: readonly Token[], { from }: Phrase): boolean {
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

/** "Told TASS", "in an interview with Radio Lindholm": a medium was spoken to, so it is whom the words come from. */
function isToldTo(tokens: readonly Token[], { from, voice }: Phrase): boolean {
  if (voice.kind !== 'press' && voice.kind !== 'broadcaster' && !/agency|press/u.test(voice.kind))
    return false;
  let at = from - 1;
  if (/^(?:the|state-run|local)$/u.test(tokens[at]?.lower ?? '')) at -= 1;
  const before = tokens[at]?.lower ?? '';
  return before === 'told' || (before === 'with' && tokens[at - 1]?.lower === 'interview');
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

const MOST_BETWEEN = 14;

/** Where the verb of saying is whose subject ends before `at`; null: what follows is something else. */
function saysAfter(tokens: readonly Token[], at: number): number | null {
  let names = false;
  for (let place = at; place < tokens.length && place - at <= MOST_BETWEEN; place += 1) {
    const { text, lower } = tokens[place] ?? { text: '', lower: '' };
    if (SAY.has(lower)) return isVerb(tokens, place) ? place : null;
    if (lower === "'s") continue;
    if (PARTS.has(lower) || TITLES.has(lower)) names = true;
    else if (text === '(' || text === ',') {
      const closed = closes(tokens, place);
      if (closed === null) return null;
      place = closed;
    } else if (lower === 'in' && isCapitalised(tokens[place + 1]?.text ?? '')) names = true;
    else if (lower === 'for' || lower === 'of') {
      if (!names) return null;
    } else if (!BETWEEN.has(lower) && !(names && (isCapitalised(text) || text === '.'))) return null;
  }
  return null;
}

/** Verbs that are nouns too: they want a clause behind them (the ministry notes that …). */
const NOUNS_TOO = set('notes states claims estimates adds');

function isVerb(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? '';
  const before = tokens[at - 1]?.lower ?? '';
  if (NOUNS_TOO.has(lower) && !/^(?:that|,|:|“|")$/u.test(tokens[at + 1]?.lower ?? '')) return false;
  return !(lower === 'told' && before === 'was') && before !== 'not';
}

/** The end of a bracket or of an apposition between commas without a verb of saying; null: it has no end near by. */
function closes(tokens: readonly Token[], open: number): number | null {
  const sign = tokens[open]?.text === '(' ? ')' : ',';
  for (let at = open + 1; at < tokens.length && at - open <= MOST_BETWEEN; at += 1) {
    const { text = '', lower = '' } = tokens[at] ?? {};
    if (text === sign) return at;
    if (SAY.has(lower) || /^["“”;:]$/u.test(text)) return null;
  }
  return null;
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

/** An office holder who speaks to everybody: told reporters, wrote on Telegram; or to whom plain words are given at their end. */
function personIn(tokens: readonly Token[], sentence: string): Voice | null {
  for (let at = 0; at < tokens.length; at += 1) {
    if (!TITLES.has(tokens[at]?.lower ?? '') || tokens[at - 1]?.lower === 'former') continue;
    let to = at;
    while (to - at < 4 && isName(tokens[to + 1])) to += 1;
    if (to === at) continue;
    const voice = personOf(nameOf(tokens, at + 1, to));
    const says = saysAfter(tokens, to + 1);
    if (says !== null && isPublic(tokens, says)) return voice;
    if (isQuoting(sentence)) continue;
    let before = at;
    while (
      before > 0 &&
      /^\p{L}/u.test(tokens[before - 1]?.text ?? '') &&
      !SAY_INVERTED.has(tokens[before - 1]?.lower ?? '') &&
      at - before < 4
    )
      before -= 1;
    const isBehind = SAY_INVERTED.has(tokens[before - 1]?.lower ?? '') && tokens[before - 2]?.text === ',';
    const isLast =
      says !== null &&
      tokens.length - says <= 7 &&
      tokens[firstOf(tokens, at) - 1]?.text === ',' &&
      says - to <= 2;
    const isAccording = isNamedAfterCue(tokens, { from: at, to, voice, bare: false });
    if (isBehind || isLast || isAccording) return voice;
  }
  return null;
}

/** Where the title begins: "defence minister" before "minister". */
function firstOf(tokens: readonly Token[], at: number): number {
  let first = at;
  while (first > 0 && at - first < 4 && /^[\p{L}'’]/u.test(tokens[first - 1]?.text ?? '')) first -= 1;
  return first;
}

const isName = (token: Token | undefined): boolean =>
  token !== undefined &&
  isCapitalised(token.text) &&
  !/^(?:The|On|In|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/u.test(token.text);

const isQuoting = (sentence: string): boolean => /["“”‘]/u.test(sentence);

/** "Told reporters", "said in a statement", "wrote on Telegram". */
function isPublic(tokens: readonly Token[], says: number): boolean {
  const verb = tokens[says]?.lower ?? '';
  const after = tokens.slice(says + 1, says + 9).map(({ lower }) => lower);
  if (verb === 'told' && after.slice(0, 3).some((word) => TO_MANY.has(word))) return true;
  return /\b(?:in a (?:written )?statement|on telegram|on twitter|on x|on facebook|on his telegram|on her telegram|at a news conference|in a post)\b/u.test(
    after.join(' '),
  );
}

/** Whoever "said in a statement" speaks for themselves: a company, a club. */
function statementOf(tokens: readonly Token[]): Voice | null {
  const says = tokens.findIndex(
    ({ lower }, at) =>
      SAY.has(lower) &&
      /^in an? (?:written |joint |press )?(?:statement|release|filing)/u.test(
        tokens
          .slice(at + 1, at + 5)
          .map((token) => token.lower)
          .join(' '),
      ),
  );
  if (says <= 0) return null;
  let to = says - 1;
  if (tokens[to]?.text === ',') {
    to -= 1;
    while (to > 0 && tokens[to]?.text !== ',') to -= 1;
    to -= 1;
  }
  let from = to;
  while (from > 0 && to - from < 4 && isName(tokens[from - 1])) from -= 1;
  if (
    to < 0 ||
    !isName(tokens[to]) ||
    !/^\p{L}/u.test(tokens[from]?.text ?? '') ||
    /^(?:he|she|they|it|who|i|we|this)$/iu.test(tokens[to]?.lower ?? '')
  )
    return null;
  const name = nameOf(tokens, from, to);
  return {
    name,
    kind: 'other',
    form: 'name',
    id: null,
    conceptId: null,
    roles: [],
    proper: name.split(' '),
    state: null,
  };
}

/** "A spokesman for Norvik Bridges said", "Norvik spokeswoman Anna Ros said": whom no table knows. */
function spokenFor(tokens: readonly Token[]): Voice | null {
  const at = tokens.findIndex(({ lower }) => /^spokes(?:man|woman|person|people)$/u.test(lower));
  if (at < 0 || saysAfter(tokens, at) === null) return null;
  if (tokens[at + 1]?.lower === 'for' || tokens[at + 1]?.lower === 'of')
    return nameFrom(tokens, tokens[at + 2]?.lower === 'the' ? at + 3 : at + 2);
  let from = at;
  while (from > 0 && at - from < 4 && (isName(tokens[from - 1]) || tokens[from - 1]?.lower === "'s"))
    from -= 1;
  // The first word of a sentence is capitalised whatever it is.
  return from === at || (from === 0 && at === 1 && !/\p{Lu}{2}/u.test(tokens[0]?.text ?? ''))
    ? null
    : nameFrom(tokens, from);
}

/** "According to Ilona Marten", "according to The Playlist". */
function namedAfterAccording(tokens: readonly Token[]): Voice | null {
  const at = tokens.findIndex(
    ({ lower }, place) => lower === 'according' && tokens[place + 1]?.lower === 'to',
  );
  if (at < 0) return null;
  const isTitled = tokens[at + 2]?.text === 'The';
  const voice = nameFrom(tokens, isTitled ? at + 3 : at + 2);
  return voice && (isTitled || voice.proper.length > 1) ? voice : null;
}

/** "…, the Journal-Constitution reported." at the end of a sentence. */
function reporting(tokens: readonly Token[]): Voice | null {
  const at = tokens.findLastIndex(({ lower }) => lower === 'reported' || lower === 'reports');
  if (at < 0 || tokens.length - at > 4) return null;
  let from = at;
  while (from > 0 && at - from < 5 && isName(tokens[from - 1])) from -= 1;
  const before = /^the$/u.test(tokens[from - 1]?.lower ?? '') ? from - 2 : from - 1;
  return from < at && tokens[before]?.text === ',' ? nameFrom(tokens, from) : null;
}

/** What stands between the words of a name: Sam's Club, Bureau of Alcohol. */
const LINKS = set("'s of");

/** The name that begins here, of up to six words. */
function nameFrom(tokens: readonly Token[], from: number): Voice | null {
  let to = from - 1;
  while (
    to - from < 5 &&
    (isName(tokens[to + 1]) ||
      (LINKS.has(tokens[to + 1]?.lower ?? '') && to >= from && isName(tokens[to + 2])))
  )
    to += 1;
  if (to < from) return null;
  const name = nameOf(tokens, from, to);
  return {
    name,
    kind: 'other',
    form: 'name',
    id: null,
    conceptId: null,
    roles: [],
    proper: name.split(' '),
    state: null,
  };
}

function personOf(name: string): Voice {
  return {
    name,
    kind: 'other',
    form: 'person',
    id: null,
    conceptId: null,
    roles: [],
    proper: name.split(' '),
    state: null,
  };
}
