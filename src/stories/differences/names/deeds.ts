import type { Language } from '../../../domain/time.ts';
import type { Claim } from '../claim.ts';
import { clauseAt, type Passage } from '../sentences/passages.ts';
import { isTitled } from '../sentences/tokens.ts';
import { type Named, namedAt, relateNames, speaksOf } from './names.ts';
import type { Office } from './offices.ts';
import { type Person, peopleOf } from './people.ts';
import { placeSound } from './place-sounds.ts';

/** Who did what one person does: met a guest at the airport, received him, headed the delegation. */
export interface Doer extends Claim {
  readonly kind: 'name' | 'recipient';
  readonly named: Named;
  /** Of whose delegation he is the head, by its sound; null: not said, or no delegation. */
  readonly of: string | null;
  /** Names, by sound and concept, of which the account speaks anywhere. */
  readonly known: ReadonlySet<string>;
}

/** Where the person stands: right before the words, soon behind them, or, in Korean, as their subject (이, 가). */
type Place = 'before' | 'behind' | 'subject';

/** A deed of one person, and the words that tell it. */
interface Deed {
  readonly id: string;
  readonly kind: Doer['kind'];
  readonly subject: string;
  /** What else the sentence must say. */
  readonly setting: RegExp;
  readonly patterns: Readonly<Record<Language, readonly (readonly [RegExp, Place])[]>>;
}

