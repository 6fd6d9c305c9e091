import { measureProse, type PageDocument, type PageElement } from './page-dom.ts';

/** Elements that hold no sentence of an article, whatever they are called. */
const CLUTTER_TAGS = 'nav, aside, header, footer, figcaption, form, button, select, dialog';

/** Words of class names and ids by which pages mark what stands beside an article's text. */
const CLUTTER_WORDS: ReadonlySet<string> = new Set(
  (
    'caption captions credit credits copyright gallery slideshow carousel lightbox ' +
    'related recommended recommendation recommendations recirc recirculation trending popular readmore ' +
    'newsletter newsletters subscribe subscription signup promo promos promoted promotion cta ' +
    'ad ads advert advertisement advertising sponsor sponsored taboola outbrain affiliate disclosure disclaimer ' +
    'share sharing sharebar social follow comment comments disqus ' +
    'byline dateline timestamp author bio biography breadcrumb breadcrumbs tags taxonomy ' +
    'cookie cookies consent gdpr paywall nav navbar navigation menu topnav subnav pagination pager sidebar footer ' +
    'toolbar standfirst dek offscreen'
  ).split(' '),
);

/** The words of `relatedArticles`, `article-related`, `ARTICLE_Related`. */
const WORDS = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g;

/** An element with more of the page's sentences than this is named after something else in it. */
const MOST = 0.25;
/** So many times the sentences of any other must an article have to be the page's own. */
const DOMINANT = 3;

/**
 * Removes what a page itself marks as standing beside its article: captions, menus, teasers of other articles, notices.
 *
 * Names lie (`no-sidebar`, `has-gallery` on the element that holds everything), so nothing that holds much of the
 * page's sentences is removed for its name.
 */
export function removeClutter({ body }: PageDocument): void {
  const prose = measureProse(body);
  const most = prose(body) * MOST;
  const isSmall = (element: PageElement): boolean => prose(element) <= most;
  const clutter = [
    ...otherArticles(body, prose),
    ...[...body.querySelectorAll(CLUTTER_TAGS)].filter(isSmall),
    ...[...body.querySelectorAll('[class], [id]')].filter((one) => isNamedClutter(one) && isSmall(one)),
  ];
  for (const element of clutter) element.remove();
}

function isNamedClutter({ className, id }: PageElement): boolean {
  return (`${className} ${id}`.match(WORDS) ?? []).some((word) => CLUTTER_WORDS.has(word.toLowerCase()));
}

/** Where one article has most of the text, the others are teasers. */
function otherArticles(body: PageElement, prose: (element: PageElement) => number): readonly PageElement[] {
  const articles = [...body.querySelectorAll('article')];
  const [first, second] = articles.toSorted((a, b) => prose(b) - prose(a));
  if (!first || !second) return [];
  const apart = articles.filter((one) => one !== first && !one.contains(first) && !first.contains(one));
  const largest = Math.max(0, ...apart.map(prose));
  return prose(first) >= largest * DOMINANT ? apart : [];
}
