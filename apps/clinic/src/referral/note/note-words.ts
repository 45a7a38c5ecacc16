/**
 * The facts of a note in the language of the screen. Unknown facts are left out, or stated as unknown where it matters.
 */

import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { classWord } from '@denba/protocols/explain/class-words';
import { formatNumber } from '@denba/protocols/words/format-value';
import type { LocalDate } from '@denba/quantities/local-date';
import { contentLanguage, t } from '../../shell/words/language.ts';
import { sayAge, sayDay, saySex } from '../../shell/words/say.ts';
import type { NoteFacts } from './note-facts.ts';

const DAYS_PER_WEEK = 7;
const NO_BREAK = '\u00a0';

/** For example « garçon, né le 12 sept. 2026 (10 semaines) ». */
export const sayChild = ({ child, on }: NoteFacts): string =>
  [
    saySex(child.sex),
    child.birthDate === null ? t('referral.birth-unknown') : bornOn(child.birthDate, on, child.sex),
  ].join(', ');

const bornOn = (birthDate: LocalDate, on: LocalDate, sex: string | null): string => {
  const said = { day: sayDay(birthDate), age: sayAge(birthDate, on) };
  return t(sex === 'M' ? 'referral.born-on-M' : sex === 'F' ? 'referral.born-on-F' : 'referral.born-on', said);
};

/** For example « 2 150 g, 36 SA + 2, jumeau 1 sur 2 »; `null` when nothing is known about the birth. */
export const sayBirth = ({ child }: NoteFacts): string | null => {
  const { birthWeightG, gestationalAgeDays, birthCount, birthOrder } = child;
  const parts = [
    birthWeightG === null ? null : sayGrams(birthWeightG),
    gestationalAgeDays === null ? null : sayGestation(gestationalAgeDays),
    birthCount !== null && birthCount > 1
      ? t('referral.multiple', { order: birthOrder === null ? '?' : String(birthOrder), count: birthCount })
      : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
};

const sayGestation = (days: number): string => {
  const [weeks, rest] = [Math.floor(days / DAYS_PER_WEEK), days % DAYS_PER_WEEK];
  return rest === 0
    ? t('referral.gestation-weeks', { weeks: String(weeks) })
    : t('referral.gestation', { weeks: String(weeks), days: String(rest) });
};

export const sayMother = ({ mother, on }: NoteFacts): string =>
  [
    mother.name ?? t('say.no-name-mother'),
    mother.birthDate === null ? null : sayAge(mother.birthDate, on),
    mother.status === null ? null : sayMotherStatus(mother.status),
  ]
    .filter((part) => part !== null)
    .join(', ');

/** The village of the family and its telephone number. */
export const sayHome = ({ family }: NoteFacts): string =>
  [family.village, family.phone === null ? null : t('referral.phone', { phone: family.phone })]
    .filter(Boolean)
    .join(' · ');

/** For example « avec : la mère · Moto · appelé : Dr Keïta ». */
export const sayJourney = ({ journey: { accompaniedBy, transport, called, calledWhom } }: NoteFacts): string =>
  [
    accompaniedBy === null ? null : t('referral.with', { who: accompaniedBy }),
    transport === null ? null : sayTransport(transport),
    calledWhom !== null
      ? t('referral.called-who', { who: calledWhom })
      : called === true
        ? t('referral.called-done')
        : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');

export const transports = ['ambulance', 'motorbike', 'car', 'cart', 'boat', 'foot'] as const;

const sayTransport = (code: string): string => {
  const known = transports.find((one) => one === code);
  return known === undefined ? code : t(`referral.transport-${known}`);
};

const sayMotherStatus = (status: string): string => {
  switch (status) {
    case 'present':
      return t('referral.mother-present');
    case 'absent':
      return t('referral.mother-absent');
    case 'dead':
      return t('referral.mother-dead');
    case 'ill':
      return t('referral.mother-ill');
    default:
      return status;
  }
};

/** For example « 3 420 g ». */
export const sayGrams = (grams: number): string => `${grouped(grams)}${NO_BREAK}g`;

/** For example « −3,14 »; « – » when there is no z-score. */
export const sayZ = (z: number | null): string => (z === null ? '–' : formatNumber(z, contentLanguage(), 2));

export const sayDecimal = (value: number): string => formatNumber(value, contentLanguage());

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, NO_BREAK);

/** The class as shape and word. While a danger sign is unanswered: "incomplete", and the class that is certain. */
export const sayClass = ({ pair }: NoteFacts): { readonly shape: string; readonly word: string } | null => {
  if (pair.code === null) return null;
  const language = contentLanguage();
  if (pair.answered || pair.code === 'high') {
    const { shape, word } = classWord(pair.code);
    return { shape, word: word[language] };
  }
  const { shape, word } = classWord('incomplete');
  const floor = pair.code === 'moderate' || pair.code === 'indepth' ? classWord(pair.code).word[language] : null;
  return {
    shape,
    word:
      floor === null ? word[language] : t('referral.at-least', { word: word[language], floor: floor.toLowerCase() }),
  };
};

/** Places that would reveal what a mother confided; their names are not printed. */
const discreet: ReadonlySet<string> = new Set(['mental_health', 'hiv', 'protection', 'social']);

export const isDiscreet = (place: string | null): boolean => place !== null && discreet.has(place);

export const sayPlace = (place: string, { choices }: Pick<CompiledProtocol, 'choices'>): string =>
  choices['referral_to']?.[place]?.[contentLanguage()] ?? place;

/** The destination as it may be printed; empty when unknown. */
export const sayDestination = ({ to }: NoteFacts, protocol: Pick<CompiledProtocol, 'choices'>): string => {
  const place =
    to.place === null ? null : isDiscreet(to.place) ? t('referral.place-consultation') : sayPlace(to.place, protocol);
  return [to.facility, place].filter((part) => part !== null && part !== '').join(' – ');
};

export const sayAction = (action: string, { actions }: Pick<CompiledProtocol, 'actions'>): string =>
  actions.find(({ code }) => code === action)?.title[contentLanguage()] ?? action;

export const sayOedema = (code: string | null, { choices }: Pick<CompiledProtocol, 'choices'>): string | null =>
  code === null ? null : (choices['oedema']?.[code]?.[contentLanguage()] ?? code).toLowerCase();

export const sayTime = (at: string): string =>
  contentLanguage() === 'fr' ? at.replace(':', `${NO_BREAK}h${NO_BREAK}`) : at;
