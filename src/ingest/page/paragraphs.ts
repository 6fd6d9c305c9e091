import { linkShare, type PageElement, textOf } from './dom.ts';

const BLOCKS =
  'p, div, li, ul, ol, dl, dt, dd, h1, h2, h3, h4, h5, h6, blockquote, pre, table, tr, td, th, section, article, ' +
  'figure, main, center';

/** A paragraph from this length on, in characters, is part of the article. */
const PARAGRAPH = 80;
/** A line of links, a caption or a notice is no longer than this. */
const LONGEST_LINE = 250;
/** Title, byline, dates and the like come in no more lines than these. */
const MOST_HEAD_LINES = 8;
/** So much of a line is linked where it only leads elsewhere. */
const LINKED = 0.8;
const LINKED_LIST = 0.7;

/**
 * Removes paragraphs that belong to the page rather than to its article: lists of links, leads to other articles, captions,
 * addresses, repetitions; title, date and byline before the first paragraph; notes and left-over headings after the last.
 */
export function removeNotices(body: PageElement, headings: ReadonlySet<string>): void {
  for (const picture of [...body.querySelectorAll('img, picture, video')]) captionOf(picture, body)?.remove();
  for (const link of [...body.querySelectorAll('a[href]')]) if (isCard(link)) link.remove();
  for (const list of [...body.querySelectorAll('ul, ol')]) if (linkShare(list) > LINKED_LIST) list.remove();
  const seen = new Set<string>();
  for (const { block, text } of linesOf(body)) {
    if (
      isElsewhere(block, text) ||
      isCaption(text) ||
      asksConsent(text) ||
      (text.length >= PARAGRAPH && seen.has(text))
    )
      block.remove();
    seen.add(text);
  }
  for (const { block, text } of linesOf(body).slice(0, MOST_HEAD_LINES)) {
    if (isParagraph(block, text)) break;
    if (headings.has(text) || isDate(text) || BYLINE.test(text)) block.remove();
  }
  removeEndnotes(linesOf(body));
}

/** Notes on author and outlet: set in italics, unless much else is, or beginning as such notes do. */
function removeEndnotes(lines: readonly Line[]): void {
  const isSetApart = lines.filter(isItalic).length <= lines.length / 3;
  for (const line of lines.toReversed()) {
    const { block, text } = line;
    if (!isHeading(block) && !(isSetApart && isItalic(line)) && !isEndnote(text)) break;
    block.remove();
  }
}

interface Line {
  readonly block: PageElement;
  /** On one line, never empty. */
  readonly text: string;
}

/** The innermost blocks that hold text, in order. */
const linesOf = (body: PageElement): readonly Line[] =>
  [...body.querySelectorAll(BLOCKS)]
    .filter((block) => block.querySelector(BLOCKS) === null)
    .map((block) => ({ block, text: textOf(block) }))
    .filter(({ text }) => text !== '');

/** A link that holds a block or several shows another article: its title, picture and date. */
const isCard = (link: PageElement): boolean =>
  link.querySelector(BLOCKS) !== null && textOf(link).length <= LONGEST_LINE && !holdsSentence(link);

const isHeading = ({ tagName }: PageElement): boolean => /^H[1-6]$/.test(tagName);

const isParagraph = (block: PageElement, text: string): boolean =>
  text.length >= PARAGRAPH && linkShare(block) < 0.5;

/** The largest element around a picture that holds but a short line, where it holds any text. */
function captionOf(picture: PageElement, body: PageElement): PageElement | null {
  let caption: PageElement | null = null;
  for (
    let around = picture.parentElement;
    around !== null && around !== body;
    around = around.parentElement
  ) {
    if (around.tagName === 'LI' || around.tagName === 'TD') break;
    if (textOf(around).length > LONGEST_LINE || holdsSentence(around)) break;
    caption = around;
  }
  return caption !== null && textOf(caption) !== '' ? caption : null;
}

/** Whether it is or holds a paragraph or a heading that ends like a sentence: no caption, however near to the picture. */
const holdsSentence = (element: PageElement): boolean =>
  [element, ...element.querySelectorAll('p, h2, h3')]
    .filter(({ tagName }) => /^(?:P|H2|H3)$/.test(tagName))
    .map(textOf)
    .some((text) => text.length >= PARAGRAPH && ENDS.test(text));

