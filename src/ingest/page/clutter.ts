import { measureProse, type PageDocument, type PageElement } from './dom.ts';

/** Elements that hold no sentence of an article, whatever they are called. */
const CLUTTER_TAGS: ReadonlySet<string> = new Set(
  'NAV ASIDE HEADER FOOTER FIGCAPTION FORM BUTTON SELECT DIALOG'.split(' '),
);

type Prose = ReturnType<typeof measureProse>;

/** Words of class names and ids by which pages mark what stands beside an article's text. */
const CLUTTER_WORDS: ReadonlySet<string> = new Set(
  (
    'caption captions credit credits copyright gallery slideshow carousel lightbox ' +
    'related recommended recommendation recommendations recirc recirculation trending popular readmore ' +
    'newsletter newsletters subscribe subscription signup promo promos promoted promotion cta ' +
    'ad ads advert banner advertisement advertising sponsor sponsored taboola outbrain affiliate disclosure disclaimer ' +
    'share sharing sharebar social follow comment comments disqus ' +
    'byline dateline timestamp author bio biography breadcrumb breadcrumbs tags taxonomy ' +
    'cookie cookies consent gdpr paywall nav navbar navigation menu topnav subnav pagination pager sidebar footer ' +
    'toolbar controls flyout modal popup dialog login signin rail meta standfirst dek offscreen'
  ).split(' '),
);

/** The words of `relatedArticles`, `article-related`, `ARTICLE_Related`. */
const WORDS = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g;

/** `no_caption`, `has-gallery`: what such a name is given to is something else. */
const WITH: ReadonlySet<string> = new Set('has no not with without'.split(' '));

/** An element with more of the page's sentences than this is named after something else in it. */
const MOST = 0.25;
/** A word by which more than this of the sentences would go means something else on this page: slides that hold the text. */
const MOST_BY_A_WORD = 0.75;
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
  const small = [...body.querySelectorAll('*')].filter((one) => prose(one) <= prose(body) * MOST);
  // What such a part is called counts for nothing, here and in Readability, which goes by such names too.
  for (const element of small) if (isInSentence(element, prose)) element.removeAttribute('class');
  const clutter = [
    ...otherArticles(body, prose),
    ...small.filter(({ tagName }) => CLUTTER_TAGS.has(tagName)),
    ...namedClutter(small, prose, prose(body) * MOST_BY_A_WORD),
  ];
  for (const element of clutter) element.remove();
}

function namedClutter(elements: readonly PageElement[], prose: Prose, most: number): readonly PageElement[] {
  const byWord = new Map<string, PageElement[]>();
  for (const element of elements) {
    const word = clutterWord(element);
    if (word === null) continue;
    const same = byWord.get(word) ?? [];
    if (!same.at(-1)?.contains(element)) same.push(element);
    byWord.set(word, same);
  }
  const total = (same: readonly PageElement[]) => same.reduce((sum, one) => sum + prose(one), 0);
  return [...byWord.values()].filter((same) => total(same) <= most).flat();
}

/** Elements of a line. */
const INLINE: ReadonlySet<string> = new Set('A ABBR B CITE EM I SMALL SPAN STRONG TIME'.split(' '));

/** A part of a sentence, whatever it is called: the town that a report begins with is so, though called a dateline. */
const isInSentence = (element: PageElement, prose: Prose): boolean => {
  const { tagName, parentElement } = element;
  return INLINE.has(tagName) && parentElement?.tagName === 'P' && prose(parentElement) > prose(element);
};

function clutterWord({ className, id }: PageElement): string | null {
  const words = (`${className} ${id}`.match(WORDS) ?? []).map((word) => word.toLowerCase());
  return words.find((word, at) => CLUTTER_WORDS.has(word) && !WITH.has(words[at - 1] ?? '')) ?? null;
}

/** Where one article has most of the text, the others are teasers. */
function otherArticles(body: PageElement, prose: Prose): readonly PageElement[] {
  const articles = [...body.querySelectorAll('article')];
  const [first, second] = articles.toSorted((a, b) => prose(b) - prose(a));
  if (!first || !second) return [];
  const apart = articles.filter((one) => one !== first && !one.contains(first) && !first.contains(one));
  const largest = Math.max(0, ...apart.map(prose));
  return prose(first) >= largest * DOMINANT ? apart : [];
}
