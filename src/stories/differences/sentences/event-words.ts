/** What happens in the news, by the words that say so: what a date dates, a number counts and a place is the place of. */
export type EventId = string;

/**
 * id | label | English words (verbs in their base form; = as they stand) | beginnings of Russian words (= whole ones) |
 * beginnings of Korean words. Words of saying are the event `say`: what they date is the report, not the event.
 */
const ROWS: readonly string[] = [
  'die | killed | kill die =murdered =slain =dead =deaths =toll =fatalities =fatality =died =dying =bodies | погиб убий убил скончал умер умир убит жертв смерт тела | 숨지 숨졌 숨진 숨져 사망 목숨 시신',
  'injure | injured | injure wound =hurt =injuries =injury | ранен травм пострадал | 부상 다쳤 다치 다친 다쳐',
  'casualty | casualties | =casualties =casualty | пострада | 사상자 사상',
  'missing | missing | =missing | пропал пропавш разыскива ищут | 실종',
  'arrest | arrested | arrest detain | задержа арестова | 체포 검거 구속 연행',
  'escape | escaped | =escaped =escape =escapes =breakout =jailbreak | сбежа бежал побег | 탈옥 탈주',
  'capture | captured | capture recapture =caught | пойма | 붙잡',
  'evacuate | evacuated | evacuate =displaced =homeless | эвакуир | 대피 이재민',
  'rescue | rescued | =rescued =saved | спасен спасён спасли спасл | 구조됐 구조했 구출 구했',
  'hospital | taken to hospital | hospitalise hospitalize | госпитализ | 입원 이송 옮겨',
  'open | opened | open unveil inaugurate =opening =unveiling =inauguration | откры | 개막 제막 개관 개통 개장 개원 열었',
  'close | closed | =closed =closes =closing | закры | 폐막 폐관 폐쇄 막을',
  'meet | met | =met =meet =meets =meeting =talks =summit =negotiations | встре переговор саммит | 회담 만나 만났 만난 만남 면담 접견',
  'sign | signed | sign =signing =sealed =concluded | подпис заключ | 서명 체결 맺었 맺은 조인',
  'arrive | arrived | arrive land =reached =reaches =arrival | прибы приеха прилет | 도착 들어왔 들어와 들어온 입국 입항',
  'visit | visited | visit =toured | посети визит осмотре побыва | 방문 찾았 둘러 찾은',
  'leave | left | depart sail =left =departure =leaves | отбы отплы отчал вылете уехал | 출발 떠났 떠나 출국 출항',
  'crash | crashed | crash collide derail =collision =sank =sink =capsized =aground =collapsed =collapse | столкн круш авари затон рухн обруш опрокин | 충돌 추락 탈선 전복 침몰 붕괴 무너',
  'explode | exploded | explode =explosion =blast =blasts =bombing | взрыв взорв | 폭발 터졌 터져 터진',
  'burn | burned | =fire =fires =blaze =burned =burnt =burning | пожар сгоре загоре возгоран | 화재 불이 산불 탔다 태웠',
  'quake | quake | =earthquake =quake =tremor =aftershock | землетряс толчк | 지진 강진 여진',
  'flood | flood | flood =flooding | наводнен затопл паводк | 홍수 침수 폭우',
  'attack | attacked | attack raid shell strike =struck =stormed | атак напал напад обстрел удар | 공격 습격 포격 공습',
  'expel | expelled | =expelled =expels =expulsion =deported | высла выдвор | 추방',
  'infect | infected | infect =infections =cases =contracted | зарази зараже заболе инфицир | 감염 확진',
  'bury | buried | bury =buried | похорон завал | 매몰',
  'kidnap | kidnapped | kidnap abduct | захват | 납치 억류',
  'destroy | destroyed | destroy =razed =gutted =levelled =leveled | разруш уничтож | 파괴 소실',
  'damage | damaged | =damaged =damaging | повреж повред | 파손',
  'seize | seized | seize confiscate =impounded =seizure | изъя конфиск | 압수 나포',
  'deliver | delivered | deliver supply =shipped =shipment =deliveries | постав достав | 공급 인도',
  'sell | sold | =sold =sells =selling =sale | прода | 판매 팔았 팔린 매각',
  'pay | paid | =paid =pays =paying | заплат выплат оплат | 지급 지불',
  'win | won | =won =wins =winning | выигра победи | 우승 이겼 승리',
  'cancel | cancelled | cancel =cancelled =scrapped | отмен | 취소 결항',
  'delay | delayed | delay postpone | отлож | 연기 지연',
  'freeze | frozen | freeze =froze =frozen | заморожен заморозк заморозят заморозил | 동결',
  'ban | banned | =banned =bans =ban | запре | 금지',
  'join | joined | join | присоедин | 가입 합류',
  'leak | leaked | leak hack =breach | взлом утечк утекл | 유출 해킹',
  'dismiss | dismissed | dismiss =sacked =layoffs =redundancies | увол | 해고 감원 해임',
  'call | telephoned | =telephoned =telephone =phoned | телефон созвон | 통화 전화',
  'effect | in force | - | - | 발효 시행',
  'walkout | on strike | =strikers =walkout | забастов бастова бастую | 파업',
  'down | shot down | =downed | сбит сбил перехва | 격추 요격',
  'launch | launched | launch fire =fired =fires =lifted =liftoff =test-fired | запуст запуск пуск выпусти | 발사 쐈 쏜 쏘았',
  'hold | held | =held =holds =hosted =staged | состоя =прошел =прошёл =прошла =прошли =прошло провел провед провёл | 열렸 열린 열려 개최 치러',
  'begin | began | begin start =began =began =begins =commenced | =начал начали начало начала началс начат начн старт | 시작 착공 개시 개막',
  'end | ended | =ended =ends =finished =concluded =completed | заверш законч окончи | 끝났 종료 마쳤 마치 완료 막을',
  'establish | founded | =founded =established | основан создан учрежд | 설립 창립 창설',
  'build | built | build construct =built =erected | строи постро возвед | 건설 건립 지었 세웠 준공',
  'vote | voted | vote elect =election =elections =referendum =polls | выбор голосов избра избран | 선거 투표 당선',
  'appoint | appointed | appoint name =nominated =sworn | назнач | 임명 지명 취임',
  'resign | resigned | resign =resignation =quit | отставк | 사임 사퇴 경질',
  'sentence | sentenced | sentence convict =jailed | приговор осужд | 선고 유죄 징역',
  'charge | charged | =charged =indicted | обвин | 기소 입건',
  'give | given | give hand present award donate =gave =given =handed =presentation =handover | переда вручи подари наград | 전달 수여 건네 기증 선물 건넸',
  'return | returned | =returned =returns | вернул возврат возвращ | 반환 돌려',
  'steal | stolen | steal =stole =stolen =theft =robbery | похити украд краж | 도난 훔쳤 훔친 절도',
  'send | sent | =sent =dispatched =deployed =sends =deploy | направ отправ | 파견 보냈 보내 파병 투입',
  'attend | attended | attend participate =gathered =involved =involves =involving =crowd =part =marched =visitors =onlookers | собрал участв участи присутств | 참석 참가 방문객 다녀',
  'buy | bought | buy =bought =import =imported =ordered =orders =purchase =purchased =acquire =acquired | купил закуп импорт | 수입 구매 구입 인수 주문 수주',
  'cost | cost | =cost =costs =worth =spent | стоимост обошл стоит затрат | 비용 들여 들였 들었 사업비',
  'approve | approved | approve adopt =passed =ratified | одобр принят ратифиц утверд | 승인 통과 가결 비준 채택',
  'release | released | release publish =freed | освобо опублик | 석방 공개 발표',
  'find | found | =found =discovered | нашли найден обнаруж | 발견',
  'treat | treated | treat | лечат лечен | 치료',
  'say | said | say tell announce report add state declare confirm warn quote =said =told =says =statement =spokesman =spokeswoman =wrote | сообщ заяви сказа рассказ отмет уточн объяви добав передаёт передает подчерк | 밝혔 밝힌 밝히 말했 전했 보도 발표 설명 덧붙 알렸 강조',
];

