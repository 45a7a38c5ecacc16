/**
 * Deaths: of an infant, recorded at once or days later, and sometimes of the mother. After an infant's death nobody is
 * expected.
 */
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import { personId } from '@denba/records/ids';
import { grandmotherOf, type Person } from './district-people.ts';
import { type DistrictInfant, type FamilyMeans, note, noteAtHospital } from './family-means.ts';

export const die = (
  means: FamilyMeans,
  infant: DistrictInfant,
  on: LocalDate,
  where: 'home' | 'inpatient' | 'facility',
): void => {
  if (infant.gone) return;
  infant.gone = true;
  infant.inCare = false;
  const answers = { death_place: where, death_date_precision: 'exact' };
  if (where === 'inpatient') noteAtHospital(means, 'death', { subject: infant.id, on, answers });
  else note(means, 'death', { subject: infant.id, on, answers, late: where === 'home' ? means.random.whole(12) : 0 });
};

/** The mother dies; from then on a grandmother feeds the infants by cup. */
export const motherDies = (
  means: FamilyMeans,
  infants: readonly DistrictInfant[],
  on: LocalDate,
  woman: Person,
): void => {
  const { story, random, mother, condition } = means;
  condition.motherDead = true;
  condition.lowMood = false;
  note(means, 'death', { subject: mother, on, answers: { death_place: 'facility', death_date_precision: 'exact' } });
  const caregiver = personId(`${story.id}-caregiver`);
  const grandmother = grandmotherOf(random, woman);
  for (const infant of infants) {
    if (infant.gone) continue;
    const answers = { caregiver, ...grandmother, change_reason: 'mother_dead' };
    note(means, 'caregiver-change', { subject: infant.id, on: addDays(on, 1), answers });
  }
};
