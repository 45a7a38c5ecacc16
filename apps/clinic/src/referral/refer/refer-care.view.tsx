/** The care before departure that the protocol asks for: given, with the time, or not given. */

import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { Card } from '@denba/kit/lists/card.view';
import type { Action } from '@denba/protocols/compile/compiled-protocol';
import { useId } from 'preact/hooks';
import { contentLanguage, t } from '../../shell/words/language.ts';
import type { CareGiven, ReferralForm } from './refer-entries.ts';
import { timeOfDay } from './time-of-day.ts';

type Props = {
  readonly form: ReferralForm;
  readonly change: (over: Partial<ReferralForm>) => void;
  readonly actions: readonly Action[];
  readonly wallMs: () => number;
};

export const ReferCare = ({ form, change, actions, wallMs }: Props) => {
  if (form.care.length === 0) return null;
  const set = (action: string, over: Partial<CareGiven>): void =>
    change({ care: form.care.map((one) => (one.action === action ? { ...one, ...over } : one)) });
  return (
    <Card title={t('referral.care')}>
      {form.care.map((one) => (
        <CareItem
          key={one.action}
          care={one}
          action={actions.find(({ code }) => code === one.action) ?? null}
          onGiven={(given) => set(one.action, { given, at: given ? (one.at ?? timeOfDay(wallMs())) : null })}
          onTime={(at) => set(one.action, { at })}
        />
      ))}
    </Card>
  );
};

type ItemProps = {
  readonly care: CareGiven;
  readonly action: Action | null;
  readonly onGiven: (given: boolean) => void;
  readonly onTime: (at: string | null) => void;
};

const CareItem = ({ care, action, onGiven, onTime }: ItemProps) => {
  const id = useId();
  const language = contentLanguage();
  return (
    <div class="refer__care">
      <ChoiceGroup
        label={action?.title[language] ?? care.action}
        hint={action?.text[language]}
        columns={2}
        options={[
          { value: 'yes', label: t('referral.given') },
          { value: 'no', label: t('referral.not-given-choice') },
        ]}
        value={care.given === null ? null : care.given ? 'yes' : 'no'}
        onChange={(given) => onGiven(given === 'yes')}
      />
      {care.given === true ? (
        <p class="refer__time">
          <label for={id}>{t('referral.given-at')}</label>
          <input
            id={id}
            class="k-input"
            type="time"
            value={care.at ?? ''}
            onInput={(event) => onTime(event.currentTarget.value === '' ? null : event.currentTarget.value)}
          />
        </p>
      ) : null}
    </div>
  );
};