const DEEDS: readonly Deed[] = [
  {
    id: 'welcome',
    kind: 'recipient',
    subject: 'met on arrival by',
    setting:
      /\b(?:airport|airfield|station|port|harbour|pier|border|tarmac)\b|аэропорт|аэродром|вокзал|порту|трап|границ|공항|역에서|항구|국경/iu,
    patterns: {
      en: [
        [/\b(?:met|welcomed|greeted)(?: [^,.;]{1,40})? by\b/giu, 'behind'],
        [/\b(?:met|welcomed|greeted)\b(?! by)/giu, 'before'],
      ],
      ru: [
        [/(?<!\p{L})(?:встретил|встречал|приветствовал)[аи]?(?!\p{L})/giu, 'behind'],
        [/(?<!\p{L})(?:встретил|встречал|приветствовал)[аи]?(?!\p{L})/giu, 'before'],
      ],
      ko: [[/영접|마중|맞이|맞았/gu, 'subject']],
    },
  },
  {
    id: 'receive',
    kind: 'recipient',
    subject: 'received by',
    setting: /receiv|принял|접견/iu,
    patterns: {
      en: [
        [/\b(?:was|were) received(?: [^,.;]{1,30})? by\b/giu, 'behind'],
        [
          /\breceived (?=(?:the )?\p{Ll}* ?(?:minister|delegation|ambassador|envoy|guest|\p{Lu}))/giu,
          'before',
        ],
      ],
      ru: [
        [/(?<!\p{L})принял[аи]? (?=(?:президент|министр|глав|посл|делегац|премьер)|\p{Lu})/giu, 'before'],
        [/(?<!\p{L})принял[аи]?(?!\p{L})/giu, 'behind'],
      ],
      ko: [[/접견/gu, 'subject']],
    },
  },
  {
    id: 'head',
    kind: 'name',
    subject: 'delegation headed by',
    setting: /delegation|делегаци|대표단/iu,
    patterns: {
      en: [
        [/\b(?:headed|led) by\b|\bheads of the delegation (?:is|was)\b/giu, 'behind'],
        [/\b(?:heads|headed|leads|led)(?: the| a| its| their)?(?: [\p{L}-]+)? delegation/giu, 'before'],
      ],
      ru: [
        [/(?<!\p{L})во главе с(?:о)?(?!\p{L})/giu, 'behind'],
        [/(?<!\p{L})возглав(?:ил|ляет|ляла|лял|ила|ляемая|ляемую|ленная|ит)(?!\p{L})/giu, 'behind'],
        [/(?<!\p{L})возглав(?:ил|ляет|лял|ила|ит) делегацию/giu, 'before'],
      ],
      ko: [[/이끄는|이끈|이끌고/gu, 'subject']],
    },
  },
  {
    id: 'open',
    kind: 'name',
    subject: 'opened by',
    setting: /open|unveil|inaugurat|откры|개통|개막|개관|제막|개원/iu,
    patterns: {
      en: [
        [/\b(?:opened|unveiled|inaugurated)(?: [^,.;]{1,30})? by\b/giu, 'behind'],
        [/\b(?:opened|unveiled|inaugurated)\b(?! by| fire| on)/giu, 'before'],
      ],
      ru: [
        [/(?<!\p{L})открыл[аи]?(?! огонь)(?!\p{L})/giu, 'behind'],
        [/(?<!\p{L})открыл[аи]?(?! огонь)(?!\p{L})/giu, 'before'],
      ],
      ko: [],
    },
  },
  {
    id: 'command',
    kind: 'name',
    subject: 'commanded by',
    setting: /command|команд|지휘/iu,
    patterns: {
      en: [
        [/\b(?:commanded by|under the command of)\b/giu, 'behind'],
        [/\b(?:commands|commanded|is commanding)\b(?! by)/giu, 'before'],
      ],
      ru: [
        [/(?<!\p{L})(?:командует|командовал[аи]?|под командованием)(?!\p{L})/giu, 'behind'],
        [/(?<!\p{L})(?:командует|командовал[аи]?)(?!\p{L})/giu, 'before'],
      ],
      ko: [[/지휘/gu, 'subject']],
    },
  },
  {
    id: 'chair',
    kind: 'name',
    subject: 'chaired by',
    setting: /chair|presid|председательств|주재/iu,
    patterns: {
      en: [
        [/\b(?:chaired|presided over) by\b/giu, 'behind'],
        [/\b(?:chaired|presided over|chairs|presides over)\b(?! by)/giu, 'before'],
      ],
      ru: [
        [/(?<!\p{L})председательств(?:ует|овал[аи]?)(?!\p{L})/giu, 'behind'],
        [/(?<!\p{L})председательств(?:ует|овал[аи]?)(?!\p{L})/giu, 'before'],
      ],
      ko: [[/주재/gu, 'subject']],
    },
  },
  {
    id: 'appoint',
    kind: 'name',
    subject: 'appointed',
    setting: /\b(?:appointed|named|elected|nominated|sworn in)\b|назнач|избран|возглавил|임명|선출|내정/iu,
    patterns: {
      en: [
        [/\b(?:was|were|has been|is) (?:appointed|named|elected|nominated|sworn in)\b/giu, 'before'],
        [/(?<!\b(?:was|were|been|is) )\b(?:appointed|named|elected|nominated)(?= \p{Lu})/gu, 'behind'],
      ],
      ru: [
        [/(?<!\p{L})(?:назнач(?:ен[аы]?|ил[аи]?)|избран[аы]?|избрал[аи]?)(?!\p{L})/giu, 'behind'],
        [/(?<!\p{L})(?:назначен[аы]?|избран[аы]?)(?!\p{L})/giu, 'before'],
      ],
      ko: [[/임명|선출|내정/gu, 'subject']],
    },
  },
];

/** Deeds of which an account tells one in a story, and that need no name beside to be known again. */
const ALONE: ReadonlySet<string> = new Set(['open', 'command', 'chair', 'appoint']);

/** How far behind the words the name may begin. */
const BEHIND = 60;
/**
 * Who did what in a passage, where it says so by name.
 *
 * @param officesOf finds those of a passage; asked only where there is a deed
 */
