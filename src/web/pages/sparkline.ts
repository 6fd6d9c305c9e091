import { type Html, html } from '../../publish/page/html.ts';
import { counted } from '../../publish/page/parts.ts';
import type { Day } from './sources.ts';

const BAR = 5;
const GAP = 1;
const HEIGHT = 36;

/** Articles a day as bars, those that were accepted at their foot. A day with any shows something. */
export function sparkline(days: readonly Day[]): Html {
  const most = Math.max(1, ...days.map(({ articles }) => articles));
  const height = (count: number): number => (count === 0 ? 0 : Math.max(2, (count / most) * HEIGHT));
  const sum = (count: (day: Day) => number): number => days.reduce((total, day) => total + count(day), 0);
  const said = `${counted(
    sum(({ articles }) => articles),
    'article',
  )}, ${sum(({ accepted }) => accepted)} of them accepted, in ${days.length} days`;
  const bar = (at: number, tall: number, look: string): Html | null =>
    tall === 0
      ? null
      : html`<rect class="${look}" x="${at * BAR}" y="${(HEIGHT - tall).toFixed(1)}" width="${BAR - GAP}" height="${tall.toFixed(1)}"/>`;
  return html`<svg class="spark" viewBox="0 0 ${days.length * BAR} ${HEIGHT}" width="${days.length * BAR}" height="${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${said}">${days.map(
    ({ articles, accepted }, at) =>
      html`${bar(at, height(articles), 'all')}${bar(at, height(accepted), 'in')}`,
  )}</svg>`;
}
