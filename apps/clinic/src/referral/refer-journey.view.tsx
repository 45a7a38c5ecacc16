/** How they travel, who goes along, and whether the hospital knows. */
import { Card } from '@denba/kit/card.view';
import { ChoiceGroup } from '@denba/kit/choice-group.view';
import { TextField } from '@denba/kit/text-field.view';
import { YesNo } from '@denba/kit/yes-no.view';
import { t } from '../shell/language.ts';
import type { ReferralForm } from './refer-entries.ts';

type Props = { readonly form: ReferralForm; readonly change: (over: Partial<ReferralForm>) => void };

const transports = ['ambulance', 'motorbike', 'car', 'cart', 'boat', 'foot'] as const;
const companions = ['mother', 'father', 'grandmother', 'chw'] as const;

export const ReferJourney = ({ form, change }: Props) => (
  <Card title={t('referral.journey')}>
    <TextField
      label={t('referral.accompanied-by')}
      value={form.accompaniedBy}
      onInput={(accompaniedBy) => change({ accompaniedBy })}
      suggestions={companions.map((one) => t(`referral.companion-${one}`))}
    />
    <ChoiceGroup
      label={t('referral.transport')}
      columns={2}
      options={transports.map((value) => ({ value, label: t(`referral.transport-${value}`) }))}
      value={transports.find((one) => one === form.transport) ?? null}
      onChange={(transport) => change({ transport })}
    />
    <YesNo
      label={t('referral.called')}
      labels={{ yes: t('referral.called-yes'), no: t('referral.called-no') }}
      value={form.called}
      onChange={(called) => change({ called: called === true })}
    />
    {form.called === true ? (
      <TextField
        label={t('referral.called-whom')}
        value={form.calledWhom}
        onInput={(calledWhom) => change({ calledWhom })}
        capitalize
      />
    ) : null}
    <TextField
      label={t('referral.callback')}
      type="tel"
      value={form.callback}
      onInput={(callback) => change({ callback })}
    />
  </Card>
);
