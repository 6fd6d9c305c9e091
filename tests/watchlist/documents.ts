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
