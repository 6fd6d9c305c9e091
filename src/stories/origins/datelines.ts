/** Which agency the date line of a text names. */

/** How far into a text its date line may reach. */
const READ = 140;

/** `MOSCOW, April 3 (TASS) —`, `КАРСК, 1 октября. /ТАСС/.`, `(서울=연합뉴스)`, `МОСКВА, 3 апр — РИА Новости.` */
const FORMS: readonly RegExp[] = [
  /^\p{Lu}[^()\n]{0,70}\(([^()\n]{2,40})\)\s{0,3}(?:[-–—:]|\.\s)/u,
  /^\p{Lu}[^/\n]{0,70}\/([^/\n]{2,40})\/[\s.,:–—-]/u,
  /^[[(【][^=\])】\n]{1,20}=([^\])】\n]{2,20})[\])】]/u,
  /^\p{Lu}{3}[^\n.—–]{0,50}[—–]\s([^\n.—–]{2,30})\.\s/u,
];

/** The agency the date line of a text names, and where that line ends; null: it has none. */
export function datelineOf(text: string): { readonly agency: string; readonly end: number } | null {
  const start = text.slice(0, READ).trimStart();
  for (const form of FORMS) {
    const found = form.exec(start);
    const agency = found?.[1]?.trim();
    if (found && agency !== undefined)
      return { agency, end: found[0].length + text.length - text.trimStart().length };
  }
  return null;
}
