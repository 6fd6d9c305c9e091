import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { DAY } from '../../domain/time.ts';
import type { TopicDay } from '../../domain/topic.ts';
import { type Html, html } from './html.ts';
import { axis, counted } from './parts.ts';

const WIDTH = 600;
const HEIGHT = 96;
/** Every day of so many that end with `last`, those without anything among them. */
export function everyDay(found: readonly TopicDay[], last: string, days: number): readonly TopicDay[] {
  const known = new Map(found.map((each) => [each.day, each]));
  const end = Date.parse(last);
  return Array.from({ length: days }, (_, index) => {
    const day = new Date(end - (days - 1 - index) * DAY).toISOString().slice(0, 10);
    return known.get(day) ?? { day, articles: 0, stories: 0 };
  });
}

/**
 * Articles a day as bars and stories as a line over them; days are UTC. It stretches to the width it is given. Null: nothing
 * happened.
 */
export function activityChart(days: readonly TopicDay[]): Html | null {
  if (days.every(({ articles }) => articles === 0)) return null;
  const most = Math.max(...days.map(({ articles }) => articles));
  const x = scaleBand<string>()
    .domain(days.map(({ day }) => day))
    .range([0, WIDTH])
    .padding(0.25);
  const y = scaleLinear()
    .domain([0, Math.max(most, 1)])
    .range([HEIGHT, 2]);
  const left = (day: string): number => x(day) ?? 0;
  const stories = line<TopicDay>()
    .x(({ day }) => left(day) + x.bandwidth() / 2)
    .y((each) => y(each.stories))(days);
  const total = days.reduce((sum, { articles }) => sum + articles, 0);
  const opened = days.reduce((sum, each) => sum + each.stories, 0);
  const said = `${counted(total, 'article')} and ${counted(opened, 'story', 'stories')} in ${days.length} days, at most ${counted(most, 'article')} on one day`;
  return html`<figure class="chart">
<figcaption><span>${counted(total, 'article')}, ${counted(opened, 'story', 'stories')} in ${days.length} days</span><span class="key"><span class="bars">articles, at most ${most}</span> <span class="lines">stories</span> a day</span></figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${said}">
${days.map(
  (each) =>
    html`<rect x="${left(each.day).toFixed(1)}" y="${y(each.articles).toFixed(1)}" width="${x.bandwidth().toFixed(1)}" height="${(HEIGHT - y(each.articles)).toFixed(1)}"><title>${each.day}: ${counted(each.articles, 'article')}, ${counted(each.stories, 'story', 'stories')}</title></rect>`,
)}
<path d="${stories ?? ''}" vector-effect="non-scaling-stroke"/>
</svg>
${axis(days)}
</figure>`;
}