export function doersIn(
  passage: Passage,
  officesOf: (passage: Passage) => readonly Office[],
  known: ReadonlySet<string>,
): readonly Doer[] {
  if (passage.at === 0 && isTitled(passage.tokens)) return [];
  let people: readonly Person[] | null = null;
  return DEEDS.flatMap(({ id, kind, subject, setting, patterns }) => {
    if (!setting.test(passage.text)) return [];
    for (const [pattern, place] of patterns[passage.language] ?? []) {
      for (const { 0: words, index } of passage.text.matchAll(pattern)) {
        people ??= peopleOf(passage, officesOf(passage));
        const person = personAt(passage, people, index, index + words.length, place);
        const clause = clauseAt(passage, index);
        if (!person || !clause) continue;
        const named = namedAt(passage, person.name.start, person.name.end);
        const { background } = passage;
        const slot = `name:by/${id}`;
        return [
          {
            kind,
            passage,
            clause,
            slot,
            subject,
            value: named.text,
            background,
            named,
            of: id === 'head' ? delegationIn(passage) : null,
            known,
          },
        ];
      }
    }
    return [];
  });
}

/** Whose delegation it is: Tosan's delegation, делегация Тосана, 토산 대표단. */
const DELEGATIONS: Readonly<Record<Language, RegExp>> = {
  en: /(\p{Lu}[\p{L}-]{2,20})(?:['’]s?)?\s(?:\p{Ll}[\p{L}-]*\s)?delegation/u,
  ru: /[Дд]елегаци\p{L}{1,2}\s(\p{Lu}\p{L}{2,20})/u,
  ko: /([가-힣]{2,8}?)의?\s(?:\p{L}{2,4}\s)?대표단/u,
};

const delegationIn = ({ text, language }: Passage): string | null => {
  const of = DELEGATIONS[language]?.exec(text)?.[1];
  return of === undefined ? null : placeSound(of).slice(0, 4);
};

function personAt(
  { text }: Passage,
  people: readonly Person[],
  start: number,
  end: number,
  place: Place,
): Person | undefined {
  if (place === 'before')
    return people.findLast((one) => one.end <= start && /^\s?$/u.test(text.slice(one.end, start)));
  if (place === 'subject')
    return people.findLast((one) => one.end <= start && /^(?:이|가|은|는)\s/u.test(text.slice(one.end)));
  const next = people.find((one) => one.start >= end && one.start <= end + BEHIND);
  if (next && isObject(text.slice(next.start, next.end))) return undefined;
  return next && !/[.;]|\b(?:and|of)\b/u.test(text.slice(end, next.start)) ? next : undefined;
}

/** принял министра: in another case than the first he is whom it is done to, but for what he heads, or with whom at the head. */
const isObject = (person: string): boolean =>
  /^(?:министр|премьер(?:-министр)?|вице-премьер|президент|губернатор|мэр|спикер|председател|директор|корол)[аяую](?!\p{L})|^(?:посла|главу)(?!\p{L})/iu.test(
    person,
  );

/**
 * Whether two accounts tell of one deed, and how surely: a head is of one delegation, and what else was done names somebody in
 * both.
 */
export function alignDoers(a: Doer, b: Doer, weigh: (key: string) => number): number {
  if (a.background || b.background || a.clause.planned !== b.clause.planned) return 0;
  if (a.slot.endsWith('head') && (a.of === null || a.of !== b.of)) return 0;
  let shared = 0;
  let named = a.slot.endsWith('welcome');
  for (const key of a.passage.keys) {
    if (!b.passage.keys.has(key)) continue;
    shared += weigh(key);
    named ||= key.startsWith('name:') || key.startsWith('concept:');
  }
  if (ALONE.has(a.slot.slice('name:by/'.length))) return shared / 2;
  return named ? shared / 1.5 : 0;
}

/** How two doers of one deed go together. Who is spoken of in both accounts does something else there. */
export function relateDoers(a: Doer, b: Doer): 'same' | 'differs' | null {
  const relation = relateNames(a.named, b.named);
  if (relation !== 'differs') return relation === 'spelling' ? 'same' : relation;
  return speaksOf(b.known, a.named) || speaksOf(a.known, b.named) ? null : 'differs';
}
