/** Units that numbers are measured in, in the three languages; others are counted things. */
interface Unit {
  /** What is measured: `metre`, `tonne`, `money:rouble`, `percent`, `day`… */
  readonly id: string;
  /** Into the dimension's own unit: 1,000 for kilometres. */
  readonly factor: number;
  /** How it is named in English. */
  readonly label: string;
}

/** id, factor, label, then the words in small letters; a word that ends in * is the beginning of one. */
const ROWS: readonly string[] = [
  'metre 1000 km | km km/h! kilometre kilometres kilometer kilometers км километр* 킬로미터 킬로 ㎞',
  'metre 1 metres | m metre metres meter meters м метр метра метров метрах метрами 미터',
  'metre 1609 miles | mile miles миля мили миль 마일',
  'metre 0.3048 feet | foot feet ft 피트',
  'metre 0.01 cm | cm centimetre centimetres centimeter centimeters см сантиметр* 센티미터 ㎝',
  'area 10000 hectares | ha hectare hectares га гектар* 헥타르 ㏊',
  'area 1000000 square kilometres | ㎢ 제곱킬로미터',
  'area 1 square metres | ㎡ 제곱미터 кв sqm',
  'tonne 1 tonnes | t tonne tonnes ton tons т тонна тонны тонн тонну 톤',
  'tonne 0.001 kg | kg kilogram kilograms kilogramme kilogrammes kilo kilos кг килограмм* 킬로그램 ㎏',
  'watt 1000000 megawatts | megawatt megawatts mw мвт мегаватт* 메가와트',
  'watt 1000000000 gigawatts | gigawatt gigawatts gw гвт гигаватт* 기가와트',
  'percent 1 percent | % percent pct per-cent процент* 퍼센트 ％',
  'degree 1 degrees | degrees degree ° °c градус* 도',
  'day 1 days | day days день дня дней сутки суток 일간',
  'day 7 weeks | week weeks неделя недели недель неделю 주 주간',
  'day 30 months | month months месяц месяца месяцев месяцам 개월 달',
  'day 365 years | year years год года лет годам годами 년간 년',
  'hour 1 hours | hour hours час часа часов 시간',
  'hour 0.016667 minutes | minute minutes минута минуты минут минуту 분',
  'hour 0.000278 seconds | second seconds секунда секунды секунд 초',
  'money:dollar 1 dollars | $ usd dollar dollars доллар* 달러 us$',
  'money:euro 1 euros | € eur euro euros евро 유로',
  'money:pound 1 pounds | £ gbp pound pounds фунт*',
  'money:rouble 1 roubles | ₽ rub rouble roubles ruble rubles рубль рубля рублей руб 루블',
  'money:won 1 won | ₩ won krw вон воны 원',
  'money:yuan 1 yuan | yuan cny юань юаня юаней 위안',
  'money:yen 1 yen | ¥ yen йена йены йен иена иены иен 엔',
  'money:crown 1 crowns | crown crowns krone kroner krona kronor крона кроны крон 크로나 크로네',
];

const UNITS = new Map<string, Unit>();
const BEGINNINGS: (readonly [string, Unit])[] = [];
for (const row of ROWS) {
  const [head = '', words = ''] = row.split(' | ');
  const [id = '', factor = '1', ...label] = head.split(' ');
  const unit: Unit = { id, factor: Number(factor), label: label.join(' ') };
  for (const word of words.split(' ')) {
    if (word.endsWith('*')) BEGINNINGS.push([word.slice(0, -1), unit]);
    else if (!word.endsWith('!')) UNITS.set(word, unit);
  }
}

/** The unit a word names; null: it names none. @param word as it stands in the text. */
export function unitOf(word: string): Unit | null {
  const plain = word.toLowerCase().replace(/\.$/u, '');
  return UNITS.get(plain) ?? BEGINNINGS.find(([beginning]) => plain.startsWith(beginning))?.[1] ?? null;
}
