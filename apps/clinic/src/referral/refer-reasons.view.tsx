/** What the note will say: the sentences of the visit, each of which she may leave out, and her own. */
import { Card } from '@denba/kit/card.view';
import { ChoicesGroup } from '@denba/kit/choices-group.view';
import { TextField } from '@denba/kit/text-field.view';
import { t } from '../shell/language.ts';
import type { ReferralForm } from './refer-entries.ts';

type Props = {
  readonly form: ReferralForm;
  /** All that the visit found: what she unticked can be ticked again. */
  readonly proposed: ReferralForm;
  readonly change: (over: Partial<ReferralForm>) => void;
};

export const ReferReasons = ({ form, proposed, change }: Props) => {
  const all = [...proposed.dangerSigns, ...proposed.reasons];
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
              dangerSigns: proposed.dangerSigns.filter((text) => kept.includes(text)),
              reasons: proposed.reasons.filter((text) => kept.includes(text)),
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
