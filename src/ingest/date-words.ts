/** Lower case without accents, so that `Août`, `AOUT` and `août` are one word. */
const foldWord = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * How the names of the months begin, January first: English, then what feeds in German, French, Spanish, Portuguese, Italian,
 * Dutch, Romanian, Polish, Czech, Turkish, Greek, Russian and Ukrainian write otherwise.
 */
const MONTHS: readonly string[] = [
  'jan jän ene gen ian sty led oca ιαν янв січ',
  'feb fev fév lut úno unor şub φεβ фев лют',
  'mar mär mrz mrt maa bře μαρ мар бер',
  'apr avr abr kwi dub nis απρ апр кві',
  'may mai mei mag maj kvě μαϊ μάι мая май тра',
  'jun juin giu iun cze červen haz ιουν ιούν июн чер',
  'jul juil lug iul lip červenec tem ιουλ ιούλ июл лип',
  'aug aoû ago sie srp ağu αυγ авг серп',
  'sep set szep wrz zář eyl σεπ сен вер',
  'oct okt out ott paź říj eki οκτ окт жов',
  'nov noi lis kas νοε ноя листоп',
  'dec dez dic déc des gru pro ara δεκ дек гру',
];

/** Beginnings of month names, longest first, each with its month (1 to 12). */
const BEGINNINGS: readonly (readonly [string, number])[] = MONTHS.flatMap((names, at) =>
  names.split(' ').map((name): [string, number] => [foldWord(name), at + 1]),
).toSorted(([a], [b]) => b.length - a.length);

/** Words that were looked up before: feeds repeat themselves. */
const known = new Map<string, number | null>();

/** The month a word names, 1 to 12; null: none. */
export function monthOf(word: string): number | null {
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  const folded = foldWord(word);
  const month = BEGINNINGS.find(([beginning]) => folded.startsWith(beginning))?.[1] ?? null;
  if (known.size < 1_000) known.set(word, month);
  return month;
}

/** Minutes east of UTC. RFC 5322 §4.3 and the abbreviations that news services write. */
const FIXED: Readonly<Record<string, number>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 60, bst: 60, wat: 60,
  cet: 60, met: 60, mez: 60, cest: 120, mest: 120, mesz: 120, cat: 120, sast: 120,
  eet: 120, eest: 180, eat: 180, msk: 180, мск: 180, trt: 180, msd: 240, gst: 240, pkt: 300, ist: 330,
  ict: 420, wib: 420, hkt: 480, sgt: 480, pht: 480, awst: 480, jst: 540, kst: 540, acst: 570,
  aest: 600, acdt: 630, aedt: 660, vlat: 600, nzst: 720, nzdt: 780,
  ndt: -150, nst: -210, adt: -180, ast: -240, brt: -180, art: -180, clt: -240,
  edt: -240, est: -300, cdt: -300, cst: -360, mdt: -360, mst: -420, pdt: -420, pst: -480,
  akdt: -480, akst: -540, hst: -600,
}; // biome-ignore format: a table

/** Abbreviations that mean the time of a place, whatever the season. */
const OF_PLACES: Readonly<Record<string, string>> = {
  at: 'America/Halifax',
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
};

/** A fixed offset in minutes east of UTC, or the IANA name of a place. */
export type Zone = number | string;

/** The time zone a word names: an abbreviation or an IANA name; null: none that is known. */
export function zoneOf(word: string): Zone | null {
  const lower = word.toLowerCase();
  if (Object.hasOwn(FIXED, lower)) return FIXED[lower] ?? null;
  if (Object.hasOwn(OF_PLACES, lower)) return OF_PLACES[lower] ?? null;
  return /^[a-z]+\/[a-z_/+-]+\d*$/i.test(word) && isZone(word) ? word : null;
}

function isZone(name: string): boolean {
  try {
    return offsets(name) !== null;
  } catch {
    return false; // RangeError: no such zone
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for a name that is no IANA zone */
function offsets(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
    if (formats.size < 1_000) formats.set(zone, format);
  }
  return format;
}

/** Minutes a zone is east of UTC at a moment (milliseconds since 1970). */
function offsetAt(zone: Zone, moment: number): number {
  if (typeof zone === 'number') return zone;
  if (zone === 'UTC') return 0;
  const written = /GMT([+-])(\d{2}):(\d{2})/.exec(offsets(zone).format(moment));
  if (!written) return 0;
  const minutes = Number(written[2]) * 60 + Number(written[3]);
  return written[1] === '-' ? -minutes : minutes;
}

/** The moment at which clocks in a zone show a time that is given as if it were UTC's. */
export function momentAt(zone: Zone, shown: number): number {
  const near = shown - offsetAt(zone, shown) * 60_000;
  return shown - offsetAt(zone, near) * 60_000; // once more: the offset may have changed in between
}
