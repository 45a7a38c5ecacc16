/** The stay in hospital in a counter-referral: its days, and the weight at discharge. */
import { DateField } from '@denba/kit/fields/date-field.view';
import { NumberField } from '@denba/kit/fields/number-field.view';
import { Card } from '@denba/kit/lists/card.view';
import type { LocalDate } from '@denba/quantities/local-date';
import { t } from '../../shell/words/language.ts';
import { sayGrams } from '../note/note-words.ts';
import { lately, leftBeforeAdmitted, pastDayField } from './counter-days.ts';
import { type CounterReferralForm, gramsOf } from './counter-referral-entries.ts';

type Props = {
  readonly form: CounterReferralForm;
  readonly change: (changes: Partial<CounterReferralForm>) => void;
  readonly today: LocalDate;
};

export const CounterStay = ({ form, change, today }: Props) => {
  const grams = gramsOf(form.weight);
  return (
    <Card>
      <DateField
        label={t('referral.counter-admitted')}
        value={form.admittedOn}
        onChange={(admittedOn) => change({ admittedOn })}
        {...pastDayField(form.admittedOn, today)}
      />
      <DateField
        label={t('referral.counter-discharged')}
        value={form.dischargedOn}
        onChange={(dischargedOn) => change({ dischargedOn })}
        quick={lately(today)}
        {...pastDayField(form.dischargedOn, today)}
        {...(leftBeforeAdmitted(form) ? { error: t('referral.counter-order') } : {})}
      />
      <NumberField
        label={t('referral.counter-weight')}
        unit="g"
        decimals={3}
        value={form.weight}
        onInput={(weight) => change({ weight })}
        warning={
          grams === null || String(grams) === form.weight.trim()
            ? null
            : t('referral.counter-weight-read', { weight: sayGrams(grams) })
        }
      />
    </Card>
  );
};
