import { describe, expect, it } from 'vitest';
import { origins } from '../../../src/stories/origins/origins.ts';
import { account } from './labelled.ts';

/** Whether the one origin of a title and a text is a party to the event. */
function isParty(title: string, text: string, language = 'en'): boolean | undefined {
  const { origins: found } = origins([account(text, { title, language })], []);
  expect(found).toHaveLength(1);
  return found[0]?.party;
}

describe('an origin is a party to the event', () => {
  it('when it does itself what is told', () => {
    expect(
      isParty('Coast guard takes 41 people off ferry', 'Nobody was hurt, the Velmark Coast Guard said.'),
    ).toBe(true);
    expect(
      isParty('Norvik Bridges closes two crossings', 'Both are safe, Norvik Bridges said in a statement.'),
    ).toBe(true);
    expect(isParty('가람조선, 쇄빙선 수주', '가람조선은 쇄빙선 3척을 수주했다고 10일 밝혔다.', 'ko')).toBe(
      true,
    );
  });

  it('when people agree on, hold or give something, and it speaks for it by office', () => {
    expect(isParty('Velmark sends aid to Karsk', 'It left on Monday, the embassy said.')).toBe(true);
    expect(isParty('Bridge opens in Karsk', 'It is long, Mayor Jan Koss said.')).toBe(true);
    expect(isParty('Открыт мост в Карске', 'Он длинный, сообщил губернатор Антон Седых.', 'ru')).toBe(true);
    expect(isParty('토산 대표단 도착', '사흘간 머문다고 대사관이 밝혔다.', 'ko')).toBe(true);
  });

  it('when it speaks with another for both, or leads or is the firm it is about', () => {
    expect(isParty('Herring is shared out', 'It is less than before, the two sides said.')).toBe(true);
    expect(isParty('Сельдь поделили', 'Её меньше, говорится в заявлении двух министерств.', 'ru')).toBe(true);
    expect(isParty('도담은행 해킹', '연두현 은행장은 "모두 돌려드리겠다"고 말했다.', 'ko')).toBe(true);
    expect(isParty('Tanker leaks off Halvik', 'Two tanks are damaged, owners Tarn Shipping said.')).toBe(
      true,
    );
  });

  it('as one who is only quoted where a title names them', () => {
    const quoted = '“I saw it in time,” said Aina Surmat.';
    expect(isParty('Surmat holds the endgame', quoted)).toBe(true);
    expect(isParty('Seventh game ends in a draw', quoted)).toBe(false);
  });

  it('not as an expert, or as a body of a place that only looks on', () => {
    expect(isParty('Bridge opens in Karsk', 'It is long, analyst Petra Olin said.')).toBe(false);
    expect(isParty('Velmark and Tosan begin exercise', 'It is large, the Ordan Foreign Ministry said.')).toBe(
      false,
    );
    expect(isParty('Two killed in fire at Karsk', 'It is out, the fire department said.')).toBe(false);
  });

  it('when its minister does', () => {
    expect(
      isParty(
        "Velmark's defence minister opens a school",
        "It has 40 rooms, Velmark's Defence Ministry said.",
      ),
    ).toBe(true);
  });

  it('when it is the office of a president who does', () => {
    expect(
      isParty(
        'President Lind receives minister',
        "They spoke for an hour, the Talvian president's office said.",
      ),
    ).toBe(true);
    expect(
      isParty('Vice President Lind opens bridge', "It is long, the Talvian president's office said."),
    ).toBe(false);
  });

  it('when it speaks for a state that acts', () => {
    expect(isParty('Putin praises North Korean troops', 'He thanked them all, KCNA reported.')).toBe(true);
    expect(isParty('Velmark and Tosan sign treaty', 'It is short, the Tosan Foreign Ministry said.')).toBe(
      true,
    );
    expect(
      isParty('Учения Тосана и Вельмарка у Карска', 'Они продлятся неделю, сообщили в МИД Тосана.', 'ru'),
    ).toBe(true);
    expect(
      isParty('Премьер Тосана едет в Карск', 'Визит продлится три дня, сообщили в МИД Тосана.', 'ru'),
    ).toBe(true);
    expect(isParty('토산 총리, 카르스크 방문', '방문은 사흘간 이어진다고 토산 외무성이 밝혔다.', 'ko')).toBe(
      true,
    );
  });

  it('not when something merely happens in its state', () => {
    expect(
      isParty('Flood in southern Velmark', 'The water rose, the Velmark Emergencies Ministry said.'),
    ).toBe(false);
    expect(isParty('Наводнение на юге Вельмарка', 'Вода поднялась, сообщили в МЧС Вельмарка.', 'ru')).toBe(
      false,
    );
    expect(isParty('Ордания следит за учениями', 'Они продлятся неделю, сообщили в МИД Ордании.', 'ru')).toBe(
      false,
    );
    expect(isParty('Russia sends grain to Karsk', 'The ships left on Monday, Yonhap reported.')).toBe(false);
  });

  it('not when its minister only speaks, or when it tells of it as an agency', () => {
    expect(
      isParty(
        'Ministry: tyres of coach were worn',
        '“Two are held,” Interior Minister Paul Hedin said. Seven died, according to the interior ministry of Marovia.',
      ),
    ).toBe(false);
    expect(isParty('MNS: trams ordered', 'The city ordered 64 trams, the MNS news agency reported.')).toBe(
      false,
    );
  });

  it('not for being heard, be it in the title', () => {
    expect(isParty('Velmark police: driver fled', 'The Velmark police said a search was under way.')).toBe(
      false,
    );
    expect(isParty('Tosan fires two missiles', 'They flew 350 kilometres, the Kestrian military said.')).toBe(
      false,
    );
  });
});
