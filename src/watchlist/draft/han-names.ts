import type { ConceptKind } from '../../domain/topic.ts';
import { countryNamed } from '../../text/names/countries.ts';
import type { ProperName } from '../../text/names/proper-names.ts';
import type { Role } from '../../text/names/roles.ts';

/** What stands behind a name in Japanese and before it in Chinese, those that contain others first. */
const ROLES: readonly (readonly [Role, string])[] = [
  ['foreign-minister', '外務大臣|外相|外务部长|外交部长|外长'],
  ['defence-minister', '防衛大臣|防衛相|国防相|国防部长|防长'],
  ['prime-minister', '内閣総理大臣|首相|总理'],
  ['minister', '副部长|大臣|部长'],
  ['president', '大統領|总统|国家主席'],
  ['governor', '知事|省长|州长'],
  ['mayor', '市長|町長|村長|区長|市长|区长|县长'],
  ['ambassador', '大使'],
  ['spokesperson', '報道官|发言人'],
  ['chair', '委員長|組合長|理事長|会長|議長|局長|長官|委员长|董事长|主席|主任|会长|议长|局长'],
  ['chief-executive', '社長|总经理|总裁'],
  ['lawmaker', '議員|议员'],
  ['professor', '教授|专家'],
  ['person', '氏|さん|先生|女士'],
];
const ROLE = ROLES.map(([, words]) => words).join('|');

/** What bodies and places end with. */
const ENDINGS: readonly (readonly [ConceptKind, RegExp])[] = [
  [
    'organisation',
    /(?:省|庁|局|組合|協会|委員会|大学|会社|銀行|裁判所|警察|機構|研究所|党|軍|新聞|通信|部|厅|公司|协会|委员会|银行|法院|公安局|研究院|集团|通讯社|日报)$/u,
  ],
  [
    'place',
    /(?:県|府|都|道|市|町|村|区|港|島|湾|半島|海峡|空港|駅|橋|省|县|州|岛|湾|半岛|海峡|机场|大桥|港口|站)$/u,
  ],
];

/** Signs and kana that names are written with; what parts a name of another language is among them. */
const RUN = /[\p{Script=Han}\p{Script=Katakana}々ー・·]+/gu;
/** Grammar: no name begins or ends with it. */
const NO_NAME = /^[在和与對对从向于是的了及将被把由为等这该其副每各本日月年ー・·]|[・·说表称和与等在]$/u;
/** What is done to places. No name begins with it, nor within it. */
const DONE = /^.?(?:检查|视察|访问|参观|出席|前往|抵达)/u;
const JAPANESE_PERSON = /^(?:[\p{Script=Han}々]{3,5}|[\p{Script=Katakana}ー・]{2,})$/u;
/** A family name of those that most bear, and one or two signs; or a foreign name in its parts. */
const CHINESE_PERSON =
  /^(?:[王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚习]\p{Script=Han}{1,2}|\p{Script=Han}+(?:·\p{Script=Han}+)+)$/u;

/** In signs. */
const SHORTEST = 2;
const LONGEST = 14;
/** News says early whom it is about: so many signs of a document are looked through, and so many in all. */
const READ = 3_000;
const READ_IN_ALL = 300_000;

/** What shows that a string is a name. */
interface Cue {
  readonly kind: ConceptKind;
  readonly role: Role | null;
}

/**
 * The names of Japanese and Chinese texts, which have neither capitals nor spaces: countries, and strings that are met more than
 * once and show what they are, by a role beside them (佐藤健一知事, 市长李建国) or by how they end (国土交通省, 青河大桥).
 *
 * @returns the names of each text, in order.
 */
export function hanNames(texts: readonly string[]): readonly (readonly ProperName[])[] {
  const each = Math.min(READ, Math.ceil(READ_IN_ALL / Math.max(1, texts.length)));
  const read = texts.map((text) => text.slice(0, each));
  const cues = new Map<string, Cue>();
  for (const text of read) {
    for (const { string, start } of stringsOf(text)) {
      const cue = cues.get(string)?.role ? null : cueOf(string, text, start);
      if (cue) cues.set(string, cue);
    }
  }
  const counts = new Map<string, number>();
  for (const text of read) {
    for (const { string } of stringsOf(text))
      if (cues.has(string)) counts.set(string, (counts.get(string) ?? 0) + 1);
  }
  const parts = onlyParts(counts);
  const isName = (string: string) => (counts.get(string) ?? 0) > 1 && !parts.has(string);
  const names = new Map([...cues].filter(([name]) => countryNamed(name) !== null || isName(name)));
  return read.map((text) => namesIn(text, names));
}

function* stringsOf(text: string): Generator<{ readonly string: string; readonly start: number }> {
  for (const { 0: run, index } of text.matchAll(RUN)) {
    for (let from = 0; from < run.length; from += 1) {
      const most = Math.min(run.length, from + LONGEST);
      for (let to = from + SHORTEST; to <= most; to += 1)
        yield { string: run.slice(from, to), start: index + from };
    }
  }
}

const BEHIND = new RegExp(`^(?:${ROLE})`, 'u');
const BEFORE = new RegExp(`(?:${ROLE})$`, 'u');

function cueOf(string: string, text: string, start: number): Cue | null {
  if (countryNamed(string) !== null) return { kind: 'place', role: null };
  if (NO_NAME.test(string) || DONE.test(text.slice(Math.max(0, start - 1), start + 3))) return null;
  const end = start + string.length;
  const word =
    (JAPANESE_PERSON.test(string) ? BEHIND.exec(text.slice(end, end + LONGEST_ROLE))?.[0] : undefined) ??
    (CHINESE_PERSON.test(string)
      ? BEFORE.exec(text.slice(Math.max(0, start - LONGEST_ROLE), start))?.[0]
      : undefined);
  const role = ROLES.find(([, words]) => word !== undefined && words.split('|').includes(word))?.[0];
  // The mayor of 青浜市長 has no 市 in the name, and 组合长 no 组合.
  const isOffice = /[長长]/u.test(text[end] ?? '');
  const ending = string.length > 2 && !isOffice ? ENDINGS.find(([, ends]) => ends.test(string)) : undefined;
  if (ending) return { kind: ending[0], role: null };
  return role === undefined || BEFORE.test(string) ? null : { kind: 'person', role };
}

const LONGEST_ROLE = 6;

/** What is met only as a part of something longer: 協同組合 where it is always 青浜漁業協同組合. */
function onlyParts(counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const parts = [...counts].flatMap(([longer, times]) =>
    [longer.slice(1), longer.slice(0, -1)].filter((part) => counts.get(part) === times),
  );
  return new Set(parts);
}

/** From each place on the longest name. */
function namesIn(text: string, names: ReadonlyMap<string, Cue>): readonly ProperName[] {
  const found: ProperName[] = [];
  let taken = 0;
  const byStart = Map.groupBy(stringsOf(text), ({ start }) => start);
  for (const [start, strings] of byStart) {
    if (start < taken) continue;
    const name = strings.findLast(({ string }) => names.has(string))?.string;
    const cue = name === undefined ? undefined : names.get(name);
    if (name === undefined || !cue) continue;
    taken = start + name.length;
    found.push({ text: name, start, end: taken, of: null, opens: false, ...cue });
  }
  return found;
}