const ENDS = /[.!?。！？…]["'”’»)\]]*$/;

const ADDRESS = /^(?:https?:\/\/\S+|(?:www\.|twitter\.com\/)\S+|\S+@\S+\.\S+|@\w+)$/i;
/** Captions as the agencies write them, and credits of pictures; a caption is no longer than this. */
const CAPTION =
  /^in this (?:[^.]{0,40}, )?(?:file |handout |undated )*(?:photo|image|frame)\b|\((?:AP Photo|Photo by|Photo:|Getty Images|[^()]{1,40} via (?:AP|Reuters|Getty Images)\b)[^()]*\)$|^(?:photo|image|picture|фото|foto|bild|사진|写真|图片?)(?: (?:credit|source|courtesy|by))?\s*[:=©]/iu;
const LONGEST_CAPTION = 600;

const isCaption = (text: string): boolean => text.length <= LONGEST_CAPTION && CAPTION.test(text);

const ADVERTISEMENT = /^(?:advertise?ment|anzeige|werbung|publicité|publicidad|реклама|광고|広告|广告)$/i;
/** How a line begins that leads to another article. */
const LEAD =
  /^\W{0,3}(?:related|read (?:more|next|also)|also read|see (?:also|more)|more (?:on|from|news|stories)|further reading|don.t miss|must read|recommended|watch|listen|click here|(?:читай|смотри)те также|(?:ещё |материалы )?по теме|관련\s?기사|関連記事|相关(?:新闻|阅读)|lesen sie auch|mehr zum thema|auch interessant|(?:[aà] )?lire aussi|le[ae] también|ver también|te puede interesar|leia (?:também|mais)|leggi anche|czytaj (?:także|też|również)|zobacz (?:także|też))(?![\p{L}\p{N}])/iu;
/** So much of a lead is linked at least. */
const LEAD_LINKED = 0.3;

function isElsewhere(block: PageElement, text: string): boolean {
  if (ADDRESS.test(text) || ADVERTISEMENT.test(text)) return true;
  if (text.length > LONGEST_LINE || block.tagName === 'LI') return false;
  const share = linkShare(block);
  if (share > LINKED && !isHeading(block)) return true;
  const lead = LEAD.exec(text)?.[0];
  return lead !== undefined && (share > LEAD_LINKED || text.length <= lead.length + 1);
}

/** How the notices begin by which a site, not the article, speaks to its reader of data, and what they speak of. */
const SITE_SPEAKS =
  /^(?:we (?:and our|use|value|care about)|(?:our|this) (?:web)?site uses|by (?:continuing|using|clicking)|with your (?:permission|consent)|wir (?:verwenden|nutzen|und unsere)|diese (?:web)?seite (?:verwendet|nutzt)|mit ihrer (?:zustimmung|einwilligung)|nous (?:et nos|utilisons)|avec votre (?:accord|consentement)|мы используем|(?:этот|наш) сайт использует|продолжая|(?:이|본|저희) ?(?:웹 ?)?사이트는|当サイト|本网站)/iu;
const OF_DATA =
  /cookies?|privacy|personal data|consent to|personali[sz]ed (?:ads?|advertising)|unique identifiers|device scanning|personenbezogene|einwillig|données personnelles|персональных данных|쿠키|개인정보|クッキー|隐私/iu;

const asksConsent = (text: string): boolean => SITE_SPEAKS.test(text) && OF_DATA.test(text);

const BYLINE = /^by\s/i;
const ENDNOTES: readonly RegExp[] = [
  /^(?:(?:please )?(?:follow|sign up|subscribe|contact) |like us on |read or share |share (?:this|on|via) |reach the |\(?reporting by |©|ⓒ|copyright |all rights reserved|[^\p{L}\p{N}]+$)/iu,
  /^(?:подпи(?:шитесь|сывайтесь) |(?:нашли|заметили) (?:ошибку|опечатку)|читайте нас |следите за |все права защищены|перепечатка )/iu,
  /^(?:[▶☞■▲]|제보(?:는|하기) |.{0,3}저작권자)|무단\s?(?:전재|복제)|\d\s송고$/u,
  /^[【（([]?(?:责任?编辑?|编辑|責任編輯)\s*[:：]/u,
  /^(?:folgen sie |abonnieren sie |suivez-nous|abonnez-vous|síguenos|suscríbete)/iu,
];
const isEndnote = (text: string): boolean => ENDNOTES.some((beginning) => beginning.test(text));

/** What a site says to its readers where the article is over, or in its place. */
export const isNotice = (text: string): boolean => asksConsent(text) || isEndnote(text);

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
/** A date line is no longer than this, and so much of its signs are digits: more than of a sentence that names a day. */
const LONGEST_DATE = 80;
const DIGITS = 0.2;

const DATED =
  /^(?:(?:first |last )?(?:published|updated|posted|modified)|опубликовано|обновлено|입력|수정|등록|veröffentlicht|aktualisiert|publié|publicado|actualizado)(?![\p{L}])/iu;

function isDate(text: string): boolean {
  if (text.length > LONGEST_DATE || !YEAR.test(text)) return false;
  if (DATED.test(text)) return true;
  const digits = text.match(/\d/g)?.length ?? 0;
  return digits >= DIGITS * (text.match(/[\p{L}\d]/gu)?.length ?? 0);
}

function isItalic({ block, text }: Line): boolean {
  if (block.tagName === 'LI') return false;
  const set = [...block.querySelectorAll('em, i')].filter((one) => one.querySelector('em, i') === null);
  return set.reduce((sum, one) => sum + textOf(one).length, 0) >= text.length * 0.9;
}
