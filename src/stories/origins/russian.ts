import type { HeardIn, Reading } from './reading.ts';
import { russianBodies } from './russian-bodies.ts';
import { fromGenitive } from './russian-genitive.ts';
import {
  ANONYMOUS,
  BETWEEN,
  BY,
  DEEDS_TOO,
  EXPERTS,
  OF_SELF,
  OPINION,
  SAY,
  SPEECH,
  TITLES,
} from './russian-words.ts';
import { knownPhrases, type Phrase, type Token } from './tokens.ts';
import { personNamed, type Voice, voiceNamed } from './voice.ts';

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
    if (voice && speaks(tokens, phrase)) {
      if (!ANONYMOUS.test(reading.sentence) || MEDIA.has(voice.kind)) (voice.bare ? bare : found).push(voice);
    }
    // To speak is not to take part: заявил министр обороны.
    else if (phrase.holder && isAfterVerb(tokens, phrase.from)) continue;
    else if (!/^(?:в|на|у|около|из)$/u.test(tokens[phrase.from - 1]?.lower ?? ''))
      acting.push(voice ?? phrase.voice);
  }
  const medium = found.length === 0 ? mediumOf(tokens) : null;
  if (medium) found.push(medium);
  const person =
    found.length === 0
      ? (personHeard(bodies, reading) ??
        byWordOf(tokens, reading.sentence) ??
        namedLast(tokens, reading.sentence))
      : null;
  if (person) found.push(person);
  return { speaking: found.length > 0 ? found : bare, acting };
}

const MEDIA: ReadonlySet<string> = new Set(['agency', 'state-agency', 'press', 'state-press', 'broadcaster']);

/** Somebody named with an office, and with the ministry, where that is what they head. */
function personHeard(bodies: readonly Phrase[], reading: Reading): Voice | null {
  const person = personIn(reading);
  if (!person) return null;
  const { name, from, to } = person;
  const office = bodies.find((body) => body.holder && body.from <= to && body.to >= from);
  const expert = EXPERTS.test(reading.tokens[from]?.lower ?? '');
  return personNamed(name, { office: (office && reading.resolve(office)) ?? null, expert });
}

function speaks(tokens: readonly Token[], { from, to }: Phrase): boolean {
  const isHeading = from === 0 && tokens[to + 1]?.text === ':';
  return isHeading || isAfterVerb(tokens, from) || isByWord(tokens, from) || isBeforeVerb(tokens, from, to);
}

/** «Сообщает ТАСС», «сообщили журналистам в Министерстве обороны», «говорится в сообщении МЧС». */
function isAfterVerb(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0 && from - at <= 6; at -= 1) {
    const { lower, text } = tokens[at] ?? { lower: '', text: '' };
    if (SAY.test(lower)) return !OPINION.test(lower) || tokens[at - 1]?.text === ',';
    if (lower === 'следует' && tokens[at + 1]?.lower === 'из') return true;
    // To whom it was said: рассказали Радио Карск в министерстве.
    const isRecipient = tokens[from - 1]?.lower === 'в' && /^\p{Lu}/u.test(text);
    if (!BETWEEN.test(lower) && !isRecipient && !isAdjective(lower) && !/^[«»"]$/u.test(text)) return false;
  }
  return false;
}

/** What a body is told by: в пресс-службе приозёрского МИД, угольной компании. */
const isAdjective = (lower: string): boolean => /(?:ского|ской|ском|ной|ного|ном)$/u.test(lower);

/** «По данным МЧС», «по словам представителя полиции», «со ссылкой на Минобороны». */
function isByWord(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= 0 && from - at <= 4; at -= 1) {
    const lower = tokens[at]?.lower ?? '';
    const before = tokens[at - 1]?.lower ?? '';
    if (BY.test(lower) && /^(?:по|согласно|предварительным)$/u.test(before)) return true;
    if (lower === 'согласно') return true;
    if (lower === 'на' && (before === 'ссылкой' || before === 'ссылаясь')) return true;
    if (!BETWEEN.test(lower)) return false;
  }
  return false;
}

