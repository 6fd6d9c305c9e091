/** What is counted in the news: id | English nouns | beginnings of Russian ones | Korean ones and their counters. */
const ROWS: readonly string[] = [
  'person | person people persons human | человек людей люд лиц | 명 사람 인원 인명 분',
  'child | child children kid pupil pupils boys girls teenagers | дет ребен ребён подрост школьник | 어린이 아이 학생 아동',
  'woman | woman women | женщин | 여성',
  'soldier | soldier troop soldiers troops servicemen military | солдат военнослужащ военных бойц | 군인 병사 장병 병력',
  'officer | officer officers | офицер | 장교',
  'police | policeman policemen police | полицейск | 경찰 경찰관',
  'worker | worker employee staff labourer laborer | рабоч работник сотрудник | 직원 근로자 노동자 작업자',
  'miner | miner | шахтёр шахтер горняк | 광부 광원',
  'passenger | passenger | пассажир | 승객',
  'crew | crew sailor crewman crewmen crewmember seaman seamen | экипаж моряк матрос | 선원 승무원',
  'rescuer | rescuer firefighter fireman firemen | спасател пожарн | 소방관 구조대원 소방대원 인력 대원',
  'student | student | студент | 대학생',
  'resident | resident villager household inhabitant | жител | 주민 가구',
  'visitor | visitor guest spectator onlooker tourist participant attendee | зрител гост посетител турист участник | 방문객 관람객 관광객 참가자 참석자',
  'member | member delegate delegation | член делегат делегац | 대표단 위원 회원',
  'prisoner | prisoner inmate convict detainee | заключенн заключённ осужденн осуждённ | 수감자 재소자 수용자',
  'patient | patient | пациент больн | 환자',
  'customer | customer client user subscriber | клиент пользовател абонент | 고객 가입자 이용자 회원',
  'diplomat | diplomat | дипломат | 외교관',
  'medic | doctor nurse medic paramedic | врач медик медсест | 의사 간호사 의료진',
  'teacher | teacher | учител педагог | 교사 교원',
  'journalist | journalist reporter | журналист репортер репортёр | 기자 언론인',
  'athlete | athlete runner player sportsman sportsmen | спортсмен бегун игрок | 선수',
  'artist | musician artist performer dancer | музыкант артист | 음악가 연주자 예술인',
  'driver | driver | водител | 운전사 운전자 기사',
  'farmer | farmer | фермер | 농민 농부',
  'migrant | migrant refugee | мигрант беженц | 난민 이주민',
  'hostage | hostage captive | заложник | 인질',
  'fighter | fighter rebel militant insurgent | боевик повстан | 반군 무장대원',
  'civilian | civilian | мирн граждански | 민간인',
  'protester | protester demonstrator protestor | протестующ демонстрант | 시위대 시위자',
  'lawmaker | lawmaker legislator deputy deputies senator mp mps | депутат сенатор | 의원',
  'volunteer | volunteer | доброволец добровольц волонтер волонтёр | 자원봉사자',
  'expert | expert specialist | эксперт специалист | 전문가',
  'case | case | случа | 건',
  'family | family | семей семьи семья | 가족 세대',
  'house | house home building dwelling flat apartment | дом зданий здани построек | 채 가옥 주택 건물 동',
  'ship | ship vessel boat ferry | судно судов суда судна корабл катер паром | 척 선박 화물선 여객선 배',
  'plane | plane aircraft helicopter jet | самолёт самолет вертолёт вертолет | 항공기 비행기 헬기',
  'vehicle | vehicle car truck bus lorry | машин автомобил автобус грузовик | 대 차량 소방차 장비 버스',
  'wagon | wagon carriage coach | вагон | 량 객차',
  'missile | missile rocket | ракет | 발 미사일 로켓',
  'satellite | satellite | спутник | 위성',
  'drone | drone uav | беспилотник дрон бпла | 드론 무인기',
  'station | station | станци | 역',
  'school | school | школ | 학교',
  'hospital | hospital clinic | больниц | 병원',
  'company | company firm dairy factory plant | компани фирм предприят завод фабрик | 기업 업체 공장',
  'bank | bank | банк банков банка банках | 은행',
  'shop | shop store supermarket | магазин | 상점 매장 점포',
  'bridge | bridge | мост моста мостов | 다리 교량',
  'village | village hamlet | деревн сел посёлк поселк | 마을',
  'town | town city | город | 도시',
  'road | road | дорог | 도로',
  'tank | tank | танк | 전차',
  'weapon | weapon rifle gun pistol | винтов автоматов пистолет оруди | 소총 총기 권총',
  'shell | shell bomb grenade | снаряд бомб гранат | 포탄 폭탄 수류탄',
  'container | container | контейнер | 컨테이너',
  'flight | flight | рейс | 편 항공편',
  'route | route | маршрут | 노선',
  'job | job vacancy | вакансий | 일자리',
  'tent | tent | палат | 텐트 천막',
  'bed | bed | коек койк | 병상 침대',
  'reactor | reactor | реактор | 원자로',
  'turbine | turbine | турбин | 터빈',
  'stall | stall booth | павильон стенд | 부스',
  'goal | goal | гол гола голов | 골',
  'medal | medal | медал | 메달',
  'film | film movie | фильм | 영화',
  'concert | concert | концерт | 공연',
  'project | project | проект | 사업 프로젝트',
  'street | street | улиц | 거리',
  'site | website | сайт | 누리집 사이트',
  'account | account | счёт счет аккаунт | 계좌 계정',
  'document | document | документ | 문서 서류',
  'tree | tree birch | дерев берёз берез | 그루 나무',
  'contract | contract agreement deal treaty accord | контракт соглашен договор | 계약 협정 조약 건',
  'object | object item piece painting artefact artifact | предмет экспонат картин | 점 유물 작품',
  'place | place spot | мест | 곳',
  'book | book copy volume | книг экземпляр том | 권 부',
  'animal | animal cow horse sheep | животн | 마리',
  'country | country nation state | стран государств | 개국 나라',
  'vote | vote ballot | голос | 표',
  'test | test launch | испытан пуск | 회 차례',
  'exercise | exercise drill manoeuvre maneuver | учени манёвр маневр | 훈련 연습',
];

