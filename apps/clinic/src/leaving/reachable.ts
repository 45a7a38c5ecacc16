/** The people of a family who can be called, the mother first, each number once. People who died are left out. */
import type { PersonId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';

export type Reachable = {
  readonly role: 'mother' | 'caregiver' | 'father';
  readonly name: string | null;
  readonly phone: string;
};

export const reachable = (timeline: Timeline, child: PersonId): readonly Reachable[] => {
  const { contact, persons, children } = timeline;
  const told = children.find(({ id }) => id === child);
  const mother = persons.find(({ id }) => id === told?.mother) ?? persons.find(({ roles }) => roles.includes('mother'));
  const caregiver = persons.find(({ id }) => id === told?.caregiver);
  const motherLives = mother !== undefined && mother.died === null;
  const all: readonly (Omit<Reachable, 'phone'> & { readonly phone: string | null })[] = [
    {
      role: 'mother',
      name: motherLives ? mother.name : null,
      phone: motherLives ? (mother.phone ?? contact.phone) : null,
    },
    { role: 'caregiver', name: caregiver?.name ?? null, phone: caregiver?.died === null ? caregiver.phone : null },
    { role: 'father', name: contact.fatherName, phone: contact.fatherPhone },
    // After the mother's death, the family's number reaches whoever has the phone now.
    { role: 'caregiver', name: null, phone: motherLives ? null : contact.phone },
  ];
  const seen = new Set<string>();
  return all.flatMap(({ phone, ...who }) => {
    const digits = phone?.replace(/\D/g, '') ?? '';
    if (phone === null || digits === '' || seen.has(digits)) return [];
    seen.add(digits);
    return [{ ...who, phone }];
  });
};
