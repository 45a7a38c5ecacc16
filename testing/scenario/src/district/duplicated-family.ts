/**
 * A family that another worker registered a second time under another spelling of its name; found later, and merged.
 * Most families have no duplicate (`[]`).
 */
import { addDays, fromDayNumber, type LocalDate } from '@denba/quantities/local-date';
import { formKey } from '@denba/records/form-definition';
import { forms } from '@denba/records/form-registry';
import { entryId, facilityId, familyId, personId } from '@denba/records/ids';
import type { Random } from '../random.ts';
import { respelt } from '../respell.ts';
import type { DistrictCentre } from './district-centre.ts';
import { HOSPITAL } from './district-places.ts';
import type { Note } from './family-story.ts';

const MARK = ' (simulée)';
const MS_PER_DAY = 86_400_000;

export const duplicated = (
  random: Random,
  centre: DistrictCentre,
  told: readonly Note[],
  lastDay: LocalDate,
): readonly Note[] => {
  const registration = told.find(({ form }) => form === formKey(forms['register-family']));
  const sent = told.some(({ facility, form }) => facility === facilityId(HOSPITAL) || form.startsWith('transfer@'));
  if (registration === undefined || sent || !random.chance(0.012)) return [];
  const again = familyId(`${registration.family}-bis`);
  const at = (days: number) => {
    const ms = registration.ms + days * MS_PER_DAY + random.whole(3_600_000);
    return { ms, occurredOn: fromDayNumber(Math.floor(ms / MS_PER_DAY)) };
  };
  const [second, merged] = [at(20 + random.whole(60)), at(90 + random.whole(40))];
  const name = String(registration.answers['mother_name']).replace(MARK, '');
  const { author } = random.pick(centre.workers);
  const notes: readonly Note[] = [
    {
      ...{ ...registration, ...second, author, id: entryId(`${again}-1`), family: again },
      answers: {
        ...registration.answers,
        mother: personId(`${again}-mother`),
        mother_name: `${respelt(random, name)}${MARK}`,
        card_code: null,
      },
    },
    {
      ...{ ...registration, ...merged, author, id: entryId(`${again}-2`), form: formKey(forms['merge-duplicates']) },
      answers: { merge: 'family', keep: registration.family, duplicate: again, reason: 'Inscrite deux fois (simulé).' },
    },
  ];
  const whole = notes.map((note) => ({
    ...note,
    answers: Object.fromEntries(Object.entries(note.answers).filter(([, value]) => value !== null)),
  }));
  return whole.filter(({ occurredOn }) => addDays(occurredOn, 1) <= lastDay);
};
