import { verbForms, wordTable } from './word-table.ts';

/** What happens in the news, by the words that say so: what a date dates, a number counts and a place is the place of. */
export type EventId = string;

/**
 * id and label | words; how a row is read, `wordTable` says. Words of saying are the event `say`: what they date is the report.
 */
const ROWS: readonly string[] = [
  // people and harm
  'die killed | kill die =murdered =slain =dead =deaths =toll =fatalities =fatality =died =dying =bodies drown perish | погиб убий убил убит убиты скончал умер умир жертв смерт =тела =тел утону | 숨지 숨졌 숨진 숨져 사망 목숨 시신 익사',
  'injure injured | injure wound =hurt =injuries =injury | ранен травм пострадал =раны ранил | 부상 다쳤 다치 다친 다쳐',
  'casualty casualties | =casualties =casualty | пострада | 사상자 사상',
  'missing missing | =missing | пропал пропавш пропали разыскива =ищут | 실종',
  'survive survived | survive =survivors =survivor | выжи уцеле | 생존',
  'poison poisoned | poison sicken | отрави отравле отравил | 중독',
  'infect infected | infect =infections =cases =contracted | зарази зараже заболе заболевш инфицир | 감염 확진 환자',
  'vaccinate vaccinated | vaccinate inoculate | вакцинир привит | 접종',
  'quarantine quarantined | quarantine isolate | карантин изолир | 격리',
  'treat treated | treat | лечат лечен | 치료',
  'hospital taken to hospital | hospitalise hospitalize | госпитализ | 입원 이송 옮겨',
  'rescue rescued | =rescued =saved | спасен спасли спасл =спас | 구조됐 구조했 구조된 구조되 구출 구했',
  'evacuate evacuated | evacuate =displaced =homeless =relocated =housed =sheltered | эвакуир отселен переселен вывез размещен разместил | 대피 이재민 이주',
  'bury buried | bury =buried | похорон завал | 매몰',
  'kidnap kidnapped | kidnap abduct | захват похищен | 납치 억류',
  // police and courts
  'arrest arrested | arrest detain | задерж арестова | 체포 검거 구속 연행',
  'escape escaped | =escaped =escape =escapes =breakout =jailbreak | сбежа бежал побег | 탈옥 탈주',
  'capture captured | capture recapture =caught | пойма | 붙잡',
  'search searched | =searched =searches =raided | обыск | 압수수색 수색',
  'seize seized | seize confiscate =impounded =seizure | изъя конфиск | 압수 나포',
  'smuggle smuggled | smuggle =smuggling =smugglers | контрабанд | 밀수 밀반입',
  'charge charged | =charged =indicted | обвин | 기소 입건',
  'sentence sentenced | sentence convict =jailed =imprisoned | приговор приговар осужд осуди | 선고 유죄 징역 실형',
  'try on trial | =trial | - | 재판 공판',
  'acquit acquitted | acquit =acquittal | оправда | 무죄',
  'expel expelled | expel =expulsion deport | высла выдвор депорт | 추방',
  'extradite extradited | extradite | экстрад | 인도됐 송환',
  'summon summoned | summon | =вызвал =вызвала =вызван =вызвали | 초치 소환',
  'steal stolen | steal =stole =stolen =theft =robbery rob | похити украд краж | 도난 훔쳤 훔친 절도',
  // disasters and war
  'crash crashed | crash collide derail =collision =sank =sink =sunk =capsized =aground =collapsed =collapse | столкн крушен авари затон рухн обруш опрокин сошел | 충돌 추락 탈선 전복 침몰 붕괴 무너 좌초',
  'explode exploded | explode =explosion =blast =blasts =bombing | взрыв взорв | 폭발 터졌 터져 터진',
  'burn burned | =fire =fires =blaze =blazes =burned =burnt =burning =wildfire =wildfires | пожар сгоре =горят =горит загоре возгоран | 화재 불이 산불 탔다 태웠 태우',
  'quake quake | =earthquake =quake =tremor =aftershock | землетряс толчк | 지진 강진 여진',
  'flood flood | flood =flooding | наводнен затопл затопи паводк | 홍수 침수 폭우 잠겼 잠긴',
  'erupt erupted | erupt =eruption | изверж | 분화 분출',
  'attack attacked | attack raid shell strike =struck =stormed bomb =shelling | атак атаков напал напад обстрел удар штурм | 공격 습격 포격 공습',
  'down shot down | =downed intercept | сбит сбил перехва | 격추 요격',
  'destroy destroyed | destroy =razed =gutted =levelled =leveled | разруш уничтож | 파괴 소실 전소 부서',
  'damage damaged | damage | повреж повред | 파손 훼손',
  'outage without power | =outage =outages =blackout =blackouts | обесточ отключен отключил | 정전 단전',
  'leak leaked | leak hack =breach =breached spill | взлом утечк утекл разлил разлив | 유출 해킹',
  'withdraw withdrawn | withdraw =withdrew =withdrawn =withdrawal =pullout | вывод вывел вывели выведен отвел отвод | 철수 철군',
  'cross crossed | =crossed =crossing =crossings | пересек пересеч | 넘어 넘었 건너 건넜 통과했',
  'disarm disarmed | defuse disarm demine =demined | разминир обезвре | 해체 제거',
  // journeys and meetings
  'meet met | =met =meet =meets =meeting =talks =summit =negotiations | встре переговор саммит | 회담 정상회담 정상회의 만나 만났 만난 만남 면담 접견 회동',
  'sign signed | sign =signing =sealed =concluded initial | подпис заключ | 서명 체결 맺었 맺은 조인',
  'arrive arrived | arrive land =reached =reaches =arrival dock moor | прибы приеха прилет причал | 도착 들어왔 들어와 들어온 입국 입항 귀국',
  'visit visited | visit =toured | посети посеща визит осмотре побыва | 방문 찾았 둘러 찾은',
  'leave left | depart sail =left =departure =leaves | выйдет выйдут отбы отплы отчал вылете уехал отправился | 출발 떠났 떠나 출국 출항',
  'call telephoned | =telephoned =telephone =phoned | телефон созвон | 통화 전화',
  'attend attended | attend participate =gathered =involved =involves =involving =crowd =part =visitors =onlookers =watched | собрал участв участи присутств пришл | 참석 참가 방문객 다녀 참여 모였 모인 모여 몰렸 몰린',
  'protest protested | protest rally rallies demonstrate =demonstration =marched =marches =marching picket | протест митинг демонстрац пикет шестви | 시위 집회 행진',
  'walkout on strike | =strikers =walkout | забастов бастова бастую | 파업',
  'hold held | =held =holds =hosted =staged | состоя =прошел =прошла =прошли =прошло провел провед | 열렸 열린 열려 개최 치러',
  'open opened | open reopen unveil inaugurate =opening =unveiling =inauguration | откры | 개막 제막 개관 개통 개장 개원 열었',
  'close closed | =closed =closes =closing =closure =blocked | закры перекры | 폐막 폐관 폐쇄 봉쇄 통제',
  // beginnings, ends, changes
  'begin began | begin start =began =begun =beginning commence =outbreak | =начал начали начало начала началс начат начнут начнет начин старт | 시작 착공 개시 돌입 착수',
  'end ended | =end =ended =ends =finished =concluded =completed =completion | заверш законч окончи | 끝났 끝난 끝나 종료 마쳤 마치 완료 막을',
  'suspend suspended | suspend halt =stopped =paused | приостан прекра остановл остановил | 중단 정지',
  'resume resumed | resume =restarted | возобнов | 재개',
  'extend extended | extend prolong | продл | 연장',
  'cancel cancelled | cancel =scrapped | отмен | 취소 결항',
  'delay delayed | delay postpone | отлож перенес | 연기 지연',
  'fail failed | fail =failure | провал неудач сорва | 실패 결렬 무산',
  'repair repaired | repair restore rebuild =rebuilt =renovated | ремонт восстан отремонт | 복구 수리 보수',
  'effect in force | - | - | 발효 시행',
  'freeze frozen | freeze =froze =frozen | заморожен заморозк заморозят заморозил | 동결',
  'ban banned | =banned =bans =ban outlaw | запре | 금지',
  'sanction sanctioned | =sanctioned =blacklisted | санкционн | 제재',
  'join joined | join =accession | присоедин вступил | 가입 합류',
  'establish founded | =founded =established | основан создан учрежд | 설립 창립 창설',
  'build built | build construct =built =erected | строи постро возвед возводи | 건설 건립 지었 세웠 준공 건조',
  'plant planted | =planted =planting | посад высад | 심었 심은 식재',
  'launch launched | launch fire =fired =fires =liftoff =test-fired | запуст запуск пуск выпусти | 발사 쐈다 쐈고 쐈으 쏘았 =쏜',
  // offices and votes
  'vote voted | vote elect =election =elections =referendum =polls | выбор голосов избра избран | 선거 투표 당선',
  'appoint appointed | appoint name =nominated =sworn | назнач | 임명 지명 취임',
  'resign resigned | resign =resignation =quit | отставк | 사임 사퇴 경질 사의',
  'dismiss dismissed | dismiss =sacked =layoffs =redundancies | увол уволе | 해고 감원 해임',
  'hire hired | hire recruit employ | нанял нанят трудоустро | 채용 고용',
  'register registered | register =enrolled =applied =applications | зарегистр подали | 등록 신청 접수',
  'approve approved | approve adopt =passed =ratified endorse | одобр принят ратифиц утверд | 승인 통과 가결 비준 채택 의결',
  'reject rejected | reject =rejected veto | отклон отверг | 부결 거부 기각',
  'win won | =won =wins =winning =beat =defeated | выигра победи победил обыгра | 우승 이겼 승리 꺾었 꺾고',
  // goods and money
  'give given | give hand present award donate =gave =given =handed =presentation =handover | переда вручи подари наград пожертв | 전달 수여 건네 기증 선물 건넸 넘겨줬 넘겨졌 인계 제출',
  'return returned | =returned =returns repatriate | вернул возврат возвращ репатри | 반환 돌려 송환',
  'exchange exchanged | exchange swap =swapped | обмен | 교환 맞교환',
  'lend lent | =lent =loaned =borrowed | одолжи взаймы | 대여 빌려',
  'send sent | =sent =dispatched =deployed =sends =deploy =sending | направ отправил отправл отправит | 파견 보냈 보내 파병 투입',
  'carry carried | =carrying =carried =carries transport =loaded | перевез перевоз гружен везли | 싣고 실은 운송 실려 수송',
  'deliver delivered | deliver supply =shipped =shipment =deliveries =supplies | постав достав | 공급 인도 납품',
  'sell sold | =sold =sells =selling =sale | прода | 판매 팔았 팔린 매각',
  'buy bought | buy =bought =import =imported =ordered =orders =order purchase =acquire =acquired | купил закуп импорт приобр заказа | 수입 구매 구입 인수 주문 수주 발주',
  'pay paid | =paid =pays =paying | заплат выплат оплат | 지급 지불',
  'cost cost | =cost =costs =worth =spent | стоимост обошл обошел обойдет стоит затрат потрат | 비용 들인 들였 들었 사업비 건설비 공사비',
  'allocate allocated | allocate earmark pledge =funding | выдел ассигн | 배정 편성 지원금 출연',
  'invest invested | invest =investment | инвест вложи вложен | 투자',
  'produce produced | produce =output manufacture | произв выпуск выработ добыл | 생산 제조',
  'harvest harvested | harvest =harvested | урожа собрали | 수확 어획',
  'show shown | =exhibited =exhibition =displayed =exhibit | =выставлены =выставят =выставили экспонир | 전시',
  'release released | release publish =freed =freeing | освобо опублик выпущен | 석방 풀려 공개',
  'find found | =found =discovered unearth | нашли найден обнаруж | 발견 찾아냈',
  'say said | say tell announce report add state declare confirm warn quote =said =told =says =statement =spokesman =spokeswoman =wrote | сообщ заяви сказа рассказ отмет уточн объяви добав передает подчерк | 밝혔 밝힌 밝히 말했 전했 보도 발표 설명 덧붙 알렸 강조',
];

const LABELS = new Map<EventId, string>(
  ROWS.map((row) => {
    const [id = '', ...label] = (row.split(' | ')[0] ?? '').split(' ');
    return [id, label.join(' ')];
  }),
);

/** The event a word speaks of; null: none. @param word in small letters */
export const eventOf: (word: string) => EventId | null = wordTable(ROWS, verbForms);

/** The word readers see for an event. */
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
