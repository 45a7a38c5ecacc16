/** Asks who now cares for the children of a person who died. The answer may be that nobody is named yet. */

import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Card } from '@denba/kit/lists/card.view';
import { t } from '../shell/words/language.ts';
import { type NewCaregiver, relations } from './death-entries.ts';

type Props = {
  readonly names: string;
  readonly value: NewCaregiver | null;
  readonly onChange: (caregiver: NewCaregiver | null) => void;
};

const nobody: NewCaregiver = { name: '', relation: null, phone: '' };

export const CaregiverQuestion = ({ names, value, onChange }: Props) => {
  const now = value ?? nobody;
  return (
    <Card title={t('leaving.caregiver', { names })}>
      <p>{t('leaving.caregiver-text')}</p>
      <ChoiceGroup
        label={t('leaving.caregiver-relation')}
        columns={2}
        options={relations.map((relation) => ({ value: relation, label: t(`leaving.relation-${relation}`) }))}
        value={now.relation}
        onChange={(relation) => onChange({ ...now, relation })}
        onClear={() => onChange(null)}
        clearLabel={t('leaving.caregiver-unknown')}
      />
      <TextField
        label={t('leaving.caregiver-name')}
        value={now.name}
        onInput={(name) => onChange({ ...now, name })}
        capitalize
      />
      <TextField
        label={t('leaving.caregiver-phone')}
        type="tel"
        value={now.phone}
        onInput={(phone) => onChange({ ...now, phone })}
      />
    </Card>
  );
};
