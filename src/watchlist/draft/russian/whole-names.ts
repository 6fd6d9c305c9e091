import { kindOfWord, restOfBody } from '../../../text/names/kinds.ts';
import type { ProperName } from '../../../text/names/proper-names.ts';
import { nameStem } from '../../../text/russian-endings.ts';

/** «Северный путь» is a name to its closing mark, and the word before says what it is the name of. */
export function quotedName<Name extends ProperName>(name: Name, text: string): Name {
  const [, before = '', mark] =
    /(?:(\p{L}+) )?([«"“„])$/u.exec(text.slice(Math.max(0, name.start - 30), name.start)) ?? [];
  if (mark === undefined) return name;
  const inside = INSIDE.exec(text.slice(name.start, name.start + LONGEST))?.[0];
  if (inside === undefined || inside.split(' ').length > MOST_WORDS) return name;
  const kind = kindOfWord(capitalised(before)) ?? name.kind;
  return { ...name, text: inside, end: name.start + inside.length, role: null, kind, opens: false };
}

const INSIDE = /^\p{L}[\p{L}\p{N} -]+(?=[»"”](?!,? —))/u;
const LONGEST = 60;
const MOST_WORDS = 4;

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** How an adjective ends, and a noun it stands at. */
const AGREEING: readonly (readonly [adjective: RegExp, noun: RegExp])[] = [
  [/[ое]го$/u, /[аяи]$/u],
  [/[ое]му$/u, /[уюи]$/u],
  [/[ыи]м$/u, /[оеё]м$/u],
  [/[ое]м$/u, /[еи]$/u],
  [/(?:ую|юю)$/u, /[уюь]$/u],
  [/(?:ая|яя)$/u, /[аяь]$/u],
  [/[ое]е$/u, /[оеё]$/u],
  [/[ое]й$/u, /(?:[ыиеь]|[бвгджзклмнпрстфхцчшщ])$/u],
  [/[ыи]й$/u, /[бвгджзйклмнпрстфхцчшщь]$/u],
];
/** Verbs of the past and of the present end like nouns: Дроздецкий приехал. */
const VERB = /(?:л|ла|ло|ли|т|ть)(?:ся|сь)?$/u;
const TOGETHER = 2;

/**
 * Of a Russian body only the first word has a capital: names that end in an adjective get the noun it stands at, and what agrees
 * between them, where these stand together more than once (Заозёрский судостроительный завод, Кубок Северной короны).
 *
 * @param texts the names of each text, and the text
 */
export function withTails<Name extends ProperName>(
  texts: readonly { readonly names: readonly Name[]; readonly text: string }[],
): readonly (readonly Name[])[] {
  const completed = texts.map(({ names, text }) => names.map((name) => withTail(name, text)));
  const keyOf = (name: ProperName): string => name.text.split(' ').map(nameStem).join(' ');
  const counts = new Map<string, number>();
  for (const name of completed.flat()) counts.set(keyOf(name), (counts.get(keyOf(name)) ?? 0) + 1);
  return texts.map(({ names }, at) =>
    names.map((name, which) => {
      const whole = completed[at]?.[which] ?? name;
      return (counts.get(keyOf(whole)) ?? 0) >= TOGETHER ? whole : name;
    }),
  );
}

function withTail<Name extends ProperName>(name: Name, text: string): Name {
  const words = name.text.split(' ');
  const rest = restOfBody(words.at(-1) ?? '', text, name.end);
  if (rest !== '') {
    const end = name.end + rest.length;
    return { ...name, text: name.text + rest, end, kind: 'organisation', opens: false };
  }
  const pair = AGREEING.find(([adjective]) => adjective.test(words.at(-1) ?? ''));
  if (name.role !== null || !pair || (words.at(-1) ?? '').length <= SHORTEST) return name;
  const [adjective, noun] = pair;
  const following =
    /^(?: \p{Ll}{3,}){1,4}/u
      .exec(text.slice(name.end, name.end + LONGEST))?.[0]
      .slice(1)
      .split(' ') ?? [];
  const at = following.findIndex((word) => !adjective.test(word));
  const last = following[at];
  if (last === undefined || !noun.test(last) || VERB.test(last)) return name;
  const whole = [...words, ...following.slice(0, at + 1)].join(' ');
  const kind = kindOfWord(capitalised(last)) ?? kindOfWord(words[0] ?? '') ?? name.kind;
  return { ...name, text: whole, end: name.start + whole.length, kind, opens: false };
}

/** Shorter words are hardly adjectives. */
const SHORTEST = 4;
