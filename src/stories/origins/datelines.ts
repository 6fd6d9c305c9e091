/** How far into a text its date line may reach. */
const READ = 140;

/** `MOSCOW, April 3 (TASS) —`, `КАРСК, 1 октября. /ТАСС/.`, `(서울=연합뉴스)`, `МОСКВА, 3 апр — РИА Новости.` */
const FORMS: readonly RegExp[] = [
  /^\p{Lu}[^()\n]{0,70}\(([^()\n]{2,40})\)\s{0,3}(?:[-–—:]|\.\s)/u,
  /^\p{Lu}[^/\n]{0,70}\/([^/\n]{2,40})\/[\s.,:–—-]/u,
  /^[[(【][^=\])】\n]{1,20}=([^\])】\n]{2,20})[\])】]/u,
  /^\p{Lu}{3}[^\n.—–]{0,50}[—–]\s([^\n.—–]{2,30})\.\s/u,
];

/** The agency the date line of a text names; null: it has none. */
export function datelineOf(text: string): string | null {
  const start = text.slice(0, READ).trimStart();
  for (const form of FORMS) {
    const agency = form.exec(start)?.[1]?.trim();
    if (agency !== undefined) return agency;
  }
  return null;
}
