/** Who says so in a Russian sentence. */

import type { HeardIn, Reading } from '../reading.ts';
import { knownPhrases, type Phrase, type Token } from '../tokens.ts';
import { isMedium, type Voice, voiceNamed } from '../voice.ts';
import { russianBodies } from './bodies.ts';
import { personsHeard } from './persons.ts';
import { isAfterVerb, isBeforeVerb, isByWord } from './saying.ts';
import { ANONYMOUS } from './words.ts';

/** The attributions of a Russian sentence, in its order. */
export function russianVoices(reading: Reading): HeardIn {
  const { tokens } = reading;
  const known = knownPhrases(tokens, reading.named);
  // «компания «Порт»», where «Порт» is known by its name, is the same voice.
  const overlapsKnown = (body: Phrase) => known.some(({ from, to }) => body.from <= to && from <= body.to);
  const bodies = russianBodies(tokens).filter((body) => !overlapsKnown(body));
  const found: Voice[] = [];
  // What says only its sort is heard where nobody else is.
  const bare: Voice[] = [];
  const acting: Voice[] = [];
  for (const phrase of [...known, ...bodies].sort((a, b) => a.from - b.from)) {
    // A minister who acts is the account's own; one to whom it is done is a guest.
    if (
      phrase.holder &&
      /^министр$/iu.test(
        tokens.slice(phrase.from, phrase.to + 1).find(({ lower }) => lower.startsWith('министр'))?.text ?? '',
      )
    )
      reading.note(phrase.voice);
    const voice = phrase.holder ? null : reading.resolve(phrase);
    if (voice && !isHeadNamed(tokens, phrase) && speaks(tokens, phrase)) {
      if (!ANONYMOUS.test(reading.sentence) || isMedium(voice)) (voice.bare ? bare : found).push(voice);
    }
    // To speak is not to take part: заявил министр обороны.
    else if (phrase.holder && isAfterVerb(tokens, phrase.from)) continue;
    else if (!/^(?:в|на|у|около|из)$/u.test(tokens[phrase.from - 1]?.lower ?? ''))
      acting.push(voice ?? phrase.voice);
  }
  const medium = found.length === 0 ? mediumOf(tokens) : null;
  if (medium) found.push(medium);
  if (found.length === 0) found.push(...personsHeard(reading, bodies));
  return { speaking: found.length > 0 ? found : bare, acting };
}

/** «Считает глава Союза подрядчиков Виктор Самолётов»: it is the head who says so, by name. */
const isHeadNamed = (tokens: readonly Token[], { from, to, voice }: Phrase): boolean =>
  voice.kind === 'other' &&
  HEADS.test(tokens[from - 1]?.lower ?? '') &&
  [to + 1, to + 2].every((at) => /^\p{Lu}\p{Ll}/u.test(tokens[at]?.text ?? ''));
const HEADS = /^(?:глав|директор|начальник|руководител|председател|президент|лидер|ректор)\p{Ll}{0,3}$/u;

function speaks(tokens: readonly Token[], { from, to }: Phrase): boolean {
  const isHeading = from === 0 && tokens[to + 1]?.text === ':';
  return isHeading || isAfterVerb(tokens, from) || isByWord(tokens, from) || isBeforeVerb(tokens, from, to);
}

/**
 * «Об этом написала Портовая газета»: a medium the tables do not know, by its last word or in quotation marks behind its sort.
 */
function mediumOf(tokens: readonly Token[]): Voice | null {
  const verb = tokens.findIndex(({ lower }) =>
    /^(?:написал[аои]?|пишет|сообщает|сообщил[аои]?|передаёт|передает)$/u.test(lower),
  );
  if (verb < 0) return null;
  const rest = tokens.slice(verb + 1, verb + 6);
  const end = rest.findIndex(({ lower }) =>
    /^(?:газета|правда|вестник|известия|новости|радио|телеграф|курьер|информ)$/u.test(lower),
  );
  if (end < 1 || !rest.slice(0, end).every(({ text }) => /^\p{Lu}/u.test(text))) return null;
  const name = rest
    .slice(0, end + 1)
    .map(({ text }) => text)
    .join(' ');
  return voiceNamed(name, 'press');
}
