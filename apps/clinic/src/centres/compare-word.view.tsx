/** Asks whether both people have the same check word, on which the trust in a code depends. */
import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { Notice } from '@denba/kit/notices/notice.view';
import type { PhoneCode } from '@denba/sync/courier/phone-code';
import { t } from '../shell/words/language.ts';
import { CheckWord } from './check-word.view.tsx';

export type Compared = 'same' | 'later' | 'other';

type Props = {
  readonly code: PhoneCode;
  readonly value: Compared | null;
  readonly onChange: (compared: Compared) => void;
  /** Something known has changed: the comparison cannot then be postponed. */
  readonly strict: boolean;
};

export const CompareWord = ({ code, value, onChange, strict }: Props) => (
  <>
    <CheckWord code={code} />
    <ChoiceGroup
      label={t('centres.compare', { centre: code.centre.name })}
      options={[
        { value: 'same' as const, label: t('centres.compare-same') },
        ...(strict ? [] : [{ value: 'later' as const, label: t('centres.compare-later') }]),
        { value: 'other' as const, label: t('centres.compare-other') },
      ]}
      value={value}
      onChange={onChange}
    />
    {value === 'other' ? <Notice kind="danger" title={t('centres.compare-stop')} /> : null}
  </>
);

/** Whether this answer allows to continue. */
export const isBelieved = (value: Compared | null): boolean => value === 'same' || value === 'later';