/** «Минобороны сообщило», «в прокуратуре сообщили», «на заводе «Кармаш» заявили», «компания «Порт» в среду заявила». */
function isBeforeVerb(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  if (/^(?:с|со|от|у|к|для|против|над|под|о|об|перед|между|из|за|через|при|после|до|и)$/u.test(before))
    return false;
  for (let at = to + 1; at < tokens.length && at - to <= 6; at += 1) {
    const { lower, text } = tokens[at] ?? { lower: '', text: '' };
    // Those who speak somewhere are not named: на заводе заявили.
    if (SAY.test(lower)) return (before !== 'на' || lower.endsWith('ли')) && isSaying(tokens, at);
    const last = tokens[at - 1]?.lower;
    const isPlace = last === 'в' && /^\p{Lu}/u.test(text);
    const isCited = last === 'на' && tokens[at - 2]?.lower === 'ссылкой';
    if (!BETWEEN.test(lower) && !/^[«»"—–(]$/u.test(text) && !isPlace && !isCited) return false;
    // A clause begins: what it says is said of something else.
    if (lower === 'что' || lower === 'как') return false;
  }
  return false;
}

/** The verb tells what somebody says: no deed, and nothing that was left unsaid. */
const isSaying = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.lower !== 'не' &&
  (!DEEDS_TOO.test(tokens[at]?.lower ?? '') ||
    /^(?:[,:.«—–]|о|об|что|заявлен\p{Ll}+|отчёт\p{Ll}*|данны\p{Ll}+|сообщен\p{Ll}+)$/u.test(
      tokens[at + 1]?.lower ?? '.',
    ));

/** «Об этом написала Портовая газета»: a medium the tables do not know, by its last word or in quotation marks behind its sort. */
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

/** A name with an office, from the one to the other. */
interface Person {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Somebody named with the office or the trade that makes their word count: «сообщил губернатор Антон Седых», «губернатор Антон Седых сообщил»,
 * «по словам губернатора Антона Седых». Not for what they say of themselves, and
 * not for a speech.
 */
function personIn({ tokens, sentence }: Reading): Person | null {
  if (OF_SELF.test(sentence) || (isQuoting(sentence) && SPEECH.test(sentence))) return null;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!TITLES.test(tokens[at]?.lower ?? '')) continue;
    const name = nameBehind(tokens, at);
    if (!name) continue;
    const person = { name: name.text, from: at, to: name.to };
    if (
      SAY.test(tokens[name.to + 1]?.lower ?? '') &&
      isSaying(tokens, name.to + 1) &&
      !isToGuests(tokens, name.to + 1)
    )
      return person;
    if (isAfterVerb(tokens, firstOf(tokens, at)) || toJournalists(tokens, at)) return person;
    // По словам директора Анны Рубцовой
    if (isByWord(tokens, firstOf(tokens, at))) return { ...person, name: fromGenitive(name.text) };
  }
  return null;
}

/** «Рассказал депутатам»: a speech to those it was made for. */
const isToGuests = (tokens: readonly Token[], says: number): boolean =>
  /(?:ам|ям)$/u.test(tokens[says + 1]?.lower ?? '') && tokens[says + 1]?.lower !== 'журналистам';

/** «По словам лидера профсоюза Греты Молль», whatever the office; as "according to" in English. */
function byWordOf(tokens: readonly Token[], sentence: string): Voice | null {
  const at = tokens.findIndex(({ lower }, place) => lower === 'словам' && tokens[place - 1]?.lower === 'по');
  const name = at < 0 || isQuoting(sentence) ? null : nameBehind(tokens, at);
  return name && personNamed(fromGenitive(name.text));
}

/** Words somebody said stand in it; a name in quotation marks is shorter. */
const isQuoting = (sentence: string): boolean => /[«"“„][^»"”]{28}|[»"”],\s?[—–-]\s/u.test(sentence);

/** «…, рассказала вдова мастера Вера Лапина.»: plain words given at their end to somebody told by what they are. */
function namedLast(tokens: readonly Token[], sentence: string): Voice | null {
  if (isQuoting(sentence)) return null;
  const says = tokens.findLastIndex(({ lower }) => SAY.test(lower));
  const words = tokens.slice(says + 1).filter(({ text }) => /^\p{L}/u.test(text));
  const name = words.slice(-2).map(({ text }) => text);
  const described = words.slice(0, -2);
  const isTold =
    says > 0 &&
    tokens[says - 1]?.text === ',' &&
    name.length === 2 &&
    name.every((word) => /^\p{Lu}\p{Ll}/u.test(word)) &&
    described.length > 0 &&
    described.length <= 5 &&
    tokens.length - says - 1 <= words.length + 1;
  return isTold && described.every(({ text }) => /^\p{Ll}/u.test(text)) ? personNamed(name.join(' ')) : null;
}

/** The two or three capitalised words behind a title, past what the title is of: министр транспорта Иван Лада. */
function nameBehind(
  tokens: readonly Token[],
  at: number,
): { readonly text: string; readonly to: number } | null {
  let from = at + 1;
  while (from - at < 5 && /^\p{Ll}/u.test(tokens[from]?.text ?? '') && !SAY.test(tokens[from]?.lower ?? ''))
    from += 1;
  // Директор «Берега» Глеб Ясный
  if (tokens[from]?.text === '«') {
    const close = tokens.findIndex(({ text }, place) => place > from && place - from < 6 && text === '»');
    if (close > 0) from = close + 1;
  }
  // Губернатор Карской области Антон Седых: the name is at the end.
  if (/^(?:област|кра[йяею]|район|округ|республик)/u.test(tokens[from + 1]?.lower ?? '')) from += 2;
  let to = from - 1;
  while (to - from < 3 && /^\p{Lu}\p{Ll}/u.test(tokens[to + 1]?.text ?? '')) to += 1;
  if (to < from + 1) return null;
  const words = tokens.slice(from, to + 1).map(({ text }) => text);
  // Пак Тон Ир: three syllables are one name; of three longer words the first is whose office it is.
  const name = words.every((word) => word.length <= 4) ? words : words.slice(-2);
  return { text: name.join(' '), to };
}

function firstOf(tokens: readonly Token[], at: number): number {
  let first = at;
  while (first > 0 && at - first < 3 && /(?:ий|ый|ой|его|ого)$/u.test(tokens[first - 1]?.lower ?? ''))
    first -= 1;
  return first;
}

/** «Сообщил журналистам министр»; whoever is only spoken of stands elsewhere. */
const toJournalists = (tokens: readonly Token[], title: number): boolean =>
  tokens.some(
    ({ lower }, at) =>
      SAY.test(lower) &&
      /^журналистам$/u.test(tokens[at + 1]?.lower ?? '') &&
      (at > title ? !tokens.slice(title, at).some(({ text }) => text === ',') : title - at <= 5),
  );
