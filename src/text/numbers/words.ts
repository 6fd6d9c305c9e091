import type { Language } from '../../domain/time.ts';

type Words = Readonly<Record<string, number>>;

/** "five 5, six 6" as a table. */
function table(list: string): Words {
  const rows = list.split(/,\s*/u).flatMap((row) => {
    const words = row.trim().split(/\s+/u);
    const value = Number(words.pop());
    return words.map((word) => [word, value] as const);
  });
  return Object.assign(Object.create(null), Object.fromEntries(rows));
}

interface NumberWords {
  /** Words that add up: twenty-one, двести пять. "One" alone is no number: it points more often than it counts. */
  readonly small: Words;
  /** Words that multiply what stands before them. */
  readonly large: Words;
}

export const NUMBER_WORDS: Readonly<Record<Language, NumberWords>> = {
  en: {
    small: table(
      'one 1, two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9, ten 10, eleven 11, twelve 12, thirteen 13,' +
        'fourteen 14, fifteen 15, sixteen 16, seventeen 17, eighteen 18, nineteen 19, twenty 20, thirty 30, forty 40,' +
        'fifty 50, sixty 60, seventy 70, eighty 80, ninety 90',
    ),
    large: table(
      'hundred 100, thousand 1000, million m mn 1000000, billion bn 1000000000, trillion 1000000000000',
    ),
  },
  ru: {
    small: table(
      'один одна одного одной 1, два две двух двое двоих двум двумя 2, три трёх трех трое троих трём трем тремя 3,' +
        'четыре четырёх четырех четверо четверых 4, пять пяти пятеро пятерых 5, шесть шести шестеро шестерых 6,' +
        'семь семи семеро семерых 7, восемь восьми 8, девять девяти 9, десять десяти 10, одиннадцать одиннадцати 11,' +
        'двенадцать двенадцати 12, тринадцать тринадцати 13, четырнадцать четырнадцати 14, пятнадцать пятнадцати 15,' +
        'шестнадцать шестнадцати 16, семнадцать семнадцати 17, восемнадцать восемнадцати 18,' +
        'девятнадцать девятнадцати 19, двадцать двадцати 20, тридцать тридцати 30, сорок сорока 40,' +
        'пятьдесят пятидесяти 50, шестьдесят шестидесяти 60, семьдесят семидесяти 70, восемьдесят восьмидесяти 80,' +
        'девяносто девяноста 90, сто ста 100, двести двухсот 200, триста трёхсот трехсот 300,' +
        'четыреста четырёхсот четырехсот 400, пятьсот пятисот 500, шестьсот шестисот 600, семьсот семисот 700,' +
        'восемьсот восьмисот 800, девятьсот девятисот 900',
    ),
    large: table(
      'тысяча тысячи тысяч тысячу тысячам тысячами тысячах тыс 1000,' +
        'миллион миллиона миллионов миллионам млн 1000000, миллиард миллиарда миллиардов млрд 1000000000,' +
        'триллион триллиона триллионов трлн 1000000000000',
    ),
  },
  ko: {
    small: table(
      '한 1, 두 2, 세 3, 네 4, 다섯 5, 여섯 6, 일곱 7, 여덟 8, 아홉 9, 열 10, 열한 11, 열두 12, 열세 13, 열네 14,' +
        '열다섯 15, 열여섯 16, 열일곱 17, 열여덟 18, 열아홉 19, 스무 20, 서른 30, 마흔 40, 쉰 50, 예순 60, 일흔 70,' +
        '여든 80, 아흔 90',
    ),
    large: table('십 10, 백 100, 천 1000, 만 10000, 억 100000000, 조 1000000000000'),
  },
};

/** Korean nouns that are a number of days: 사흘 is three days. */
export const DAYS_IN_ONE_WORD: Words = table(
  '이틀 2, 사흘 3, 나흘 4, 닷새 5, 엿새 6, 이레 7, 열흘 10, 보름 15',
);

/** How a number is hedged by the words before it and behind it. */
export type Bound = 'exact' | 'about' | 'least' | 'more' | 'most' | 'less';

type Hedges = readonly (readonly [Bound, RegExp])[];

/** Tried in order on the text that ends where the number begins. */
export const HEDGES_BEFORE: Readonly<Record<Language, Hedges>> = {
  en: [
    ['least', /\b(?:at least|no fewer than|no less than|not less than|a minimum of)\s$/iu],
    ['more', /\b(?:more than|over|above|upwards of|in excess of)\s$/iu],
    ['most', /\b(?:up to|at most|as many as|as much as|no more than|a maximum of)\s$/iu],
    ['less', /\b(?:fewer than|less than|under|below)\s$/iu],
    [
      'about',
      /\b(?:about|around|some|nearly|almost|approximately|roughly|an estimated|estimated at|close to)\s$/iu,
    ],
  ],
  ru: [
    [
      'least',
      /(?<!\p{L})(?:не менее чем|не менее|не меньше|минимум|по крайней мере|как минимум)\s(?:\p{L}{1,3}\s)?$/iu,
    ],
    ['most', /(?<!\p{L})(?:не более|не больше|максимум)\s$/iu],
    // What was raised to a figure has reached it.
    [
      'most',
      /(?<!(?<!\p{L})(?:повы|подн|выр|рас|возр|увелич|сниз|упа|сокра|уменьш|довед)\p{L}*(?:\s\p{L}+){0,4}\s)(?<!\p{L})до\s$/iu,
    ],
    ['more', /(?<!\p{L})(?:более чем|более|свыше|больше)\s(?:чем\s)?$/iu],
    ['less', /(?<!\p{L})(?:менее|меньше)\s(?:чем\s)?$/iu],
    [
      'about',
      /(?<!\p{L})(?:около|примерно|порядка|приблизительно|почти|до порядка|ориентировочно)\s(?:\p{L}\s)?$/iu,
    ],
  ],
  ko: [
    ['least', /(?:최소|적어도|최소한)\s?$/u],
    ['most', /최대\s?$/u],
    ['about', /(?:약|대략|거의)\s?$/u],
  ],
};

/** Tried in order on the text behind the number (in Korean: behind its unit). */
export const HEDGES_AFTER: Readonly<Record<Language, Hedges>> = {
  en: [
    ['least', /^(?:\+| or more\b)/iu],
    ['about', /^ or so\b/iu],
  ],
  ru: [['least', /^(?:\+| и более)/iu]],
  ko: [
    ['least', /^\s?이상/u],
    ['most', /^\s?이하/u],
    ['less', /^\s?미만/u],
    ['more', /^(?:을|를|이|가)?\s?(?:넘|초과)/u],
    ['about', /^\s?(?:가량|쯤|정도|안팎|내외)/u],
  ],
};
