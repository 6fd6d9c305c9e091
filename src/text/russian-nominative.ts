import { russianForms } from './russian.ts';
import { soundsLike } from './sound.ts';

/** How declined forms end, and how what they are declined from may end. */
const ENDING = /(?:ого|ому|ыми|ими|ой|ый|ий|ым|им|ом|ем|ей|ою|ах|ях|ам|ям|[аяуюеыиоь])$/u;
const ENDINGS = ['', 'а', 'я', 'ь', 'й', 'ия', 'ий', 'ый', 'о', 'е', 'ская', 'ский'];

/**
 * The nominative of a Russian name from the forms it was met in: of forms met or made by other endings, the one whose cases
 * cover most of them; of several such the one that was met most, then the shortest. In time for some forms, not for hundreds.
 *
 * @param met forms and how often they were met; at least one
 * @param like the same name in another script, if known: of several that fit the one that sounds most like it
 */
export function nominativeOf(met: ReadonlyMap<string, number>, isPerson: boolean, like = ''): string {
  const forms = [...met.keys()];
  const candidates = new Set([...forms, ...forms.slice(0, 3).flatMap(variants)]);
  const scored = [...candidates].map((name) => {
    const cases = new Set(russianForms(name, isPerson));
    const covered = forms
      .filter((form) => cases.has(form))
      .reduce((sum, form) => sum + (met.get(form) ?? 0), 0);
    return { name, covered, seen: met.get(name) ?? 0, sound: like === '' ? 0 : soundsLike(name, like) };
  });
  scored.sort(
    (a, b) =>
      b.covered - a.covered ||
      b.sound - a.sound ||
      b.seen - a.seen ||
      clusters(a.name) - clusters(b.name) ||
      a.name.length - b.name.length ||
      (a.name < b.name ? -1 : 1),
  );
  return scored[0]?.name ?? forms[0] ?? '';
}

/** The name with other endings: of its last word, and of all its words at once. */
function variants(form: string): readonly string[] {
  const words = form.split(' ');
  const last = words.at(-1) ?? '';
  const bare = (word: string) => word.replace(ENDING, '');
  const ahead = words.slice(0, -1);
  return ENDINGS.flatMap((ending) => [
    [...ahead, bare(last) + ending].join(' '),
    words.map((word) => bare(word) + ending).join(' '),
    ...['', 'ая', 'ий', 'ый', 'ое', 'ия'].map((before) =>
      [...ahead.map((word) => bare(word) + before), bare(last) + ending].join(' '),
    ),
  ]).filter((name) => name.split(' ').every((word) => word.length > 1));
}

/** 1 for a name that ends in two consonants, as few but surnames do: Москва rather than Москв. */
const clusters = (name: string): number => (/[бвгджзклмнпрстфхцчшщ]{2}$/u.test(name) ? 1 : 0);
