/** The card of the mother: who she is, how to find her, and who cares for the children when she does not. */

import { Icon } from '@denba/kit/icons/icon.view';
import { Card } from '@denba/kit/lists/card.view';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Person, Timeline } from '@denba/records/timeline/timeline';
import { t } from '../shell/words/language.ts';
import { sayAge, sayDay, sayName } from '../shell/words/say.ts';

type Props = { readonly timeline: Timeline; readonly mother: Person | null; readonly today: LocalDate };

export const MotherCard = ({ timeline, mother, today }: Props) => {
  const { phone, village, cardCode, fatherName, fatherPhone, distanceMin } = timeline.contact;
  const caregivers = timeline.persons.filter(({ id, roles }) => roles.includes('caregiver') && id !== mother?.id);
  const pregnancies = timeline.pregnancies.filter(({ ended, children }) => ended === null && children.length === 0);
  return (
    <Card>
      <dl class="facts">
        {mother === null ? null : (
          <Fact icon="mother" label={t('family.mother')}>
            {sayName(mother.name, 'mother')}
            {mother.died === null
              ? mother.birthDate === null
                ? ''
                : `, ${sayAge(mother.birthDate, today)}`
              : ` – ${mother.died.dayKnown ? t('family.died-on', { day: sayDay(mother.died.on) }) : t('family.died-some-day')}`}
          </Fact>
        )}
        {phone === null ? null : (
          <Fact icon="phone" label={t('family.phone')}>
            <Call number={phone} />
          </Fact>
        )}
        {village === null ? null : (
          <Fact icon="place" label={t('family.village')}>
            {village}
            {distanceMin === null ? '' : ` (${t('family.distance', { count: distanceMin })})`}
          </Fact>
        )}
        {fatherName === null ? null : (
          <Fact icon="family" label={t('family.father')} named>
            {fatherName} {fatherPhone === null ? null : <Call number={fatherPhone} />}
          </Fact>
        )}
        {caregivers.map((person) => (
          <Fact key={person.id} icon="family" label={t('family.caregiver')} named>
            {sayName(person.name, 'caregiver')} {person.phone === null ? null : <Call number={person.phone} />}
          </Fact>
        ))}
        {cardCode === null ? null : (
          <Fact icon="list" label={t('family.card')} named>
            {cardCode}
          </Fact>
        )}
        {pregnancies.map(({ id, dueOn }) => (
          <Fact key={id} icon="heart" label={t('family.pregnancy')}>
            {dueOn === null ? t('family.pregnancy-no-date') : t('family.due-on', { day: sayDay(dueOn) })}
          </Fact>
        ))}
      </dl>
    </Card>
  );
};

type FactProps = {
  readonly icon: 'mother' | 'phone' | 'place' | 'family' | 'list' | 'heart';
  readonly label: string;
  /** The name is needed where the icon alone does not say what the fact is. */
  readonly named?: boolean;
  readonly children: preact.ComponentChildren;
};

const Fact = ({ icon, label, named = false, children }: FactProps) => (
  <div class={named ? 'facts__row facts__row--named' : 'facts__row'}>
    <dt>
      <Icon name={icon} />
      <span class={named ? 'quiet' : 'k-unseen'}>{label}</span>
    </dt>
    <dd>{children}</dd>
  </div>
);

const Call = ({ number }: { readonly number: string }) => (
  <a href={`tel:${number.replace(/[^+\d]/g, '')}`} dir="ltr" class="facts__call">
    {number}
  </a>
);
