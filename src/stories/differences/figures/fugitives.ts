import type { Passage } from '../sentences/passages.ts';

const PRISON =
  /\b(?:prison\w*|jail\w*|inmates?|convicts?|detention)\b|(?<!\p{L})(?:тюрьм|тюрем|колони[ияею]|заключ[её]нн|СИЗО)|교도소|구치소|수감자|재소자|탈옥/iu;

/** Who is still sought is what the captures have left of those who escaped. */
const LEFT =
  /\b(?:on the run|at large|still|remain(?:s|ing)?|hunt\w*)\b|(?<!\p{L})(?:в бегах|на свободе|в розыске|остаются|до сих пор)|도주 중|아직|나머지/iu;

/** People escape fires, boats catch fire and armies capture towns; what is counted is who broke out of a prison, and who was caught. */
export const isOfPrison = ({ text, account }: Passage): boolean =>
  PRISON.test(text) || PRISON.test(account.title);

/** Whether a sentence counts those who are still sought. */
export const isOfThoseLeft = ({ text }: Passage): boolean => LEFT.test(text);
