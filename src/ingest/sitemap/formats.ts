// Apart from what reads sitemaps, which a poll that brings nothing new does without.

/** The format of a list of sitemaps, whose entries are these sitemaps. It says nothing until they are read too. */
export const SITEMAP_INDEX = 'sitemap-index';

/** The format of a plain sitemap, without the news extension. */
export const SITEMAP = 'sitemap';
