/** By which words English attributions are told. */

/** The closed sets of English words by which attributions are told. */

/** A set of the words of a text. */
export const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Verbs of saying, as they stand behind who says it. */
export const SAY = set(
  'said say says saying reported report reports announced announces confirmed confirms stated states added adds noted notes told tells wrote writes ' +
    'tweeted posted declared explained explains estimated estimates claimed claims acknowledged insisted disclosed revealed warned warns informed denied quoted recalled recalls spoke predicted predicts forecasts expects hopes fears believes thinks doubts counts counted ' +
    'admits admitted concedes conceded argues argued insists complains complained jokes joked replied answered assured promised pledged vowed cautioned ' +
    'emphasized emphasised stressed highlighted underlined underscored reiterated',
);
/** Verbs that say something only before words in quotation marks: praised “a brave crew”. */
export const QUOTING = set(
  'remembered remembers praised praises thanked urged asked demanded criticised criticized blamed blames dismissed dismisses rejected rejects speaks hailed hails described describes',
);
/** Before a voice that follows: ", said the coast guard". */
export const SAY_INVERTED = set(
  'said says reported reports announced confirmed stated added noted wrote explained recalled admitted warned joked estimates estimated',
);
/** Parts of a body that speak for it. */
export const PARTS = set(
  'press service office spokesman spokeswoman spokesperson spokespeople representative chief head director official officials officer ' +
    'department deputy commander captain sergeant lieutenant superintendent inspector detective commissioner sheriff major colonel general ' +
    'website scientists seismologists researchers investigators experts forecasters engineers doctors statement report bulletin dispatch communique release',
);
/** Papers in which a body says something. */
export const PAPERS = set(
  'statement statements report reports bulletin dispatch communique release note data figures announcement readout transcript post tweet message survey study poll',
);
/** What papers do that show something: data from the institute showed. */
export const SHOW = set('show shows showed shown indicate indicates indicated suggest suggests suggested');
/** What may stand between a body and its verb of saying. */
export const BETWEEN = set(
  'also now later earlier separately then meanwhile had has have since on in a an the its his her statement release report news press briefing conference ' +
    'monday tuesday wednesday thursday friday saturday sunday today yesterday afternoon morning evening night first this week initially officially and itself publicly',
);
/** What may stand between "according to" and the voice. */
export const LEADING = set(
  'a an the its city town country region to statement statements report reports reporting data figures information released published issued carried provided from by of in for at on with official officials ' +
    'spokesman spokeswoman spokesperson sources source preliminary state-run state-owned state local regional north south its news agency ' +
    'new press release readout transcript survey study poll post tweet website scientists seismologists researchers experts analysts investigators documents filing national daily newspaper broadcaster television channel',
);
/** Those who speak at, from or for a body. */
export const SPEAKERS = set(
  'spokesman spokeswoman spokesperson spokespeople official officials scientist scientists seismologist seismologists researcher researchers representative representatives ' +
    'analyst head chief director officer officers service office investigators forecasters expert experts engineer engineers doctors statement report bulletin note meteorologists geologists',
);
/** What ties a speaker to a body. */
export const OF = set('of for at from with');
/** A body behind one of these is not the subject of what follows. */
export const NOT_AFTER = set(
  'by against to in on after before under into about near with over between despite through and or than like via',
);
/** Offices whose holders speak as such. */
export const TITLES = set(
  'president premier minister governor mayor chief commander general admiral ambassador director head chair chairman chairwoman secretary prosecutor envoy deputy ' +
    'marshal chancellor sheriff captain colonel major superintendent commissioner attorney coroner senator',
);
/** Those who are heard for what they know. */
export const EXPERTS = set(
  'analyst expert economist professor researcher scientist seismologist meteorologist forecaster historian judge referee lawmaker senator councillor councilor broker rep sen dr',
);
/** What those are whose words are taken for more than their own, beside the holders of offices. */
export const AUTHORITIES: ReadonlySet<string> = new Set([
  ...TITLES,
  ...EXPERTS,
  ...set(
    'leader lawyer spokesman spokeswoman spokesperson ' +
      'agent manager founder coordinator organiser organizer judge rector dean curator representative official ' +
      'lieutenant sergeant inspector detective investigator chairperson gov lt gen col capt sgt',
  ),
]);
/** To whom is told what everybody may know; "told him" stands behind words in quotation marks. */
export const TO_MANY = set('reporters journalists him her them us state tv television radio');
/** Words that are capitalised without being part of a body's name. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  (
    'the a an and or but if as at by in on of to for from with after before when while since under over its their his her our this that these another other such one any ' +
    'those both each some many most all no not he she it they we i also however meanwhile later earlier according citing ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october ' +
    'november december mr mrs ms dr what who how why where two three four five six seven eight nine ten local former then last next'
  ).split(' '),
);
