/**
 * What sums, shares and loads are sums, shares and loads of, by the words that say so: a loan is not held against a fine, nor
 * flour against fuel.
 */
export type MatterId = string;

/** id | English words | beginnings of Russian words | beginnings of Korean words. */
const ROWS: readonly string[] = [
  // money and shares
  'trade | trade turnover commerce | товарооборот торговл | 교역 무역',
  'export | export exports exported | экспорт | 수출',
  'import | import imports imported | импорт | 수입',
  'inflation | inflation | инфляци | 물가 인플레',
  'price | price prices | цена цены цен цену ценой | 가격 유가 값',
  'rate | rate rates | ставк | 금리',
  'loan | loan loans lend lends lent lending credit | кредит заём заем займ ссуд | 차관 대출 빌려',
  'grant | grant grants | грант субсиди дотаци | 보조금 지원금 무상',
  'fine | fine fines fined penalty penalties | штраф | 벌금 과징금',
  'damage | damage damages | ущерб | 피해액 손해 재산피해',
  'compensation | compensation compensate payout | компенсац выплат | 보상 배상 위로금',
  'prize | prize prizes reward bounty | преми вознагражден | 상금 현상금 포상금',
  'ransom | ransom | выкуп | 몸값',
  'budget | budget | бюджет | 예산',
  'profit | profit profits earnings | прибыл | 순익 이익 흑자',
  'loss | loss losses | убыт | 손실 적자',
  'revenue | revenue revenues sales | выручк доход | 매출 수익',
  'debt | debt debts arrears | долг задолженн | 부채 채무 체불',
  'wage | wage wages salary salaries pay pension pensions | зарплат пенси оклад | 임금 연봉 급여 연금',
  'investment | investment investments invest invests invested | инвест вложен вложи | 투자',
  'contract | contract contracts deal deals | контракт сделк | 계약 수주',
  'economy | economy gdp growth | экономик ввп | 경제 성장률',
  'tax | tax taxes tariff tariffs duty duties levy | налог пошлин тариф | 세금 관세',
  'unemployment | unemployment jobless | безработиц | 실업',
  'turnout | turnout | явк | 투표율',
  'rating | rating ratings approval | рейтинг | 지지율',
  'share | stake shares shareholding | акци пакет | 지분 주식',
  'ticket | ticket tickets | билет | 입장권 표값',
  'rent | rent lease | аренд | 임대',
  // loads and stores
  'grain | grain cereals | зерн | 곡물',
  'wheat | wheat | пшениц | 밀',
  'rice | rice | рис риса | 쌀',
  'flour | flour | мука муки муку мукой | 밀가루',
  'food | food foodstuffs | продовольств продукт | 식량 식품',
  'oil | oil crude petroleum | нефть нефти нефтепродукт | 원유 석유 기름',
  'gas | gas lng | газа газ газом | 가스',
  'fuel | fuel diesel petrol gasoline | топлив бензин мазут дизел | 연료 경유 휘발유',
  'coal | coal | угля уголь углем | 석탄',
  'ore | ore iron copper | руда руды руду | 광석 철광석',
  'steel | steel metal | стали сталь металл | 철강 강철',
  'fertiliser | fertiliser fertilizer fertilisers fertilizers | удобрен | 비료',
  'aid | aid relief assistance humanitarian | помощ гуманитар | 지원 구호 원조',
  'medicine | medicine medicines medical drugs vaccine vaccines | медикамент лекарств вакцин | 의약품 백신',
  'fish | fish catch herring cod | рыб улов | 수산물 어획',
  'forest | forest woodland | лес леса лесов | 숲 산림 임야',
  'timber | timber wood | древесин | 목재',
  'milk | milk cheese butter | молок сыр | 우유 치즈',
  'cocaine | cocaine heroin hashish narcotics | кокаин героин наркотик гашиш | 코카인 마약 필로폰',
  'explosive | explosives dynamite | взрывчат | 폭약 폭발물',
  'gold | gold silver | золот серебр | 금괴',
  'waste | waste rubbish garbage | отход мусор | 쓰레기 폐기물',
  'water | water | вода воды воду водой | 생수 물',
  'power | power electricity | электроэнерг мощност | 전력 전기',
  'harvest | harvest crop yield | урожа | 수확',
  'output | output production | производств добыч выработк | 생산',
  'cargo | cargo freight goods | груз груза грузов | 화물',
];

const ENGLISH = new Map<string, MatterId>();
const RUSSIAN: (readonly [string, MatterId])[] = [];
const KOREAN: (readonly [string, MatterId])[] = [];
for (const row of ROWS) {
  const [id = '', en = '', ru = '', ko = ''] = row.split(' | ');
  for (const word of en.split(' ')) ENGLISH.set(word, id);
  for (const beginning of ru.split(' ')) RUSSIAN.push([beginning, id]);
  for (const beginning of ko.split(' ')) KOREAN.push([beginning, id]);
}
const longestFirst = (a: readonly [string, MatterId], b: readonly [string, MatterId]) =>
  b[0].length - a[0].length;
RUSSIAN.sort(longestFirst);
KOREAN.sort(longestFirst);

/** Beginnings as short as this are whole words. */
const SHORT = 4;

/** What a word is the word for; null: nothing of these. @param word in small letters */
export function matterOf(word: string): MatterId | null {
  const code = word.charCodeAt(0);
  if (code < 0x250) return ENGLISH.get(word) ?? null;
  const beginnings = code < 0x530 ? RUSSIAN : KOREAN;
  return (
    beginnings.find(([beginning]) => word.startsWith(beginning) && isWhole(word, beginning, code))?.[1] ??
    null
  );
}

/** Behind a short beginning only a case ending or a particle may stand: 밀수 is no wheat, and рисунок no rice. */
function isWhole(word: string, beginning: string, code: number): boolean {
  if (beginning.length > SHORT) return true;
  const rest = word.slice(beginning.length);
  return code < 0x530 ? rest.length <= 2 : beginning.length > 1 ? rest.length <= 4 : PARTICLE.test(rest);
}

const PARTICLE = /^(?:[을를이가은는의로과와도])?$/u;
