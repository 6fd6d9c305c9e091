import type { SourceKind } from '../../domain/source.ts';

/**
 * What sorts of bodies there are, whatever the language: Defence Ministry, министерство обороны, Минобороны and 국방부 are all
 * `ministry` and `defence`. The words for them stand in a file a language.
 */

/** What a body of a role is. Roles that stand for a field (defence, health) are none of these. */
export const ROLE_KINDS: Readonly<Record<string, SourceKind>> = {
  ministry: 'government',
  department: 'government',
  government: 'government',
  parliament: 'government',
  court: 'government',
  police: 'government',
  prosecutors: 'government',
  fire: 'government',
  rescue: 'government',
  customs: 'government',
  coastguard: 'government',
  navy: 'government',
  airforce: 'government',
  staff: 'government',
  fleet: 'government',
  military: 'government',
  embassy: 'government',
  administration: 'government',
  presidency: 'government',
  office: 'government',
  authority: 'government',
  council: 'government',
  service: 'government',
  committee: 'government',
  bureau: 'government',
  weather: 'government',
  intelligence: 'government',
  newsagency: 'agency',
  statemedia: 'state-press',
  institute: 'other',
  observatory: 'other',
  hospital: 'other',
  university: 'other',
  museum: 'other',
  company: 'other',
  airline: 'other',
  bank: 'other',
  party: 'other',
  union: 'other',
  association: 'other',
  agency: 'government',
  paper: 'press',
  station: 'broadcaster',
};
