import { WEEKDAYS } from '../../../text/dates/calendar-words.ts';
import { isKoreanFullName, isKoreanSurname } from '../../../text/names/korean-surnames.ts';
import { soundOf } from '../../../text/names/sound.ts';
import type { Passage } from '../sentences/passages.ts';
import { nameParts } from './names.ts';
import { placeSound } from './place-sounds.ts';

/** What stands around an office: whose it is, and who holds it. */
export interface Around {
  /** Of which state, town or body, by its sound or concept; null: not said. */
  readonly of: string | null;
  readonly name: { readonly start: number; readonly end: number } | null;
}

const NAME =
  "\\p{Lu}[\\p{L}’'-]{1,20}(?:\\s(?:\\p{Lu}\\.|(?:de|van|von|der|al|bin|el|la)\\s\\p{Lu}[\\p{L}’'-]{1,20}|\\p{Lu}[\\p{L}’'-]{1,20})){0,3}";
const NAME_BEHIND = new RegExp(`^,?\\s(${NAME})`, 'u');
const OF_BEHIND = new RegExp(
  `^\\s(?:of|to|for|in)\\s(?:the\\s)?((?:\\p{Ll}+\\s){0,2}${NAME})(?:\\s(?:province|region|county|district|state|city)(?!\\p{L}))?`,
  'u',
);
/** minister Rosa Quint of Kestria */
const OF_BEHIND_NAME = /^\sof\s(\p{Lu}[\p{L}-]{2,20}(?:\s\p{Lu}[\p{L}-]{2,20})?)/u;
/** director of the national museum, Mun Hye-ryon */
const OF_PLAIN = /^\s(?:of|for)\s(?:the\s|its\s|a\s)?\p{Ll}{3,14}(?:\s\p{Ll}{3,14}){0,3}(?=,\s\p{Lu})/u;
const NAME_BEFORE = new RegExp(
  `(${NAME}),\\s(?:who is\\s)?(?:the\\s|its\\s|their\\s|his\\s|her\\s|a\\s)?((?:${NAME})(?:['’]s?)?\\s)?$`,
  'u',
);
const OF_BEFORE = /((?:(?:North|South|East|West|New|United|Great)\s)?\p{Lu}[\p{L}-]{2,20})(?:['’]s?)?\s$/u;

/** Reads what stands around an English office. @returns null: not told apart */
export function aroundEnglish(passage: Passage, start: number, end: number): Around | null {
  const { text } = passage;
  const before = text.slice(Math.max(0, start - 70), start);
  let behind = end;
  const stated = OF_BEHIND.exec(text.slice(end, end + 70));
  if (stated) behind += stated[0].length;
  const possessor = OF_BEFORE.exec(before)?.[1];
  const of = stated?.[1] ?? (possessor && !ORDINARY.has(possessor.toLowerCase()) ? possessor : undefined);
  const plainly = stated ? null : OF_PLAIN.exec(text.slice(end, end + 60));
  if (plainly) behind += plainly[0].length;
  // The Council's programme: what the office is of goes on.
  const goesOn = /[’']s?$/u.test(stated?.[1] ?? '');
  const after = goesOn ? null : NAME_BEHIND.exec(text.slice(behind, behind + 80));
  const place =
    after?.[1] === undefined ? null : trimmed(behind + after[0].length - after[1].length, after[1]);
  const ahead = NAME_BEFORE.exec(before);
  // Between commas the name stands first: Paul Lee, president, Harbour Film.
  if (place && !(ahead && after?.[0].startsWith(','))) {
    const late = OF_BEHIND_NAME.exec(text.slice(place.end, place.end + 40))?.[1];
    return { of: bodyKey(passage, of ?? late, start), name: place };
  }
  if (!ahead?.[1]) return { of: bodyKey(passage, of, start), name: null };
  const at = start - before.length + ahead.index;
  return { of: bodyKey(passage, of, start), name: trimmed(at, ahead[1]) };
}

const ORDINARY = new Set(
  'the a an its his her their our this that in on at as and but when while deputy vice new former mr mrs ms dr'.split(
    ' ',
  ),
);
const NO_NAME = new Set([
  ...(WEEKDAYS.en?.keys() ?? []),
  ...ORDINARY,
  'minister',
  'rep',
  'sen',
  'gov',
  'gen',
  'prof',
  'president',
  'secretary',
  'general',
  'office',
  'ministry',
  'of',
]);

/** A name up to the first word that is none; null: nothing is left. */
function trimmed(start: number, name: string): { start: number; end: number } | null {
  const parts = name.split(' ');
  let kept = 0;
  while (kept < parts.length && !NO_NAME.has((parts[kept] ?? '').toLowerCase().replace(/[’']s$/u, '')))
    kept += 1;
  const plain = parts
    .slice(0, kept)
    .join(' ')
    .replace(/[’']s?$/u, '');
  return plain.length < 3 ? null : { start, end: start + plain.length };
}

/**
 * How far from an office the place may be named that it is of, and how much longer its name may be than the word read, in UTF-16
 * units.
 */
const NEAR = 60;
const LONGER = 6;

/** What an office is of: the concept named there, else the sound of the name. */
function bodyKey({ mentions }: Passage, of: string | undefined, near: number): string | null {
  if (of === undefined) return null;
  const place = mentions.find(
    ({ concept, start, end }) =>
      concept.kind === 'place' &&
      Math.abs((start + end) / 2 - near) < NEAR &&
      end - start <= of.length + LONGER,
  );
  if (place) return `concept:${place.concept.id}`;
  const sound = soundOf(nameParts(of.replace(/^(?:\p{Ll}+\s)+/u, '')).join(' '));
  return sound.length >= 2 ? sound : null;
}

/** губернатор Карской области */
const RU_REGION =
  /^\s(\p{Lu}\p{L}+(?:ой|ого|ей)\s(?:области|края|района|губернии|провинции|округа|республики)|(?:провинции|штата|города|округа|района|региона)\s\p{Lu}\p{L}+)/u;
const RU_NAMES = /^,?\s((?:\p{Lu}[\p{L}-]{1,20}\s?){1,4})/u;
const RU_NAME_BEFORE = /((?:\p{Lu}[\p{L}-]{1,20}\s?){1,3}),\s$/u;
const RU_OF_BEFORE = /(\p{L}{3,20})(?:ск|цк)(?:ий|ого|ому|им|ая|ой)\s$/iu;

/** Reads what stands around a Russian office. @param places sounds of places, which stand before the name in the genitive */
export function aroundRussian(
  passage: Passage,
  start: number,
  end: number,
  places: ReadonlySet<string>,
): Around {
  const { text } = passage;
  const adjective = RU_OF_BEFORE.exec(text.slice(Math.max(0, start - 30), start))?.[1];
  const region = RU_REGION.exec(text.slice(end, end + 60))?.[1];
  const from = region === undefined ? end : end + 1 + region.length;
  const behind = RU_NAMES.exec(text.slice(from, from + 80));
  const words = behind?.[1]?.trim().split(/\s+/u) ?? [];
  const first = words[0] ?? '';
  const isOf =
    /^\p{Lu}{2,5}$/u.test(first) ||
    places.has(placeSound(first)) ||
    (words.length >= 3 && /[аяыи]$/u.test(first) && first.length > 4);
  const of = isOf ? first : (region?.split(' ').find((word) => /^\p{Lu}/u.test(word)) ?? adjective);
  const nameWords = isOf ? words.slice(1) : words;
  const key = bodyKey(passage, of, end);
  if (nameWords.length > 0 && behind) {
    const name = nameWords.join(' ');
    const at = text.indexOf(name, from);
    return { of: key, name: at < 0 ? null : { start: at, end: at + name.length } };
  }
  const before = text.slice(Math.max(0, start - 60), start);
  const ahead = RU_NAME_BEFORE.exec(before)?.[1]?.trim();
  if (ahead === undefined || isOf) {
    return { of: key, name: null };
  }
  const at = text.lastIndexOf(ahead, start);
  return { of: key, name: { start: at, end: at + ahead.length } };
}

const PARTICLE =
  /(?:에서|에게|으로|부터|까지|은|는|이|가|을|를|과|와|의|에|도|한|된|던|인|할|온|간|두|세|양국|양측|신임|전임|각국|당시|여성|현지|겸|등|및)$/u;

/** Reads what stands before a Korean office. @param places sounds of places, which are no names of persons */
export function aroundKorean(
  passage: Passage,
  start: number,
  end: number,
  places: ReadonlySet<string>,
): Around {
  const { text } = passage;
  const from = Math.max(0, start - 30);
  const before = text.slice(from, start);
  const words = [...before.matchAll(/[가-힣]+/gu)];
  let of: string | undefined;
  // 해령시장: what the office is of is written on to it.
  const tied = /([가-힣]{2,6})$/u.exec(before)?.[1];
  if (tied !== undefined) {
    of = tied;
    words.pop();
  }
  const name: RegExpExecArray[] = [];
  for (const word of words.reverse()) {
    const [plain] = word;
    const behind = from + word.index + plain.length;
    const gap = text.slice(behind, name.at(-1) ? from + (name.at(-1)?.index ?? 0) : start);
    if (gap.length > 12 || /[,.!?()“”"]/u.test(gap)) break;
    if (
      places.has(placeSound(plain)) ||
      (/(?:국|시|군|도|성)$/u.test(plain) && plain.length >= 3 && !isKoreanSurname(plain.charAt(0)))
    ) {
      of ??= plain;
      if (name.length > 0) break;
      continue;
    }
    if (PARTICLE.test(plain) && !isKoreanFullName(plain)) break;
    if (isKoreanFullName(plain) && name.length === 1) of ??= name.pop()?.[0];
    name.push(word);
    if (isKoreanFullName(plain) || name.length === 2) break;
  }
  const [last, ahead] = name;
  const key = bodyKey(passage, of, start);
  if (!last) return { of: key, name: koreanBehind(text, end) };
  const first = ahead ?? last;
  const whole = { start: from + first.index, end: from + last.index + last[0].length };
  const isName = name.length === 2 || isKoreanFullName(last[0]) || last[0].length >= 3;
  return { of: key, name: isName ? whole : null };
}

/** 북진도 지사 오세릉은: at times the name stands behind the office. */
function koreanBehind(text: string, end: number): Around['name'] {
  const name = /^\s([가-힣]{3})(?=은|는|이|가|을|를|의|에게|과|와|[\s,.)]|$)/u.exec(
    text.slice(end, end + 8),
  )?.[1];
  return name !== undefined && isKoreanFullName(name) ? { start: end + 1, end: end + 4 } : null;
}
