import type { ConceptKind } from '../../../domain/topic.ts';
import { kindByWords } from '../../../text/names/kinds.ts';
import type { ProperName } from '../../../text/names/proper-names.ts';
import { type Role, roleBefore } from '../../../text/names/roles.ts';
import { mayAgree, mayBeNominative } from '../../../text/russian-endings.ts';
import { type KnownNames, stemsOf, wordsOf } from './known.ts';

/** A name, and whether its place shows that it stands in no nominative. */
export interface RussianName extends ProperName {
  readonly oblique: boolean;
}

/** The names that capitals run together in one. @param text that it stands in */
export function partsOf(name: RussianName, text: string, known: KnownNames): readonly RussianName[] {
  const words = wordsOf(name.text);
  if (words.length < 2) return [name];
  if (name.opens && isOpener(words, known)) return [withoutOpener(name, words)];
  const role = name.role ?? roleOverWords(text.slice(0, name.start));
  const place = PLACE_AHEAD.exec(name.text)?.[0];
  if (place !== undefined) return parted(name, { text: place, kind: 'place' }, role);
  return isOwner(words, known) ? parted(name, { text: words[0] ?? '', kind: heldIn(role) }, role) : [name];
}

/** Прилучской области Антон Лежнев. */
const PLACE_AHEAD = /^\p{Lu}\S* (?:област|район|республик|кра)\p{Ll}*(?= \p{Lu})/u;

/** What many are called, which no list holds whole. */
const CALLING =
  /^(?:\p{L}+(?:тель|(?<!ми)ник|ница|ист|истка|лог|граф|мейстер)|тренер|судья|прокурор|адвокат|доктор|историк|режисс[её]р|актриса|актёр|врач|инженер|капитан)$/iu;
/** Those who belong to what follows. A plural is nobody’s first name; not Вероники, Агаты, Веры or Татьяне. */
const PEOPLE =
  /^(?:\p{L}+(?:тели|(?<![мр]о|ми)ники|[щч]ики|исты|логи|нты|цы|[жч]ане|ляне)|\p{L}{4,}(?:аты|[оеё]ры)|власти|рабочие|врачи)$/iu;

/** Whether the first word of a name has its capital from the sentence it begins only: Жители Рудограда, Учитель Пётр Ангелов. */
function isOpener(words: readonly string[], known: KnownNames): boolean {
  const [first = '', ...rest] = words;
  if (known.within.has(stemsOf([first]))) return false;
  if (PEOPLE.test(first) || CALLING.test(first) || known.isSmall(first)) return true;
  if (!mayAgree(words)) return first.length > 3;
  if (known.isAlone(rest)) return !mayBeNominative(words) || !known.isNominative(rest.join(' '));
  return rest.length > 1 && known.whole.has(stemsOf(rest));
}

function withoutOpener(name: RussianName, words: readonly string[]): RussianName {
  const [first = '', ...rest] = words;
  const oblique = rest.length === 1 && (PEOPLE.test(first) || !mayBeNominative(words));
  // A role before the first word says nothing of the others.
  const kind = CALLING.test(first) ? 'person' : kindByWords(rest);
  return { ...behind(name, first), role: null, kind, oblique };
}

/** Whether the first word of a name is another’s, whom the bearer belongs to, in the genitive: Велморы Глеб Осмин. */
function isOwner(words: readonly string[], known: KnownNames): boolean {
  const [head = '', ...rest] = words;
  if (mayBeNominative([head]) && !/[аяыеи]$/u.test(head)) return false;
  const isWhole = known.nominative.has(stemsOf(words));
  if (rest.length > 1 && !isWhole && !mayAgree(words.slice(0, 2), false)) return mayAgree(rest);
  if (!known.isAlone([head]) || known.isNominative(head)) return false;
  return mayBeNominative(rest) && (rest.length > 1 || !isWhole);
}

/** An owner and who belongs to it. @param role of the latter */
function parted(
  name: RussianName,
  owner: Pick<RussianName, 'text' | 'kind'>,
  role: Role | null,
): readonly RussianName[] {
  const bearer = behind(name, owner.text);
  return [
    { ...name, ...owner, end: name.start + owner.text.length, role: null, oblique: true },
    { ...bearer, role, of: owner.text, kind: role === null ? bearer.kind : 'person' },
  ];
}

/** The name without its beginning. */
function behind(name: RussianName, beginning: string): RussianName {
  const length = beginning.length + 1;
  return { ...name, text: name.text.slice(length), start: name.start + length, opens: false };
}

/** Countries, regions and towns have ministers and mayors. */
export const heldIn = (role: Role | null): ConceptKind | null =>
  role !== null && /(?:minister|president|governor|mayor|ambassador)$/.test(role) ? 'place' : null;

/** The role before a name, over at most two words of what it is held over: министр транспорта. */
function roleOverWords(before: string): Role | null {
  for (const over of [/$/u, /\p{Ll}+ $/u, /\p{Ll}+ \p{Ll}+ $/u]) {
    const at = before.slice(-80).search(over);
    const found = at < 0 ? null : roleBefore(before.slice(-80).slice(0, at), 'ru');
    if (found) return found.role;
  }
  return null;
}
