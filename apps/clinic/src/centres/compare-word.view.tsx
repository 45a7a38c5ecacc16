/** Whether two people said the same word: what is believed of a code stands on it. */
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
  /** Something that was known has changed: then a word that could not be compared is not enough. */
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

/** What may go on with this answer. */
export const isBelieved = (value: Compared | null): boolean => value === 'same' || value === 'later';
