import { soundsLike } from './names/sound.ts';
import { russianForms } from './russian.ts';
import { mayBeNominative } from './russian-endings.ts';

/** How declined forms end, and how what they are declined from may end. */
const ENDING = /(?:ого|ому|ыми|ими|ую|юю|ой|ый|ий|ым|им|ом|ем|ей|ою|ах|ях|ам|ям|[аяуюеыиоь])$/u;
const ENDINGS = ['', 'а', 'я', 'ь', 'й', 'ия', 'ий', 'ый', 'о', 'е', 'ская', 'ский'];

/**
 * The nominative of a Russian name from the forms it was met in: of forms met or made by other endings, the one whose cases
 * cover most of them; of several such the one that was met most, then the shortest. In time for some forms, not for hundreds.
 *
 * @param met forms and how often they were met; at least one
 * @param like the same name in another script or met elsewhere, if known: of several that fit the one that sounds most like it
 * @param oblique forms that were met only where no nominative stands
 */
export function nominativeOf(
  met: ReadonlyMap<string, number>,
  isPerson: boolean,
  like = '',
  oblique: ReadonlySet<string> = new Set(),
): string {
  const forms = [...met.keys()];
  const candidates = new Set([...forms, ...forms.slice(0, 3).flatMap(variants)]);
  const scored = [...candidates].map((name) => {
    const cases = new Set(russianForms(name, isPerson));
    const covered = forms
      .filter((form) => cases.has(form))
      .reduce((sum, form) => sum + (met.get(form) ?? 0), 0);
    return {
      name,
      covered,
      seen: met.get(name) ?? 0,
      sound: like === '' ? 0 : name === like ? 1 : soundsLike(name, like),
      doubt: Number(oblique.has(name) || isOblique(name, isPerson)),
    };
  });
  scored.sort(
    (a, b) =>
      b.covered - a.covered ||
      b.sound - a.sound ||
      a.doubt - b.doubt ||
      b.seen - a.seen ||
      strangeness(a.name, met) - strangeness(b.name, met) ||
      a.name.length - b.name.length ||
      (a.name < b.name ? -1 : 1),
  );
  return scored[0]?.name ?? forms[0] ?? '';
}

/** Whether a name shows by itself that it stands in a case: Прилучской области, Турании, Зимней дороги, Поволжья. */
function isOblique(name: string, isPerson: boolean): boolean {
  const words = name.split(' ');
  if (!mayBeNominative(words.slice(0, 1)) || / (?:области|республики)$/u.test(name)) return true;
  if (!isPerson && /ья$/u.test(name)) return true;
  // Of persons all words agree, of other names those of an adjective and its noun.
  if (isPerson) return !mayBeNominative(words);
  return /^\S+[ое]й /u.test(name) && !mayBeNominative(words.slice(0, 2));
}

/** The name with other endings: of its last word or its first, and of all its words at once. */
function variants(form: string): readonly string[] {
  const words = form.split(' ');
  const last = words.at(-1) ?? '';
  const bare = (word: string) => word.replace(ENDING, '');
  const ahead = words.slice(0, -1);
  const isAdjective = /(?:[ое]й|[ое]го|[ое]му)$/u.test(words[0] ?? '');
  return ENDINGS.flatMap((ending) => [
    [...ahead, bare(last) + ending].join(' '),
    words.map((word) => bare(word) + ending).join(' '),
    isAdjective ? form : [bare(words[0] ?? '') + ending, ...words.slice(1)].join(' '),
    ...AHEAD.map((endingOf) =>
      [...ahead.map((word) => bare(word) + endingOf(bare(word))), bare(last) + ending].join(' '),
    ),
  ]).filter((name) => name.split(' ').every((word) => word.length > 1 && !NO_ENDING.test(word)));
}

/** What does not follow -ск, of towns and of adjectives. */
const NO_ENDING = /ск(?:ск.*|ия|[яьйеоиы])$/u;

/**
 * Endings of what stands before the last word of a name. Of several adjectives each has its own: Озерецкий драматический театр.
 */
const AHEAD: readonly ((stem: string) => string)[] = [
  ...['', 'а', 'я', 'ая', 'яя', 'ий', 'ое', 'ия'].map((ending) => () => ending),
  (stem) => (/[гкхжшщч]$/u.test(stem) ? 'ий' : 'ый'),
];

/**
 * What speaks against a nominative that was not met: Москв for Москва, театро for театр, Тураний for Турания where it is met as
 * Турании.
 */
function strangeness(name: string, met: ReadonlyMap<string, number>): number {
  if (met.has(name)) return 0;
  if (/(?<!ов|ев|ин|ын)о$/u.test(name)) return 2;
  if (!name.endsWith('ия') && [...met.keys()].some((form) => form.endsWith('ии'))) return 1;
  return /[бвгджзклмнпрстфхцчшщ]{2}$/u.test(name) && !/[сц]к$/u.test(name) ? 1 : 0;
}
