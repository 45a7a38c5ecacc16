/** How they travel, who goes along, and whether the hospital was told. */

import { ChipRow } from '@denba/kit/buttons/chip-row.view';
import { YesNo } from '@denba/kit/choices/yes-no.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Card } from '@denba/kit/lists/card.view';
import { t } from '../../shell/words/language.ts';
import { transports } from '../note/note-words.ts';
import type { ReferralForm } from './refer-entries.ts';

type Props = { readonly form: ReferralForm; readonly change: (over: Partial<ReferralForm>) => void };

const companions = ['mother', 'father', 'grandmother', 'chw'] as const;

export const ReferJourney = ({ form, change }: Props) => (
  <Card title={t('referral.journey')}>
    <TextField
      label={t('referral.accompanied-by')}
      value={form.accompaniedBy}
      onInput={(accompaniedBy) => change({ accompaniedBy })}
      suggestions={companions.map((one) => t(`referral.companion-${one}`))}
    />
    <div>
      <p class="refer__question">{t('referral.transport')}</p>
      <ChipRow
        label={t('referral.transport')}
        chips={transports.map((value) => ({
          value,
          label: t(`referral.transport-${value}`),
          pressed: form.transport === value,
        }))}
        onPress={(value) => change({ transport: form.transport === value ? null : value })}
      />
    </div>
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
