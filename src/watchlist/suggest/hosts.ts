/**
 * Hosts that everybody links to and that are nobody's newsroom: networks, shops, shorteners, archives, encyclopedias, mere
 * carriers of files. By their last parts: `t.me` stands for every name below it.
 */
const EVERYBODYS: ReadonlySet<string> = new Set(
  (
    'facebook.com fb.com fb.me twitter.com x.com t.co t.me telegram.org telegram.me instagram.com threads.net tiktok.com youtube.com ' +
    'youtu.be vk.com vk.ru ok.ru dzen.ru rutube.ru max.ru linkedin.com lnkd.in reddit.com pinterest.com whatsapp.com wa.me weibo.com ' +
    'bsky.app mastodon.social discord.com discord.gg line.me kakao.com flickr.com vimeo.com twitch.tv soundcloud.com spotify.com ' +
    'google.com goo.gl apple.com apple.news microsoft.com bing.com yahoo.com duckduckgo.com baidu.com yandex.ru amazon.com amzn.to ' +
    'wikipedia.org wikimedia.org wikidata.org archive.org archive.is archive.ph archive.today web.archive.org bit.ly tinyurl.com ow.ly ' +
    'buff.ly dlvr.it ift.tt feedburner.com feedproxy.google.com gravatar.com wp.com wordpress.org github.com github.io cloudfront.net ' +
    'amazonaws.com googleusercontent.com gstatic.com doubleclick.net outbrain.com taboola.com patreon.com paypal.com ko-fi.com ' +
    'creativecommons.org w3.org schema.org news.google.com msn.com naver.me me2.do'
  ).split(' '),
);

/** Ends under which registries sell names at the third place: example.co.kr is a site, co.kr is none. */
const SECOND_LEVEL: ReadonlySet<string> = new Set(
  'co com org net gov go ac or edu mil ne gob gouv msk spb re'.split(' '),
);

/** The site of an address: the part of its host that somebody registered; null: it is everybody's, or no address. */
export function siteOf(address: string): string | null {
  const host = URL.parse(address)?.hostname.toLowerCase().replace(/\.$/, '') ?? '';
  if (!host.includes('.') || /^[\d.]+$/.test(host)) return null;
  const parts = host.split('.');
  const country = parts.at(-1)?.length === 2 && SECOND_LEVEL.has(parts.at(-2) ?? '');
  const site = parts.slice(country ? -3 : -2).join('.');
  if (EVERYBODYS.has(site) || EVERYBODYS.has(host)) return null;
  return site;
}
