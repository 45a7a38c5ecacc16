/** Compares two records fact by fact: an equal fact is shown once, different ones side by side. */

import { Icon } from '@denba/kit/icons/icon.view';
import { Card } from '@denba/kit/lists/card.view';
import type { Timeline } from '@denba/records/timeline/timeline';
import { t } from '../../shell/words/language.ts';
import { sayAge, sayDay, sayName, saySex } from '../../shell/words/say.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { motherOf } from './merge-form.ts';

type Props = { readonly keep: Timeline; readonly other: Timeline };

export const CompareRecords = ({ keep, other }: Props) => {
  const one = useFacts(keep);
  const two = useFacts(other);
  return (
    <Card>
      <div class="compare__head" aria-hidden="true">
        <span>{t('family.merge.this')}</span>
        <span>{t('family.merge.other')}</span>
      </div>
      <dl class="compare">
        {one.map(({ name, value }, index) => {
          const that = two[index]?.value ?? '';
          if (value === '' && that === '') return null;
          const same = value === that;
          return (
            <div key={name} class="compare__fact">
              <dt>{t(`family.merge.fact-${name}`)}</dt>
              {same ? (
                <dd class="compare__same">
                  <Icon name="check" size={1.1} />
                  {value} <span class="k-unseen">({t('family.merge.same')})</span>
                </dd>
              ) : (
                <>
                  <dd>
                    <span class="k-unseen">{t('family.merge.this')} : </span>
                    {value === '' ? '–' : value}
                  </dd>
                  <dd>
                    <span class="k-unseen">{t('family.merge.other')} : </span>
                    {that === '' ? '–' : that}
                  </dd>
                </>
              )}
            </div>
          );
        })}
      </dl>
      <p class="quiet">{t('family.merge.kept-speaks')}</p>
    </Card>
  );
};

const names = ['mother', 'age', 'village', 'phone', 'card', 'father', 'children', 'seen', 'entries'] as const;
type Fact = { readonly name: (typeof names)[number]; readonly value: string };

const useFacts = (timeline: Timeline): readonly Fact[] => {
  const { today } = useWorkspace();
  const { contact, children, persons, encounters, history } = timeline;
  const mother = motherOf(timeline);
  const seen = encounters.at(-1)?.on;
  const values: Readonly<Record<Fact['name'], string>> = {
    mother: mother === null ? '' : sayName(mother.name, 'mother'),
    age: mother?.birthDate == null ? '' : sayAge(mother.birthDate, today()),
    village: contact.village ?? '',
    phone: contact.phone ?? '',
    card: contact.cardCode ?? '',
    father: contact.fatherName ?? '',
    children: children
      .map(({ id, sex, birthDate }) => {
        const name = sayName(persons.find((person) => person.id === id)?.name ?? null, 'child');
        return `${name}, ${saySex(sex)}${birthDate === null ? '' : `, ${sayDay(birthDate)}`}`;
      })
      .join(' ; '),
    seen: seen === undefined ? '' : sayDay(seen),
    entries: String(history.length),
  };
  return names.map((name) => ({ name, value: values[name] }));
};
