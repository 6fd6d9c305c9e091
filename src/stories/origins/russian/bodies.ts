/** Which bodies a Russian sentence names by what they are. */

import { ROLE_KINDS } from '../body-roles.ts';
import type { Phrase, Token } from '../tokens.ts';
import { bodyVoice } from '../voice.ts';
import { RUSSIAN_FIELDS, RUSSIAN_HEADS } from './body-words.ts';
import { initialsAt, isField, jointAt, quotedAt, titledAt } from './unlisted.ts';
import { BETWEEN, SAY, TITLES } from './words.ts';

const ADJECTIVE = /(?:ая|ой|ую|ое|ого|ому|ом|ый|ий|его|ему|им|ие|ых|их|ые|ым)$/u;
/** What a capitalised name in the genitive may be followed by: Карской области. */
const REGION = /^(?:област|кра[йяею]|район|республик|город|округ)/u;
const OPEN = /^[«„"“]$/u;
const CLOSE = /^[»“"”]$/u;
const LONGEST = 8;
/** Heads that name a body only with a name or a field. */
const BARE = new Set(
  'ministry service committee department institute company newsagency paper station court staff government administration centre academy foundation union association bank fleet railway airport museum airline guard'.split(
    ' ',
  ),
);

/**
 * The bodies a Russian sentence names: Минобороны Вельмарка, Таможенная служба, прокуратура Карской области, компания «Берег».
 */
export function russianBodies(tokens: readonly Token[]): readonly Phrase[] {
  const found: Phrase[] = [];
  let read = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (at < read) continue;
    const phrase =
      jointAt(tokens, at) ??
      bodyAt(tokens, at, read) ??
      titledAt(tokens, at) ??
      quotedAt(tokens, at) ??
      initialsAt(tokens, at);
    if (!phrase) continue;
    found.push(phrase);
    read = phrase.to + 1;
  }
  return found;
}

/** Of a hundred beginnings few are asked for one word: those that begin with its first two letters. */
const HEADS_BY_LETTERS = Map.groupBy(RUSSIAN_HEADS, ([beginning]) => beginning.source.slice(1, 3));

const headOf = (lower: string): (typeof RUSSIAN_HEADS)[number] | undefined =>
  HEADS_BY_LETTERS.get(lower.slice(0, 2))?.find(([beginning]) => beginning.test(lower));

function bodyAt(tokens: readonly Token[], at: number, floor: number): Phrase | null {
  const here = tokens[at];
  if (!here) return null;
  const office = pressServiceAt(tokens, at);
  if (office) return office;
  const head = headOf(here.lower);
  if (!head) return null;
  const [, headRoles, nominative, gender] = head;
  const roles = new Set(headRoles.split(' '));
  const proper: string[] = [];
  let from = at;
  while (from > floor && at - from < 3) {
    const before = tokens[from - 1];
    if (!before || !ADJECTIVE.test(before.lower)) break;
    if (!take(before, roles, proper) && !isCapital(before.text)) {
      // Горноспасательная служба: told by a field that no table has.
      if (!BARE.has(roles.values().next().value ?? '') || NO_FIELDS.test(before.lower)) break;
      roles.add(before.lower.replace(ADJECTIVE, ''));
    }
    from -= 1;
  }
  const to = rightOf(tokens, at, roles, proper);
  const adjectives = tokens
    .slice(from, at)
    .map(({ text }) => (here.lower === nominative.toLowerCase() ? text : nominativeOf(text, gender)));
  const rest = tokens.slice(at + 1, to + 1).map(({ text }) => text);
  const name = [...adjectives, at === from ? capitalAs(nominative, here.text) : nominative, ...rest]
    .join(' ')
    .replace(/([«„“]) /gu, '$1')
    .replace(/ ([»”])/gu, '$1');
  const [role = ''] = headRoles.split(' ');
  const bare = proper.length === 0 && roles.size === 1 && BARE.has(role);
  return {
    ...(nominative === 'министр' && { holder: true as const }),
    from,
    to,
    bare,
    voice: bodyVoice(name, ROLE_KINDS[role] ?? 'other', [...roles], proper),
  };
}

/** Whose press service is a body of its own; that of a ministry is the ministry. */
const PRESS_SERVICES: Readonly<Record<string, string>> = {
  президента: 'president',
  губернатора: 'governor',
  мэра: 'mayor',
  'премьер-министра': 'premier',
};

/** «Пресс-служба президента Вельмарка», «пресс-служба верфи»; that of a ministry is the ministry. */
function pressServiceAt(tokens: readonly Token[], at: number): Phrase | null {
  if (!tokens[at]?.lower.startsWith('пресс-служб')) return null;
  const { text = '', lower: holder = '' } = tokens[at + 1] ?? {};
  const role = Object.hasOwn(PRESS_SERVICES, holder) ? PRESS_SERVICES[holder] : undefined;
  if (
    role === undefined &&
    (!/^\p{Ll}{4,}$/u.test(text) ||
      headOf(holder) ||
      ADJECTIVE.test(holder) ||
      BETWEEN.test(holder) ||
      SAY.has(holder))
  )
    return null;
  const of = tokens[at + 2]?.text ?? '';
  const proper = role !== undefined && isCapital(of) ? [of] : [];
  const to = at + 1 + proper.length;
  const name = ['пресс-служба', holder, ...proper].join(' ');
  const kind = role === undefined ? 'other' : 'government';
  return { from: at, to, bare: false, voice: bodyVoice(name, kind, ['office', role ?? holder], proper) };
}

/** The end of what follows the head: обороны, иностранных дел, Вельмарка, Карской области, «Северный порт». */
function rightOf(tokens: readonly Token[], at: number, roles: Set<string>, proper: string[]): number {
  let to = at;
  for (let right = at + 1; right < tokens.length && right - at <= LONGEST; right += 1) {
    const token = tokens[right];
    if (!token) break;
    if (OPEN.test(token.text) && right === at + 1) {
      const close = tokens.findIndex(
        ({ text }, place) => place > right && place - right <= LONGEST && CLOSE.test(text),
      );
      if (close < 0) break;
      for (const { text } of tokens.slice(right + 1, close)) proper.push(text);
      return close;
    }
    const isJoined =
      (token.lower === 'и' || token.lower === 'по') && right > at + (token.lower === 'по' ? 0 : 1);
    if (
      isJoined &&
      (isField(tokens[right + 1]) || (token.lower === 'по' && isCapital(tokens[right + 1]?.text ?? '')))
    )
      continue;
    if (isNameOfHolder(tokens, at, right)) break;
    if (REGION.test(token.lower) && to > at) to = right;
    else if (isFieldOf(tokens, at, right)) {
      roles.add(token.lower);
      to = right;
    } else if (take(token, roles, proper)) {
      to = right;
      // Behind Вельмарка begins something else, a person's name; behind Карской comes what it is.
      if (isCapital(token.text) && !ADJECTIVE.test(token.lower))
        return REGION.test(tokens[right + 1]?.lower ?? '') ? right + 1 : right;
    } else break;
  }
  return to;
}

/** Министр Олег Чистов, глава профсоюза Грета Молль: two names are the holder's; of three, the first is whose office it is. */
const isNameOfHolder = (tokens: readonly Token[], head: number, at: number): boolean =>
  tokens.slice(Math.max(0, head - 3), head + 1).some(({ lower }) => TITLES.test(lower)) &&
  [at, at + 1].every((place) => isCapital(tokens[place]?.text ?? '')) &&
  !isCapital(tokens[at + 2]?.text ?? '');

/** Институт болотных инфекций, союз рыбаков: a field in the genitive that no table has. */
function isFieldOf(tokens: readonly Token[], head: number, at: number): boolean {
  const { text = '', lower = '' } = tokens[at] ?? {};
  return (
    /^(?:институт|союз|центр|ассоциаци|фонд|комитет|управлени|академи)/u.test(tokens[head]?.lower ?? '') &&
    at - head <= 2 &&
    /^\p{Ll}{4,}$/u.test(text) &&
    !isField(tokens[at]) &&
    !SAY.has(lower) &&
    !BETWEEN.test(lower) &&
    /(?:ых|их|ов|ев|ей|ий|ия)$/u.test(lower)
  );
}

/** Takes a word into the name of a body: its field, or a name. */
function take({ text, lower }: Token, roles: Set<string>, proper: string[]): boolean {
  const field = RUSSIAN_FIELDS.find(([beginning]) => beginning.test(lower));
  if (field) {
    if (field[1] !== null) roles.add(field[1]);
    return true;
  }
  if (!isCapital(text) || NO_NAMES.has(lower)) return false;
  proper.push(text);
  return true;
}

/** Before a head, without telling which body it is. */
const NO_FIELDS =
  /^(?:эт|та?$|тот|друг|так|сво|наш|местн|нов|перв|последн|сам|весь|вся|кажд|люб|мног|нескольк|официальн|информационн|соответствующ|указанн|данн|крупн|известн|больш)/u;
const NO_NAMES = new Set(
  'в на по и с о об как из при за до под об этом он она они но а его её их это эта'.split(' '),
);

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);
const capitalAs = (word: string, like: string): string =>
  isCapital(like) && word === word.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;

/** Таможенной (службе) as Таможенная. */
function nominativeOf(adjective: string, gender: 'm' | 'f' | 'n' | 'p'): string {
  if (gender === 'p') return adjective;
  const stem = adjective.replace(ADJECTIVE, '');
  const soft = /[кгхжшщч]$/u.test(stem);
  if (gender === 'f') return `${stem}ая`;
  if (gender === 'n') return `${stem}ое`;
  return soft ? `${stem}ий` : `${stem}ый`;
}
