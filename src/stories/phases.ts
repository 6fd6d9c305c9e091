import type { Language } from '../domain/time.ts';
import { isLookingBack, isPlanned } from './differences/sentences/modality.ts';

/** What a deed has come to after it began: the name of a group in PHASES. */
export type Phase = string;

/**
 * Talks that open, and talks that end without a result, are told in the same words but for one, and that one is what readers
 * wait for. Deeds only: a road that ends and a bank that fails are told in other forms.
 */
const PHASES: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:(?<ended>ended|(?:is|are|was|were) over|(?:have|has|were|was) concluded|wrapped up)|(?<failed>failed(?! to)|broke down|without (?:a |any )?(?:result|agreement|deal|breakthrough))|(?<suspended>suspended|halted|stalled|broken off)|(?<postponed>postponed|put off|adjourned)|(?<cancelled>cancelled|canceled|called off|scrapped)|(?<resumed>resumed|restarted|reopened))\b/giu,
  ru: /(?<!\p{L})(?:(?<ended>заверш(?:ил|ен|ён)\p{L}*|законч(?:ил|ен)\p{L}*|прекра(?:ти|ще)\p{L}+)|(?<failed>провалил(?:ся|ась|ись|ось)|сорвал(?:ся|ась|ись|ось)|сорван[аыо]?(?!\p{L})|безрезультатно|без результата|ни к чему не привел\p{L})|(?<suspended>приостановлен\p{L}*|приостановил\p{L}*|прерван[аыо]?(?!\p{L}))|(?<postponed>отлож(?:ил|ен)\p{L}*|перенес(?:ли|[её]н[аоы]?)(?!\p{L}))|(?<cancelled>отмен(?:ил|ен|ён)\p{L}*)|(?<resumed>возобнов(?:ил|лен|лён)\p{L}*))/giu,
  ko: /(?<ended>(?:종료|폐막|마무리|타결)[됐했된한돼]|끝[났난])|(?<failed>(?:결렬|무산|실패)[됐했된한돼]|(?:성과|합의) 없이)|(?<suspended>(?:중단|정지|보류)[됐했된한돼])|(?<postponed>연기[됐했된한돼])|(?<cancelled>(?:취소|철회)[됐했된한돼])|(?<resumed>재개[됐했된한돼])/gu,
};

/** Before the word: it tells of another deed than the sentence's own, of one to come, or of none. */
const OTHERWISE: Partial<Record<Language, RegExp>> = {
  en: /\b(?:after|before|until|when|while|if|whether|which|who|that|since|to|not|never|no|of|under|an?|by)\b[^,;:]*$/iu,
  ru: /(?<!\p{L})(?:котор\p{L}+|когда|после|до|если|чтобы|пока|не|как)(?!\p{L})[^,;:]*$/iu,
};

/**
 * What the deed of a sentence has come to, by its main clause: what is planned, denied, looked back on or told of another deed in
 * passing is none.
 */
export function phasesIn(sentence: string, language: Language): readonly Phase[] {
  const told = wordsIn(sentence, language);
  if (told.length === 0 || isPlanned(sentence, language) || isLookingBack(sentence, language)) return [];
  return told.flatMap(({ phase, at }) => (OTHERWISE[language]?.test(sentence.slice(0, at)) ? [] : [phase]));
}

/** What is read of an article for what it has told: its title and lead, in UTF-16 units. */
const READ = 800;

/** The phases an article speaks of in its title and lead, of whatever deed. */
export function phasesTold(article: {
  readonly title: string;
  readonly text: string;
  readonly language: Language;
}): readonly Phase[] {
  return wordsIn(`${article.title}\n${article.text.slice(0, READ)}`, article.language).map(
    ({ phase }) => phase,
  );
}

function wordsIn(
  text: string,
  language: Language,
): readonly { readonly phase: Phase; readonly at: number }[] {
  const words = PHASES[language];
  if (!words) return [];
  return Array.from(text.matchAll(words)).flatMap(({ groups = {}, index }) =>
    Object.entries(groups).flatMap(([phase, word]) => (word === undefined ? [] : [{ phase, at: index }])),
  );
}
