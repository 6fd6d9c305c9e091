import { z } from 'zod';
import { ID_LENGTH, idLike } from '../../text/ids.ts';
import { nearest } from '../nearest.ts';
import type { Fault } from '../problem.ts';

/** A name that files, addresses and other entries refer to: at most `ID_LENGTH` characters. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Ids of sources and topics that would collide with files and addresses of the program itself. */
export const RESERVED_IDS: ReadonlySet<string> = new Set([
  'health',
  'index',
  'feeds',
  'keeper',
  'suggestions',
  'import',
]);

/** A fault of a text; `value`: what to show in its place. */
type Finding = Omit<Fault, 'expected'> & { readonly value?: string };

/**
 * A text with a rule of its own.
 *
 * @param expected what may stand there, to follow "expected".
 * @param judge tells what is wrong with a text; null: nothing.
 */
export function textThat(expected: string, judge: (value: string) => Finding | null) {
  return z.string().check((context) => {
    const fault = judge(context.value);
    if (fault) context.issues.push({ code: 'custom', input: context.value, params: { ...fault, expected } });
  });
}

/** Text of at least one character. */
export const words = () => z.string().min(1);

const ID_EXPECTED = `lower-case Latin letters and digits in groups joined by single hyphens, at most ${ID_LENGTH} characters`;

function idFault(id: string): Omit<Fault, 'expected'> | null {
  if (ID_PATTERN.test(id) && id.length <= ID_LENGTH) return null;
  return { what: 'is not an id', write: idLike(id) || undefined };
}

/** An id or a reference to one. */
export const id = () =>
  textThat(ID_EXPECTED, idFault).meta({ pattern: ID_PATTERN.source, maxLength: ID_LENGTH });

/** The id of a source or a topic, which names files and addresses. */
export const publicId = () =>
  textThat(
    `${ID_EXPECTED}, other than ${[...RESERVED_IDS].join(', ')}`,
    (value) =>
      idFault(value) ?? (RESERVED_IDS.has(value) ? { what: 'is reserved', write: `${value}-1` } : null),
  ).meta({ pattern: ID_PATTERN.source, maxLength: ID_LENGTH, not: { enum: [...RESERVED_IDS] } });

export const language = () =>
  textThat('the code of a language (ISO 639)', (value) =>
    isKnownLanguage(value) ? null : { what: 'is not known', write: languageNamed(value) },
  ).meta({ pattern: '^[a-z]{2,3}$' });

/** ISO 639-1. Asking Intl for each costs 15 ms at start-up, so it is asked for what is not here only. */
const ISO_639_1: ReadonlySet<string> = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en ' +
    'eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja ' +
    'jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb ' +
    'nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq ' +
    'sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

const languageNames = () => new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Whether a text is the code of a language: ISO 639-1, or one of three letters that Unicode knows. */
export const isKnownLanguage = (code: string): boolean =>
  ISO_639_1.has(code) || (/^[a-z]{3}$/.test(code) && languageNames().of(code) !== undefined);

/** What was meant by `english`, `en-US` or `EN`. */
function languageNamed(text: string): string | undefined {
  const names = languageNames();
  const wanted = text.toLowerCase();
  const named = [...ISO_639_1].find((code) => names.of(code)?.toLowerCase() === wanted);
  const primary = wanted.split(/[-_]/)[0] ?? '';
  return named ?? (ISO_639_1.has(primary) ? primary : undefined);
}

export const timezone = () =>
  textThat('a time zone of the IANA database, such as Asia/Seoul', (value) =>
    isTimezone(value) ? null : { what: 'is not known', write: nearestTimezone(value) },
  );

/** Making a date format costs 15 ms at start-up, so it is asked only for names that zones had earlier. */
function isTimezone(name: string): boolean {
  zones ??= new Set([...RENAMED, ...Intl.supportedValuesOf('timeZone')]);
  if (zones.has(name)) return true;
  if (!/^[a-z]/i.test(name)) return false; // it takes "+09:00" too; a zone is named
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

let zones: ReadonlySet<string> | undefined;

/** UTC, and names of today where Intl lists an earlier one. */
const RENAMED = ['UTC', 'Asia/Kathmandu', 'Asia/Kolkata', 'Asia/Yangon', 'Asia/Ho_Chi_Minh', 'Europe/Kyiv'];

function nearestTimezone(text: string): string | undefined {
  const place = text.toLowerCase().replace(/[\s-]+/g, '_');
  const known = Intl.supportedValuesOf('timeZone');
  return known.find((zone) => zone.toLowerCase().endsWith(`/${place}`)) ?? nearest(text, known);
}

/** A list, empty by default. */
export const listOf = <T extends z.ZodType>(item: T) => z.array(item).default([]);
