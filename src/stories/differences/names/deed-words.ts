import type { Language } from '../../../domain/time.ts';

/** Where the person stands: right before the words, soon behind them, or, in Korean, as their subject (이, 가). */
export type Place = 'before' | 'behind' | 'subject';

/** A deed of one person, and the words that tell it. */
interface Deed {
  readonly id: string;
  readonly kind: 'name' | 'recipient';
  readonly subject: string;
  /** What else the sentence must say. */
  readonly setting: RegExp;
  readonly patterns: Readonly<Record<Language, readonly (readonly [RegExp, Place])[]>>;
}

export const DEEDS: readonly Deed[] = [
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
];
