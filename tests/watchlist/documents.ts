import type { DraftDocument } from '../../src/watchlist/draft/mentions.ts';

const document = (language: string, text: string): DraftDocument => ({ title: '', text, language });

/** Three accounts of what an invented town and an invented port do together. */
export const PORTS: readonly DraftDocument[] = [
  document(
    'en',
    `The mayors of Caldmoor and Brae opened a ferry line this week. Caldmoor Mayor Ada Quill called it a beginning. Ada Quill
thanked the Lowport Harbour Authority (LHA) for the quay. The LHA will run it. Brae Governor Tom Hale waited in the rain; Hale had promised
the line. In Caldmoor the school closed for the day, and in Brae the bells rang.`,
  ),
  document(
    'en',
    `Between Caldmoor and Brae the ferry now sails twice a day. Brae Governor Tom Hale took the first one from Brae. In Caldmoor
people spoke of Quill, the mayor who wanted it. Old Nell Sparrow watched from Caldmoor quay.`,
  ),
  document(
    'en',
    `A dispute over fares divides Caldmoor and Brae. Caldmoor wants less, Brae more. Caldmoor Mayor Ada Kwill said so to
reporters in Brae.`,
  ),
];

/** The same facts as the founding articles of the first topic, retold, in three languages. */
export const TIES: readonly DraftDocument[] = [
  document(
    'en',
    `Russia and North Korea unveiled a memorial. Russian Defence Minister Andrei Belousov gave a bronze copy to North Korean Defence Minister
No Kwang Chol. In Kursk a second one is planned by Governor Alexander Khinshtein. Kim Jong Un sent a letter to Vladimir Putin.`,
  ),
  document(
    'ru',
    `Россия и КНДР открыли памятник. Министр обороны России Андрей Белоусов подарил министру обороны КНДР Но Гван Чхолю копию. В Курской
области поставят ещё один, сказал губернатор Александр Хинштейн. Владимиру Путину написал Ким Чен Ын.`,
  ),
  document(
    'ko',
    `러시아와 북한이 기념비를 세웠다. 벨로우소프 국방장관은 노광철 국방상에게 청동상을 선물했다. 힌시테인 주지사는 쿠르스크에 하나 더 세운다.
푸틴 대통령은 김정은 국무위원장에게 인사했다.`,
  ),
];

/** Invented: a sea wall at a port, in Japanese. */
export const SEA_WALL = [
  {
    title: '岩手の漁港で新しい防潮堤が完成、佐藤知事が式典に出席',
    text: '岩手県の青浜港で十二日、新しい防潮堤の完成式典が開かれ、佐藤健一知事と青浜市の高橋直美市長が出席した。式典では国土交通省の担当者が工事の経過を説明した。佐藤知事は「住民の安全を守る節目だ」と述べた。青浜漁業協同組合は、港の作業が来週から通常に戻ると発表した。',
    language: 'ja',
  },
  {
    title: '青浜港の防潮堤めぐり住民説明会、市長が費用を説明',
    text: '青浜市は二十日、青浜港の防潮堤について住民説明会を開いた。高橋直美市長は費用が三十億円になったと説明した。青浜漁業協同組合の小林誠組合長は、作業場所の確保を求めた。国土交通省は来年度の補助を検討している。佐藤健一知事は県の負担を約束した。',
    language: 'ja',
  },
  {
    title: '佐藤健一知事、青浜港を視察 防潮堤の点検を指示',
    text: '佐藤健一知事は三日、青浜港を視察し、防潮堤の点検を指示した。高橋直美市長と青浜漁業協同組合の小林誠組合長が同行した。国土交通省東北地方整備局は、ひび割れは見つかっていないとしている。',
    language: 'ja',
  },
];

/** Invented: a bridge, in Chinese. */
export const BRIDGE = [
  {
    title: '青河市新桥通车 市长李建国出席仪式',
    text: '青河市跨江大桥十二日通车，市长李建国和交通运输部副部长王海明出席仪式。李建国表示，大桥将缩短两岸通勤时间。青河大桥建设公司表示，工程历时三年。',
    language: 'zh',
  },
  {
    title: '交通运输部检查青河大桥 王海明要求确保安全',
    text: '交通运输部副部长王海明二十日在青河市检查青河大桥，要求确保安全。青河市市长李建国陪同检查。青河大桥建设公司董事长陈志强汇报了情况。',
    language: 'zh',
  },
];
