import type { Language } from '../../../domain/time.ts';

/**
 * Offices one person holds at a time: id | English | Russian beginnings | Korean. What a minister is minister of stands in
 * DOMAINS.
 */
export const OFFICES: readonly string[] = [
  'vice-premier | deputy prime minister;vice premier;vice prime minister | вице-премьер | 부총리',
  'premier | prime minister;premier | премьер-министр;премьер;глав[аыуеой]{1,2} правительства | 총리',
  'president | president | президент | 대통령;국무위원장;국가주석',
  'governor | governor | губернатор | 도지사;주지사;지사',
  'mayor | mayor;lord mayor | мэр | 시장',
  'county-head | county head | глав[аыуеой]{1,2} (?:района|округа) | 군수',
  'ambassador | ambassador | пос(?:ол|ла|лу|лом|ле) | 대사',
  'speaker | speaker of parliament;parliament speaker;speaker of the house | спикер;председател[ьяюе]{1,2} парламента | 국회의장;최고인민회의 상임위원장',
  'chief-of-staff | chief of the general staff;chief of staff | начальник[аоумеё]{0,2} генштаба;начальник[аоумеё]{0,2} генерального штаба | 합참의장;총참모장',
  'chief-executive | chief executive;chief executive officer;ceo | гендиректор;генеральн[а-я]{2,3} директор | 최고경영자;대표이사;대표',
  'chairman | chairman;chairwoman;chair | председател | 위원장;의장;회장',
  'police-chief | police chief;chief of police;police commissioner | начальник[аоумеё]{0,2} полиции | 경찰청장;경찰서장',
  'director | director;head | директор | 관장;원장',
  'commander | commander;commander-in-chief | командующ | 사령관',
  'king | king;queen | корол | 국왕',
];

/**
 * What ministers are ministers of: id | English | Russian, behind «министр» | Korean, before 장관 or 상 | Russian short names of the
 * ministry.
 */
export const DOMAINS: readonly string[] = [
  'defence | defence;defense | обороны | 국방 | Минобороны',
  'foreign | foreign;foreign affairs;external affairs | иностранных дел | 외교;외무 | МИД[а-я]{0,2}',
  'interior | interior;home affairs;home;internal affairs | внутренних дел | 내무 | МВД',
  'finance | finance | финансов | 재무;재정 | Минфин[а-я]{0,2}',
  'agriculture | agriculture;farm;farming | сельского хозяйства | 농업;농림 | Минсельхоз[а-я]{0,2}',
  'fisheries | fisheries;fishery | рыбного хозяйства;рыболовства | 수산;해양수산 | -',
  'transport | transport;transportation;railways;railway | транспорта;путей сообщения | 교통;국토교통;철도 | Минтранс[а-я]{0,2}',
  'culture | culture | культуры | 문화 | Минкульт[а-я]{0,3}',
  'energy | energy;power | энергетики | 에너지;전력 | Минэнерго',
  'health | health | здравоохранения | 보건;보건복지 | Минздрав[а-я]{0,2}',
  'education | education | образования;просвещения | 교육 | Минобр[а-я]{0,4}',
  'justice | justice | юстиции | 법무 | Минюст[а-я]{0,2}',
  'trade | trade;commerce;industry | торговли;промышленности | 통상;무역;상무;산업 | Минпромторг[а-я]{0,2}',
  'economy | economy;economic affairs;economic development | экономики;экономического развития;экономразвития | 경제 | Минэкономразвития',
  'environment | environment;natural resources | природных ресурсов;экологии;окружающей среды | 환경 | Минприроды',
  'emergencies | emergencies;emergency situations;civil protection | по чрезвычайным ситуациям | 비상사태;재난 | МЧС',
  'labour | labour;labor;employment | труда | 노동;고용노동 | Минтруд[а-я]{0,2}',
  'sport | sport;sports | спорта | 체육 | Минспорт[а-я]{0,2}',
  'science | science | науки | 과학 | Минобрнауки',
  'tourism | tourism | туризма | 관광 | -',
  'information | information;communications;digital affairs | информации;связи;цифрового развития | 정보통신 | Минцифры',
];

/** Words before an office that make it another one, or one that several hold. */
export const OTHER_OFFICE: Readonly<Record<Language, RegExp>> = {
  en: /(?:\b(?:deputy|vice|assistant|former|ex|late|acting|first|then|junior|under|outgoing|incoming|future|next|previous|old|shadow|opposition)[\s-]|-)$/iu,
  ru: /(?:(?<!\p{L})(?:зам|замест\p{L}+|бывш\p{L}+|экс|вице|помощник\p{L}*|советник\p{L}*|исполняющ\p{L}+ обязанности|и\.\s?о\.|прежн\p{L}+|первый зам\p{L}*|тогдашн\p{L}+|будущ\p{L}+)[\s-]|-)$/iu,
  ko: /(?:전|前|전임|신임|차기|부)\s?$/u,
};
