import type { Language } from '../../domain/time.ts';
import type { EventId } from './event-words.ts';
import type { Token } from './tokens.ts';

/** What several words say together, and none of them alone: who opens fire opens nothing, and nothing burns. Null: no event at all. */
const PHRASES: Partial<Record<Language, readonly (readonly [RegExp, EventId | null])[]>> = {
  en: [
    [/\bopen(?:s|ed|ing)? fire\b/giu, 'attack'],
    [/\bcease-?fire\b|\bfired from\b|\bunder fire\b|\bline of fire\b/giu, null],
    [/\bunaccounted for\b/giu, 'missing'],
    [/\b(?:claim(?:s|ed|ing)?|cost|costing|taken|took)(?: the)? (?:\p{L}+ |\d+ ){1,3}lives\b/giu, 'die'],
    [
      /\b(?:lost|losing|claimed the) (?:their )?lives\b|\blives (?:were |are |have been )?(?:lost|taken)\b/giu,
      'die',
    ],
    [
      /\b(?:brought|taken|moved|led) to safety\b|\b(?:leave|left|flee|fled|abandon\p{L}*) (?:their )?homes\b|\bforced (?:out of|from) (?:their )?homes\b/giu,
      'evacuate',
    ],
    [
      /\b(?:went|go|goes|gone|are|were|is|was) on strike\b|\bwalk(?:s|ed|ing)? out\b|\b(?:the|a|an?|their|of|national|general|hunger|day|rail|bus|train) strikes?\b/giu,
      'walkout',
    ],
    [/\b(?:recover|retriev|pull|found|find)\p{L}* (?:the )?(?:bodies|remains)\b/giu, 'die'],
    [/\b(?:take|takes|took|taking|taken) place\b/giu, 'hold'],
    [/\b(?:is|are|was|were) due in\b/giu, 'arrive'],
    [
      /\b(?:came|comes|come|flew|flies|travelled|traveled|travels|went|goes|go|heads|headed) to\b(?= (?:\p{Lu}|the))/gu,
      'arrive',
    ],
    [/\btouch(?:ed|es)? down\b/giu, 'arrive'],
    [/\b(?:shot|shoot|shooting|shoots|brought|knocked) down\b|\bdowned\b/giu, 'down'],
    [
      /\b(?:br[eo]a?k\p{L}*|crawl\p{L}*|climb\p{L}*|tunnel\p{L}*|walk\p{L}*|slip\p{L}*|g[eo]t|made)(?: \p{L}+){0,4} (?:out of|away from)\b|\bfled\b/giu,
      'escape',
    ],
    [/\bcarr(?:y|ied|ies) out\b/giu, null],
    [/\bin charge\b|\bopen to\b|\bclose to\b|\bat the end\b|\bin the end\b/giu, null],
    [/\bcharged with(?: [\p{L}-]+){0,3} (?:attack|theft|robbery)\b/giu, 'charge'],
    [
      /\b(?:facing|faces?|accused|suspected|guilty|wanted)(?: [\p{L}-]+){0,3} (?:charges?|attack|theft|robbery|killing)\b/giu,
      null,
    ],
  ],
  ru: [
    [/(?<!\p{L})ун[её]с\p{L}* (?:жизн\p{L}+(?: \p{L}+)?|\p{L}+ жизн\p{L}+)/giu, 'die'],
    [/(?<!\p{L})открыл\p{L}* огонь/giu, 'attack'],
    [/(?<!\p{L})(?:извлек|извлеч|нашли|найден|обнаруж)\p{L}* (?:из-под \p{L}+ )?(?:тела|тело)/giu, 'die'],
    [/(?<!\p{L})не выход(?:ит|ят) на связь/giu, 'missing'],
    [/(?<!\p{L})судьба \p{L}+ (?:\p{L}+ )?неизвестн\p{L}+/giu, 'missing'],
    [/(?<!\p{L})(?:стал|оказал)\p{L}* жертвами/giu, 'die'],
    [/(?<!\p{L})покину(?:ть|ли|л) (?:свои )?дома/giu, 'evacuate'],
    [/(?<!\p{L})прекращени\p{L} огня/giu, null],
  ],
  ko: [
    [/목숨을 (?:잃|앗)\p{L}*/gu, 'die'],
    [/(?:시신|주검) ?\p{L}{0,3} (?:수습|발견|인양)\p{L}*/gu, 'die'],
    [/(?:아직 )?찾지 못\p{L}+/gu, 'missing'],
    [/상처를 입\p{L}*|부상을 (?:입|당)\p{L}*/gu, 'injure'],
    [/연락이 (?:끊|두절)\p{L}*/gu, 'missing'],
  ],
};

/** The tokens of a sentence, with the events that its phrases tell in place of those of the single words. */
export function withPhrases(text: string, language: Language, tokens: readonly Token[]): readonly Token[] {
  let read = tokens;
  for (const [pattern, event] of PHRASES[language] ?? []) {
    for (const { 0: phrase, index } of text.matchAll(pattern)) {
      const end = index + phrase.length;
      const isInside = (token: Token) => token.start >= index && token.end <= end;
      const last = read.findLast(isInside);
      read = read.map((token) => (isInside(token) ? meaning(token, token === last ? event : null) : token));
    }
  }
  return read;
}

function meaning(token: Token, event: EventId | null): Token {
  const plain = token.keys.filter((key) => !key.startsWith('event:'));
  return { ...token, event, keys: event === null ? plain : [...plain, `event:${event}`] };
}
