/**
 * When the family does not go: why, what was agreed instead, and the day of the next visit. The words must not blame.
 */

import { ChoicesGroup } from '@denba/kit/choices/choices-group.view';
import { DateField } from '@denba/kit/fields/date-field.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Card } from '@denba/kit/lists/card.view';
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import { dateWords } from '../../shell/form/date-words.ts';
import { contentLanguage, t } from '../../shell/words/language.ts';
import type { ReferralForm } from './refer-entries.ts';

type Props = {
  readonly form: ReferralForm;
  readonly change: (over: Partial<ReferralForm>) => void;
  readonly today: LocalDate;
};

const reasons = ['distance', 'cost', 'family_decision', 'fear', 'feels_well', 'other'] as const;

export const ReferRefusal = ({ form, change, today }: Props) => (
  <Card>
    <p>{t('referral.refusal-text')}</p>
    <ChoicesGroup
      label={t('referral.refusal-why')}
      columns={2}
      options={reasons.map((value) => ({ value, label: t(`referral.refusal-${value}`) }))}
      values={form.refusalReasons}
      onChange={(refusalReasons) => change({ refusalReasons })}
    />
    <TextField
      label={t('referral.agreed-instead')}
      hint={t('referral.agreed-instead-hint')}
      value={form.agreedInstead}
      onInput={(agreedInstead) => change({ agreedInstead })}
      multiline
    />
    <DateField
      {...dateWords(contentLanguage())}
      label={t('referral.agreed-day')}
      value={form.nextDue}
      onChange={(nextDue) => change({ nextDue })}
      defaultYear={Number(today.slice(0, 4))}
      quick={[
        { label: t('referral.tomorrow'), value: addDays(today, 1) },
        { label: t('referral.in-two-days'), value: addDays(today, 2) },
      ]}
    />
  </Card>
);
