/** Kinds of places: id | English | Russian beginnings | Korean endings. */
const SORTS: readonly string[] = [
  'street | street avenue alley lane boulevard road | улиц проспект алле бульвар переул шоссе | 거리 대로 골목 가로수길',
  'square | square plaza | площад | 광장',
  'port | port harbour harbor | порт гаван | 항 항구',
  'airport | airport airfield | аэропорт аэродром | 공항 비행장',
  'museum | museum gallery | музе галере | 박물관 미술관 기념관',
  'park | park garden | парк сквер сад | 공원',
  'hospital | hospital clinic | больниц госпитал клиник | 병원',
  'palace | palace castle | двор[е]?ц замо | 궁 궁전',
  'hotel | hotel | гостиниц отел | 호텔',
  'station | station | вокзал станци | 역',
  'hall | hall theatre theater stadium arena | зал театр стадион арен | 극장 경기장 체육관 회관',
  'university | university academy college | университет академи институт | 대학교 대학 학원',
  'mine | mine | шахт рудник | 광산 탄광',
  'village | village hamlet settlement | деревн сел посёлок поселок посёлк поселк | 마을 리',
  'town | town city | город | 시',
  'county | county district | район округ | 군 구',
  'region | region province oblast state | област кра[йею] провинци губерни | 도 주',
  'island | island | остров | 섬 도서',
  'river | river | рек | 강',
  'lake | lake | озер | 호수',
  'base | base range cosmodrome | баз полигон космодром | 기지 발사장 시험장',
];

/** English words for kinds of places, by the kind. */
export const ENGLISH_SORTS = new Map<string, string>();
/** Russian ones, in any case. */
export const RUSSIAN_SORTS: (readonly [RegExp, string])[] = [];
/** Endings of Korean names of places, longer ones first. */
export const KOREAN_SORTS: (readonly [string, string])[] = [];
for (const row of SORTS) {
  const [id = '', en = '', ru = '', ko = ''] = row.split(' | ');
  for (const word of en.split(' ')) ENGLISH_SORTS.set(word, id);
  RUSSIAN_SORTS.push([new RegExp(`^(?:${ru.split(' ').join('|')})[а-яё]{0,4}$`, 'u'), id]);
  for (const word of ko.split(' ')) KOREAN_SORTS.push([word, id]);
}
KOREAN_SORTS.sort((a, b) => b[0].length - a[0].length);

/** The kind of a place that is named without one. */
export const BARE = 'bare';
