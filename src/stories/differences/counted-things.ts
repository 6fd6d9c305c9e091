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
  'house | house home building dwelling flat apartment | дом зданий здани построек | 채 가옥 주택 건물 동',
  'ship | ship vessel boat ferry | судно судов суда судна корабл катер | 척 선박 화물선 여객선 배',
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
  'tree | tree birch | дерев берёз берез | 그루 나무',
  'contract | contract agreement deal treaty accord | контракт соглашен договор | 계약 협정 조약 건',
  'object | object item piece painting artefact artifact | предмет экспонат картин | 점 유물 작품',
  'place | place site spot | мест | 곳',
  'book | book copy volume | книг экземпляр том | 권 부',
  'animal | animal cow horse sheep | животн голов | 마리',
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
  'person child woman soldier officer police worker miner passenger crew rescuer student resident visitor member prisoner patient'.split(
    ' ',
  ),
);
