/** The reasons on the note: the sentences of the visit, each of which the worker may leave out, and her own words. */

import { ChoicesGroup } from '@denba/kit/choices/choices-group.view';
import { TextField } from '@denba/kit/fields/text-field.view';
import { Card } from '@denba/kit/lists/card.view';
import { t } from '../../shell/words/language.ts';
import type { ReferralForm } from './refer-entries.ts';
import type { ReferralProposal } from './referral-proposal.ts';

type Props = {
  readonly form: ReferralForm;
  readonly offered: ReferralProposal['offered'];
  readonly change: (over: Partial<ReferralForm>) => void;
};

export const ReferReasons = ({ form, offered, change }: Props) => {
  const all = [...offered.dangerSigns, ...offered.reasons];
  const chosen = [...form.dangerSigns, ...form.reasons];
  return (
    <Card>
      {all.length === 0 ? (
        <p>{t('referral.reasons-none')}</p>
      ) : (
        <ChoicesGroup
          label={t('referral.reasons')}
          hint={t('referral.reasons-hint')}
          options={all.map((text) => ({ value: text, label: text }))}
          values={chosen}
          onChange={(kept) =>
            change({
              dangerSigns: offered.dangerSigns.filter((text) => kept.includes(text)),
              reasons: offered.reasons.filter((text) => kept.includes(text)),
            })
          }
        />
      )}
      <TextField
        label={t('referral.other-reason')}
        value={form.otherReason}
        onInput={(otherReason) => change({ otherReason })}
        multiline
      />
    </Card>
  );
};
