/** Asks whether what the mother confided may be passed on in the code. It is never printed. */

import { YesNo } from '@denba/kit/choices/yes-no.view';
import { Card } from '@denba/kit/lists/card.view';
import { t } from '../../shell/words/language.ts';
import type { ReferralForm } from './refer-entries.ts';

type Props = { readonly form: ReferralForm; readonly change: (over: Partial<ReferralForm>) => void };

export const ReferConfided = ({ form, change }: Props) =>
  form.confided.length === 0 ? null : (
    <Card title={t('referral.confided')}>
      <p>{form.confided.map((code) => t(`referral.confided-${code}`)).join(', ')}</p>
      <YesNo
        label={t('referral.confided-text')}
        labels={{ yes: t('referral.confided-yes'), no: t('referral.confided-no') }}
        value={form.mayPassOn}
        onChange={(agrees) => change({ mayPassOn: agrees === true })}
      />
      <p class="quiet">{t('referral.confided-call')}</p>
    </Card>
  );
