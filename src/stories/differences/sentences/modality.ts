import type { Language } from '../../../domain/time.ts';

/** What is planned, possible or promised is not held against what took place. */
const PLANNED: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:[Ww]ill|would|plans?|planned|planning|is to|are to|to be|scheduled|expect\w*|due to|intends?|may|could|might|should|hopes?|proposed|set to|wants?|aims?|target|if)\b/u,
  ru: /(?<!\p{L})(?:буд(?:ет|ут)|планир|запланир|намеч|состоится|состоятся|пройдёт|пройдет|пройдут|намерен|ожида|предсто|смо(?:жет|гут)|готов(?:ит|ят)|обеща|долж(?:ен|на|но|ны)|мо(?:жет|гут)|продлится|если|возможн|предполага|(?:от|на)прав(?:ит|ят)(?!\p{L})|прибуд[еу]т|(?:подпиш|прим)[еу]т(?!\p{L})|(?:размест|посет|верн|вступ|предостав|выдел|постав|постро|заверш|сократ|увелич|выплат|получ|закуп|увол|сниз|повыс|отмен|запуст|достав|влож|потрат|назнач|встрет|посад|обуч|застро)(?:ит|ят|ат)(?:ся)?(?!\p{L})|(?:откро|закро|начн|верн|введ|провед)[еёую]т)/iu,
  ko: /예정|계획|방침|예상|전망|기로 했|기로 뜻|기로 합의|겠다|추진|할 것|될 것|목표|내년|오는|(?:열린|개최된|시작된|발사된|개막한|출범한)다/u,
};

/** Words by which an account looks back on something before the event it tells of. */
const LOOKING_BACK: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:previous(?:ly)?|formerly|last (?:met|time|visit\w*|spoke)|ago|in the past|had (?:last|already|earlier)|so far this year|since (?:the start|then)|on record|history|once|an? (?:similar|earlier) (?!figure|toll|count|report|estimate|statement)\w+)\b|\bearlier (?!today|on\b|in the day|than)(?:this (?:month|year)|in|at|during)\b|\blast (?:month|year|week|spring|summer|autumn|fall|winter)\b|\bin (?:another|a separate|a different) |\b(?:separately|elsewhere)\b/iu,
  ru: /(?<!\p{L})(?:ранее|прежн|предыдущ|(?:в|за) прошл|в друг(?:ом|ой)(?!\p{L})|в отдельн|прошлого|прошлой|назад|до этого|напомним|в последний раз|с начала года|в истории|тогда|когда-то|аналогичн)/iu,
  ko: /앞서|지난해|작년|과거|이전|지난달|전년|올해 들어|이래|당시에도|\d년에는?도?\s|때는|지난번|다른 (?:곳|지역|마을|도시)|별도로/u,
};

/** Whether a text tells of what is still to come. */
export const isPlanned = (text: string, language: Language): boolean =>
  PLANNED[language]?.test(text) ?? false;

/** Whether a text tells of another event, before this one. */
export const isLookingBack = (text: string, language: Language): boolean =>
  LOOKING_BACK[language]?.test(text) ?? false;