const LABELS = new Map<EventId, string>();
const ENGLISH = new Map<string, EventId>();
const RUSSIAN = new Map<string, EventId>();
const BEGINNINGS: {
  readonly ru: (readonly [string, EventId])[];
  readonly ko: (readonly [string, EventId])[];
} = { ru: [], ko: [] };

for (const row of ROWS) {
  const [id = '', label = '', en = '', ru = '', ko = ''] = row.split(' | ');
  LABELS.set(id, label);
  for (const word of en.split(' '))
    for (const form of englishForms(word)) if (!ENGLISH.has(form)) ENGLISH.set(form, id);
  for (const word of ru.split(' ')) {
    if (word.startsWith('=')) RUSSIAN.set(word.slice(1), id);
    else BEGINNINGS.ru.push([word, id]);
  }
  for (const beginning of ko.split(' ')) BEGINNINGS.ko.push([beginning, id]);
}

function englishForms(word: string): readonly string[] {
  if (word.startsWith('=')) return [word.slice(1)];
  const stem = word.endsWith('e') ? word.slice(0, -1) : word;
  const past = word.endsWith('y') && !/[aeo]y$/u.test(word) ? `${word.slice(0, -1)}ied` : `${stem}ed`;
  return [
    word,
    `${word}s`,
    `${word}es`,
    past,
    `${stem}ing`,
    ...(word.endsWith('t') ? [`${word}ted`, `${word}ting`] : []),
  ];
}

/** The event a word speaks of; null: none. @param word in small letters */
export function eventOf(word: string): EventId | null {
  const code = word.charCodeAt(0);
  if (code < 0x250) return ENGLISH.get(word) ?? null;
  const whole = RUSSIAN.get(word);
  if (whole !== undefined) return whole;
  const beginnings = code < 0x530 ? BEGINNINGS.ru : BEGINNINGS.ko;
  return beginnings.find(([beginning]) => beginning !== '' && word.startsWith(beginning))?.[1] ?? null;
}

export const eventLabel = (id: EventId): string => LABELS.get(id) ?? id;

/** No event, and yet counted as one: people who were in a craft, be it a ship, a plane, a bus or a train. */
export const ABOARD: EventId = 'on board';

/** What happens to people, and is counted: the total of one account can be held against that of another. */
export const TOLLS: ReadonlySet<EventId> = new Set([
  'die',
  'injure',
  'casualty',
  'missing',
  'arrest',
  'evacuate',
  'rescue',
  'attend',
  'escape',
  'capture',
  ABOARD,
  'infect',
  'bury',
  'dismiss',
]);
