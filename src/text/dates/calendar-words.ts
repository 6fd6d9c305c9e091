import type { Language } from '../../domain/time.ts';

const rows = (list: string): ReadonlyMap<string, number> =>
  new Map(list.split(', ').flatMap((names, at) => names.split(' ').map((name) => [name, at] as const)));

/** Names of the months, from 0 for January, in small letters. */
export const MONTHS: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  en: rows(
    'january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, september sept sep, october oct, november nov, december dec',
  ),
  ru: rows(
    'января январь январе, февраля февраль феврале, марта март марте, апреля апрель апреле, мая май мае, июня июнь июне, июля июль июле, августа август августе, сентября сентябрь сентябре, октября октябрь октябре, ноября ноябрь ноябре, декабря декабрь декабре',
  ),
};

/** Names of the days of the week, from 0 for Sunday, in small letters. */
export const WEEKDAYS: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  en: rows(
    'sunday sundays, monday mondays, tuesday tuesdays, wednesday wednesdays, thursday thursdays, friday fridays, saturday saturdays',
  ),
  ru: rows(
    'воскресенье воскресенья, понедельник понедельника, вторник вторника, среду среда среды, четверг четверга, пятницу пятница пятницы, субботу суббота субботы',
  ),
  ko: rows('일요일, 월요일, 화요일, 수요일, 목요일, 금요일, 토요일'),
};

/** Days told from the day of writing. */
export const DAYS_FROM_NOW: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  en: new Map([
    ['yesterday', -1],
    ['today', 0],
    ['tonight', 0],
    ['tomorrow', 1],
  ]),
  ru: new Map([
    ['позавчера', -2],
    ['вчера', -1],
    ['сегодня', 0],
    ['завтра', 1],
    ['послезавтра', 2],
  ]),
  ko: new Map([
    ['그저께', -2],
    ['그제', -2],
    ['어제', -1],
    ['오늘', 0],
    ['내일', 1],
    ['모레', 2],
  ]),
};
