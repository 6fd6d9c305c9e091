/**
 * An article of the sample corpus, in our own words, of invented towns. Paragraphs are lines; hours are before noon of 6 March
 * 2026.
 */
export interface Text {
  readonly sourceId: string;
  readonly language: string;
  readonly hours: number;
  readonly title: string;
  readonly text: string;
}

/** One event, seven accounts. */
export const LIGHTHOUSE: readonly Text[] = [
  {
    sourceId: 'strait-wire',
    language: 'en',
    hours: 70,
    title: 'Caldmoor and Brae light a shared lighthouse',
    text: 'Caldmoor and Brae have lit the lighthouse that stands between them, the Harbour Office said on Tuesday.\nIt is forty metres high. The first burnt down in 1911, and the strait has been dark on that side ever since.\nFishermen of both towns watched from their boats.',
  },
  {
    sourceId: 'brae-evening',
    language: 'en',
    hours: 66,
    title: 'A light for two towns: Brae and Caldmoor end a dark century',
    text: 'Orla Fen keeps the light. It can be seen from eleven miles.\nBrae paid for the stone and Caldmoor for the lamp of the lighthouse.',
  },
  {
    sourceId: 'strait-wire',
    language: 'en',
    hours: 44,
    title: 'Who keeps the lighthouse of Caldmoor and Brae',
    text: 'Its keeper is Orla Fenn.\nThe keeper will be paid by both towns. Caldmoor and Brae have not said how much.',
  },
  {
    sourceId: 'mayak',
    language: 'ru',
    hours: 20,
    title: 'Колдмур и Брэй зажгли общий маяк',
    text: 'Колдмур и Брэй зажгли маяк, сообщило портовое управление.\nВысота башни — 38 метров.',
  },
  {
    sourceId: 'badaro',
    language: 'ko',
    hours: 18,
    title: '콜드무어와 브레이, 함께 세운 등대에 불을 밝히다',
    text: '[브레이=해협통신] 콜드무어와 브레이가 두 도시 사이의 등대에 불을 밝혔다.\n높이는 40미터이다.',
  },
  {
    sourceId: 'almina',
    language: 'ar',
    hours: 16,
    title: 'كالدمور و براي تضيئان منارة مشتركة',
    text: 'أضاءت كالدمور و براي منارة مشتركة على المضيق.\nاحترقت المنارة الأولى عام 1912.',
  },
  {
    sourceId: 'harbour-office',
    language: 'en',
    hours: 15,
    title: 'Statement on the lighthouse of Caldmoor and Brae',
    text: 'Harbour Office of Brae: the lamp was lit at dusk, and Caldmoor is thanked for it.',
  },
];

/** Stories of one account. The first of them is hostile. */
export const OTHERS: readonly Text[] = [
  {
    sourceId: 'strait-wire',
    language: 'en',
    hours: 3,
    title:
      '<script>document.title="taken"</script><img src=x onerror="document.title=\'taken\'"> Brae & "Caldmoor"',
    text: `</p></div><script>document.title="taken"</script><a href="javascript:document.title='taken'">Brae</a>\n${'Caldmoor'.repeat(60)}\n\u202eright to left\u202c <style>*{display:none}</style>`,
  },
  {
    sourceId: 'minato',
    language: 'ja',
    hours: 9,
    title: 'コールドムーアとブレイ、新しい連絡船の航路を開く――両港の協議で合意、来春から毎日二往復',
    text: 'コールドムーアとブレイは、両港を結ぶ新しい航路を開くことで合意した。\n船は毎日二往復する。',
  },
  {
    sourceId: 'badaro',
    language: 'ko',
    hours: 12,
    title: '브레이 시장, 콜드무어 방문해 연락선 운임을 논의',
    text: '브레이 시장이 콜드무어를 찾아 연락선 운임을 논의했다.',
  },
  {
    sourceId: 'brae-evening',
    language: 'en',
    hours: 30,
    title: 'Ferry fares between Caldmoor and Brae stay as they are',
    text: 'The council of Brae has left the fares of the ferry to Caldmoor unchanged.\nA single crossing costs four crowns.',
  },
];
