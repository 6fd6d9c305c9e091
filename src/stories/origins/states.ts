/** What states are called. */

/** States by id, with what their names, adjectives and seats of government are called in the languages that are read. */
export const STATES: Readonly<Record<string, readonly string[]>> = {
  'north-korea':
    'North Korea,North Korean,North Koreans,DPRK,Pyongyang,КНДР,Северная Корея,северокорейский,Пхеньян,북한,조선,평양,北朝鮮,朝鲜'.split(
      ',',
    ),
  'south-korea':
    'South Korea,South Korean,South Koreans,Seoul,Южная Корея,южнокорейский,Республика Корея,Сеул,한국,남한,대한민국,韓国,韩国'.split(
      ',',
    ),
  russia: 'Russia,Russian,Russians,Moscow,Россия,РФ,российский,Москва,러시아,모스크바,ロシア,俄罗斯'.split(
    ',',
  ),
  china: 'China,Chinese,Beijing,Китай,КНР,китайский,Пекин,중국,베이징,中国'.split(','),
  japan: 'Japan,Japanese,Tokyo,Япония,японский,Токио,일본,도쿄,日本'.split(','),
  'united-states':
    'United States,US,USA,American,Washington,США,американский,Вашингтон,미국,워싱턴,アメリカ,美国'.split(
      ',',
    ),
  'united-kingdom':
    'United Kingdom,UK,Britain,British,London,Великобритания,британский,Лондон,영국,런던'.split(','),
  ukraine: 'Ukraine,Ukrainian,Kyiv,Kiev,Украина,украинский,Киев,우크라이나,키이우'.split(','),
  belarus: 'Belarus,Belarusian,Minsk,Белоруссия,Беларусь,белорусский,Минск,벨라루스,민스크'.split(','),
  iran: 'Iran,Iranian,Tehran,Иран,иранский,Тегеран,이란,테헤란'.split(','),
  syria: 'Syria,Syrian,Damascus,Сирия,сирийский,Дамаск,시리아'.split(','),
  turkey: 'Turkey,Turkish,Ankara,Турция,турецкий,Анкара,튀르키예,터키'.split(','),
  france: 'France,French,Paris,Франция,французский,Париж,프랑스,파리'.split(','),
  germany: 'Germany,German,Berlin,Германия,немецкий,Берлин,독일,베를린'.split(','),
  italy: 'Italy,Italian,Rome,Италия,итальянский,Рим,이탈리아'.split(','),
  spain: 'Spain,Spanish,Madrid,Испания,испанский,Мадрид,스페인'.split(','),
};
