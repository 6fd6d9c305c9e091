import type { Language } from '../../domain/time.ts';
import type { ConceptKind } from '../../domain/topic.ts';
import { countryName, countryOfCity } from '../../text/names/countries.ts';
import type { Role } from '../../text/names/roles.ts';
import { nominativeOf } from '../../text/russian-nominative.ts';
import { type Mention, PLACE_WORD } from './mentions.ts';
import { type Member, most, sameBearers } from './same-bearers.ts';

/** Spellings of one bearer's name, with everything that was met of it. */
export interface Bearer {
  readonly kind: ConceptKind | null;
  /** A country's code; null: it is none. */
  readonly country: string | null;
  readonly role: Role | null;
  readonly spellings: readonly Spelling[];
  readonly mentions: readonly Mention[];
  /** Indices of the documents that name it. */
  readonly documents: ReadonlySet<number>;
}

/** One spelling in all its forms. */
export interface Spelling {
  readonly key: string;
  /** In the nominative, as it is written most. */
  readonly text: string;
  readonly language: Language;
  readonly count: number;
  readonly as: Member['as'];
}

/** The bearers of the names met, those in most documents first. */
export function bearersOf(mentions: readonly Mention[]): readonly Bearer[] {
  const groups = Map.groupBy(mentions, ({ key }) => key);
  const single = [...groups.values()]
    .filter(([first]) => !isTwoNames(first?.key ?? '', groups))
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST_NAMES);
  return sameBearers(single)
    .filter((members) => members.some((member) => isName(member.mentions)))
    .map(bearerOf)
    .toSorted(
      (a, b) =>
        b.documents.size - a.documents.size ||
        b.mentions.length - a.mentions.length ||
        ((a.spellings[0]?.text ?? '') < (b.spellings[0]?.text ?? '') ? -1 : 1),
    );
}

/** Each is compared with each. Of more, those that are met most are looked at. */
const MOST_NAMES = 1_500;

/** Names that stand side by side, as in «написал Ким Чен Ыну Владимир Путин», are told by the last of them. */
function isTwoNames(key: string, groups: ReadonlyMap<string, unknown>): boolean {
  const words = key.split(' ');
  return (
    words.length >= 4 &&
    words.some((_, at) => at > 1 && at < words.length - 1 && groups.has(words.slice(at).join(' ')))
  );
}

/** Somewhere its capital is not only that of a sentence's first word. */
function isName(mentions: readonly Mention[]): boolean {
  return mentions.some(({ opens, text, role }) => !opens || role !== null || /\s|^\p{Lu}{3,}$/u.test(text));
}

function bearerOf(members: readonly Member[]): Bearer {
  const mentions = members
    .flatMap((member) => member.mentions)
    .toSorted((a, b) => a.document - b.document || a.start - b.start);
  const kind = most(mentions.flatMap((mention) => mention.kind ?? [])) ?? guessKind(members);
  return {
    kind,
    country: /^country:(\w+)$/.exec(members[0]?.mentions[0]?.key ?? '')?.[1] ?? null,
    role: most(mentions.flatMap(({ role }) => role ?? [])),
    spellings: spellingsOf(members, kind),
    mentions,
    documents: new Set(mentions.map(({ document }) => document)),
  };
}

/** What a name is the name of where no role and no word of it tells. */
function guessKind(members: readonly Member[]): ConceptKind | null {
  const [full] = members;
  const text = full?.mentions[0]?.text ?? '';
  if (countryOfCity(text)) return 'place';
  const hasShort = members.some(
    ({ as, mentions }) => as === 'short' && !/^\p{Lu}+$/u.test(mentions[0]?.text ?? ''),
  );
  const words = text.split(/\s/).length;
  if (words >= 2 && words <= 3 && hasShort) return 'person';
  if (/^\p{Lu}{3,6}$/u.test(text)) return 'organisation';
  return members.some(({ mentions }) => mentions.some(({ located }) => located)) ? 'place' : null;
}

/**
 * A Russian name is told from its cases by what others call its bearer; where nobody else does, by the surname that is met
 * alone in more than one case, and that surname by the whole name.
 */
function spellingsOf(members: readonly Member[], kind: ConceptKind | null): readonly Spelling[] {
  const [only] = members;
  // Nothing comes of a name that is met once.
  if (only && members.length === 1 && only.mentions.length === 1) return inItsLanguages(only, kind, null);
  const isShort = ({ as }: Member): boolean => as === 'short';
  const foreign = members.find((member) => !isShort(member) && !isRussian(member))?.mentions[0]?.text;
  const surname = countsOf(members.find((member) => isShort(member) && isRussian(member))?.mentions ?? []);
  const like = foreign ?? (surname.size > 1 ? nominativeOf(surname, true) : '');
  const whole = members
    .filter((member) => !isShort(member))
    .flatMap((one) => inItsLanguages(one, kind, like));
  const last = (foreign ?? whole[0]?.text)?.split(' ').at(-1);
  return members.flatMap((member) =>
    isShort(member)
      ? inItsLanguages(member, kind, last ?? '')
      : whole.filter(({ key }) => key === keyOf(member)),
  );
}

const keyOf = ({ mentions: [first] }: Member): string => first?.key ?? '';

/** A name as it is written in each language that has it. @param like as `nominativeOf` takes it; null: as it is met */
function inItsLanguages(member: Member, kind: ConceptKind | null, like: string | null): readonly Spelling[] {
  const { mentions, as } = member;
  const key = keyOf(member);
  const isPerson = kind === 'person' || (kind === null && key.includes(' '));
  return [...Map.groupBy(mentions, ({ language }) => language)].flatMap(([language, met]) => {
    const bare = met.filter(({ text }) => !PLACE_WORD.test(text));
    const written = bare.length > 0 ? bare : met;
    // A country goes by several words in one language: Russia, Russian.
    if (key.startsWith('country:')) {
      const listed = Map.groupBy(met, ({ text }) => countryName(text) ?? text);
      return [...listed].map(([text, all]) => ({ key, text, language, count: all.length, as }));
    }
    const text =
      language === 'ru' && like !== null
        ? nominativeOf(countsOf(written), isPerson, like, obliqueIn(written))
        : (most(written.map((one) => one.text)) ?? '');
    return [{ key, text, language, count: met.length, as }];
  });
}

const isRussian = ({ mentions: [first] }: Member): boolean => first?.language === 'ru';

/** How often each form is met. */
const countsOf = (mentions: readonly Mention[]): ReadonlyMap<string, number> =>
  new Map([...Map.groupBy(mentions, ({ text }) => text)].map(([text, all]) => [text, all.length]));

/** The forms that stand in no nominative wherever they are met. */
function obliqueIn(mentions: readonly Mention[]): ReadonlySet<string> {
  const nominative = new Set(mentions.filter(({ oblique }) => !oblique).map(({ text }) => text));
  return new Set(mentions.map(({ text }) => text).filter((text) => !nominative.has(text)));
}
