/** Families before enrolment: screened, declined, or registered twice. */
import type { JsonObject } from '@denba/records/canonical-json';
import type { DayOffset } from './demonstration-draft.ts';
import { type DemonstrationFamily, demonstrationFamily, registered } from './demonstration-family.ts';
import { fine, small, smallAtTerm, type Teller, type ToldFamily } from './demonstration-told.ts';
import { assessed, screened } from './demonstration-visits.ts';

/** Screened at risk; the full assessment is still to be done. */
export const positiveScreen =
  (day: DayOffset, ageDays: number, answers: JsonObject): Teller =>
  (random, number) => {
    const family = demonstrationFamily(random, number, { bornOn: -ageDays, seenOn: [day], accept: small });
    return {
      family,
      situations: ['positiveScreen'],
      drafts: [registered(family, day), ...screened(family, day, 'positive', answers)],
    };
  };

export const negativeScreen =
  (day: DayOffset, ageDays: number): Teller =>
  (random, number) => {
    const family = demonstrationFamily(random, number, { bornOn: -ageDays, seenOn: [day], accept: fine });
    return {
      family,
      situations: ['negativeScreen'],
      drafts: [registered(family, day), ...screened(family, day, 'negative', { weight_g: weightOf(family, day) })],
    };
  };

const weightOf = (family: DemonstrationFamily, day: DayOffset): number =>
  Math.round((family.infants[0]?.sizeOn(day).weightKg ?? 0) * 100) * 10;

/** At risk, but the family does not want follow-up for now. */
export const declined =
  (day: DayOffset, ageDays: number): Teller =>
  (random, number) => {
    const family = demonstrationFamily(random, number, { bornOn: -ageDays, seenOn: [day], accept: smallAtTerm });
    return {
      family,
      situations: ['declined'],
      drafts: [
        registered(family, day),
        ...family.infants.map((child) =>
          assessed(family, child, day, {
            answers: { consent: false, enrolment_decision: 'declined', entry_type: 'new' },
          }),
        ),
      ],
    };
  };

/** Registered a second time, with another spelling, when the infant was screened. */
export const duplicateOf =
  (original: ToldFamily, day: DayOffset): Teller =>
  (random, number) => {
    const { family: first } = original;
    const family = demonstrationFamily(random, number, {
      bornOn: first.bornOn,
      seenOn: [day],
      accept: small,
      motherAge: first.motherAge,
    });
    const again: DemonstrationFamily = {
      ...family,
      motherName: spelledOtherwise(first.motherName),
      contact: first.contact,
      infants: family.infants.map((infant) => ({
        ...infant,
        name: first.infants[0]?.name ?? infant.name,
        birth: first.infants[0]?.birth ?? infant.birth,
      })),
    };
    return {
      family: again,
      situations: ['duplicate', 'positiveScreen'],
      drafts: [registered(again, day), ...screened(again, day, 'positive', { sc3: true, contact_point: 'community' })],
    };
  };

/** The name as another worker would spell it. */
const spelledOtherwise = (name: string): string =>
  name
    .replace(/ou/g, 'u')
    .replace(/Dj/g, 'J')
    .replace(/[éèïîô]/g, (letter) => ({ é: 'e', è: 'e', ï: 'i', î: 'i', ô: 'o' })[letter] ?? letter)
    .replace(/ia/g, 'iya');
