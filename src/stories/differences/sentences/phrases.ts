import type { Language } from '../../../domain/time.ts';
import type { EventId } from './event-words.ts';
import type { Token } from './tokens.ts';

interface Phrase {
  /** A part of each of its forms, cheap to look for, in small letters. */
  readonly hint: string;
  readonly pattern: RegExp;
  /** Null: no event, whatever its words say. */
  readonly event: EventId | null;
}

const phrase = (hint: string, pattern: RegExp, event: EventId | null): Phrase => ({ hint, pattern, event });

/** What several words say together, and none of them alone: who opens fire opens nothing, and nothing burns. */
const PHRASES: Partial<Record<Language, readonly Phrase[]>> = {
  en: [
    phrase('fire', /\bopen(?:s|ed|ing)? fire\b/giu, 'attack'),
    phrase('fire', /\bcease-?fire\b|\bfired from\b|\bunder fire\b|\bline of fire\b/giu, null),
    phrase('unaccounted', /\bunaccounted for\b/giu, 'missing'),
    phrase(
      'lives',
      /\b(?:claim(?:s|ed|ing)?|cost|costing|taken|took)(?: the)? (?:\p{L}+ |\d+ ){1,3}lives\b/giu,
      'die',
    ),
    phrase(
      'lives',
      /\b(?:lost|losing) (?:their )?lives\b|\blives (?:were |are |have been )?(?:lost|taken)\b/giu,
      'die',
    ),
    phrase('bodies', /\b(?:recover|retriev|pull|found|find)\p{L}* (?:the )?bodies\b/giu, 'die'),
    phrase(
      'pull',
      /\b(?:pull|dig|dug|haul)\p{L}*(?: \p{L}+){0,4} (?:alive|(?:from|out of) (?:the |under )?(?:rubble|wreck\p{L}*|debris|ruins|water|sea|snow|mud))\b/giu,
      'rescue',
    ),
    phrase(
      'jobs',
      /\b(?:los[et]|losing|shed|shedding|cut|cutting) (?:their )?(?:[\d,.]+ )?jobs\b/giu,
      'dismiss',
    ),
    phrase('safety', /\b(?:brought|taken|moved|led) to safety\b/giu, 'evacuate'),
    phrase(
      'homes',
      /\b(?:leav|left|flee|fled|abandon|forced (?:out of|from))\p{L}* (?:their )?homes\b/giu,
      'evacuate',
    ),
    phrase('on strike', /\b(?:went|go|goes|gone|are|were|is|was) on strike\b/giu, 'walkout'),
    phrase(
      'strike',
      /\b(?:the|an?|their|of|national|general|hunger|day|rail|bus|train) strikes?\b/giu,
      'walkout',
    ),
    phrase('walk', /\bwalk(?:s|ed|ing)? out\b/giu, 'walkout'),
    phrase(
      'lost',
      /\blost (?:(?:at least|about|some) )?[\p{L}\d]+ (?:soldiers|men|fighters|troops|servicemen|policemen)\b/giu,
      'die',
    ),
    phrase('effect', /\b(?:take|takes|took|taking|taken) effect\b/giu, 'effect'),
    phrase('force', /\b(?:com(?:es?|ing)|came|ent(?:ers?|ered)) into force\b/giu, 'effect'),
    phrase('place', /\b(?:take|takes|took|taking|taken) place\b/giu, 'hold'),
    phrase(' off', /\b(?:laid|lays?|laying) off\b/giu, 'dismiss'),
    phrase('ill', /\b(?:f[ae]ll(?:en|s|ing)?|made|taken) (?:seriously )?(?:ill|sick)\b/giu, 'infect'),
    phrase('due in', /\b(?:is|are|was|were) due in\b/giu, 'arrive'),
    phrase(
      ' to ',
      /\b(?:came|comes?|flew|flies|travell?ed|travels|went|goe?s?|head(?:s|ed)) to\b(?= (?:\p{Lu}|the))/gu,
      'arrive',
    ),
    phrase('down', /\btouch(?:ed|es)? down\b/giu, 'arrive'),
    phrase('lift', /\blift(?:s|ed|ing)? off\b/giu, 'launch'),
    phrase('down', /\b(?:shot|shoot|shooting|shoots|brought|knocked) down\b|\bdowned\b/giu, 'down'),
    phrase('fled', /\bfled\b(?! (?:their )?homes)/giu, 'escape'),
    phrase(
      'out of',
      /\b(?:br[eo]a?k|crawl|climb|tunnel|walk|slip|g[eo]t)\p{L}*(?: \p{L}+){0,4} out of\b/giu,
      'escape',
    ),
    phrase(' out', /\bcarr(?:y|ied|ies) out\b/giu, null),
    phrase('in charge', /\bin charge\b/giu, null),
    phrase('charged with', /\bcharged with(?: [\p{L}-]+){0,3} (?:attack|theft|robbery)\b/giu, 'charge'),
    phrase(
      'charge',
      /\b(?:facing|faces?|accused|suspected|guilty|wanted)(?: [\p{L}-]+){0,3} (?:charges?|attack|theft|robbery|killing)\b/giu,
      null,
    ),
  ],
  ru: [
    phrase(
      'жив',
      /(?<!\p{L})(?:извлек|извлеч|достал|достав|вытащ)\p{L}*(?: \p{L}+){0,3} живыми|живыми (?:извлек|извлеч|достал|вытащ)\p{L}*/giu,
      'rescue',
    ),
    phrase(
      'сокра',
      /(?<!\p{L})сокра[тщ]\p{L}* (?:[\d ]+|\p{L}+ )?(?:тысяч\p{L}* )?(?:рабоч|сотрудник|работник|человек)\p{L}*/giu,
      'dismiss',
    ),
    phrase(' над ', /(?<!\p{L})(?:суд|процесс)\p{L}{0,2} над(?!\p{L})/giu, 'try'),
    phrase('назначен', /(?<!\p{L})назначен[аоы]? на(?!\p{L})/giu, null),
    phrase('силу', /(?<!\p{L})вступ\p{L}+ в силу/giu, 'effect'),
    phrase('действовать', /(?<!\p{L})нач\p{L}+ действовать/giu, 'effect'),
    phrase('потерял', /(?<!\p{L})потерял\p{L}* [\p{L}\d]+ (?:солдат|военн|бойц|человек)\p{L}*/giu, 'die'),
    phrase('жизн', /(?<!\p{L})ун[её]с\p{L}* (?:жизн\p{L}+(?: \p{L}+)?|\p{L}+ жизн\p{L}+)/giu, 'die'),
    phrase('жертвами', /(?<!\p{L})(?:стал|оказал)\p{L}* жертвами/giu, 'die'),
    phrase(
      'тел',
      /(?<!\p{L})(?:извлек|извлеч|нашли|найден|обнаруж)\p{L}* (?:из-под \p{L}+ )?тел[ао]/giu,
      'die',
    ),
    phrase('огонь', /(?<!\p{L})открыл\p{L}* огонь/giu, 'attack'),
    phrase('огня', /(?<!\p{L})прекращени\p{L} огня/giu, null),
    phrase('связь', /(?<!\p{L})не выход(?:ит|ят) на связь/giu, 'missing'),
    phrase('судьба', /(?<!\p{L})судьба \p{L}+ (?:\p{L}+ )?неизвестн\p{L}+/giu, 'missing'),
    phrase('дома', /(?<!\p{L})покину(?:ть|ли|л) (?:свои )?дома/giu, 'evacuate'),
  ],
  ko: [
    phrase('목숨을', /목숨을 (?:잃|앗)\p{L}*/gu, 'die'),
    phrase('시신', /시신 ?\p{L}{0,3} (?:수습|발견|인양)\p{L}*/gu, 'die'),
    phrase('찾지', /(?:아직 )?찾지 못\p{L}+/gu, 'missing'),
    phrase('연락이', /연락이 (?:끊|두절)\p{L}*/gu, 'missing'),
    phrase('상처를', /상처를 입\p{L}*/gu, 'injure'),
    phrase('부상을', /부상을 (?:입|당)\p{L}*/gu, 'injure'),
  ],
};

/** The tokens of a sentence, with the events that its phrases tell in place of those of the single words. */
export function withPhrases(text: string, language: Language, tokens: readonly Token[]): readonly Token[] {
  const low = text.toLowerCase();
  let read = tokens;
  for (const { hint, pattern, event } of PHRASES[language] ?? []) {
    if (!low.includes(hint)) continue;
    for (const { 0: words, index } of text.matchAll(pattern)) {
      const isInside = (token: Token) => token.start >= index && token.end <= index + words.length;
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