const ENGLISH = new Map<string, string>();
const RUSSIAN: (readonly [string, string])[] = [];
const KOREAN: (readonly [string, string])[] = [];
for (const row of ROWS) {
  const [id = '', en = '', ru = '', ko = ''] = row.split(' | ');
  for (const word of en.split(' ')) {
    for (const form of [word, `${word}s`, word.replace(/y$/u, 'ies')])
      if (!ENGLISH.has(form)) ENGLISH.set(form, id);
  }
  for (const beginning of ru.split(' ')) RUSSIAN.push([beginning, id]);
  for (const noun of ko.split(' ')) KOREAN.push([noun, id]);
}
KOREAN.sort((a, b) => b[0].length - a[0].length);

/** What a word counts; null: no thing of these. @param word in small letters */
export function thingOf(word: string): string | null {
  const code = word.charCodeAt(0);
  if (code < 0x250) return ENGLISH.get(word) ?? null;
  if (code < 0x530) return RUSSIAN.find(([beginning]) => word.startsWith(beginning))?.[1] ?? null;
  return KOREAN.find(([noun]) => (noun.length > 1 ? word.startsWith(noun) : word === noun))?.[1] ?? null;
}

/** Kinds of people: whom a number counts when it counts people. */
export const PEOPLE: ReadonlySet<string> = new Set(
  'person child woman soldier officer police worker miner passenger crew rescuer student resident visitor member prisoner patient customer diplomat medic teacher journalist athlete artist driver farmer migrant hostage fighter civilian protester lawmaker volunteer expert case'.split(
    ' ',
  ),
);
