/** The day on which something happened: not in the future, not before birth. */
import { DateField } from '@denba/kit/fields/date-field.view';
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import { dateWords } from '../shell/form/date-words.ts';
import { contentLanguage, t } from '../shell/words/language.ts';

type Props = {
  readonly label: string;
  readonly value: LocalDate | null;
  readonly today: LocalDate;
  readonly notBefore?: LocalDate | null;
  readonly onChange: (day: LocalDate | null) => void;
};

export const dayProblem = (
  day: LocalDate | null,
  today: LocalDate,
  notBefore: LocalDate | null = null,
): 'future' | 'before-birth' | null => {
  if (day === null) return null;
  if (day > today) return 'future';
  return notBefore !== null && day < notBefore ? 'before-birth' : null;
};

export const DayQuestion = ({ label, value, today, notBefore = null, onChange }: Props) => {
  const problem = dayProblem(value, today, notBefore);
  return (
    <DateField
      {...dateWords(contentLanguage())}
      label={label}
      value={value}
      onChange={onChange}
      defaultYear={Number(today.slice(0, 4))}
      error={problem === null ? null : t(`leaving.${problem}`)}
      quick={[
        { label: t('leaving.today'), value: today },
        { label: t('leaving.yesterday'), value: addDays(today, -1) },
      ]}
    />
  );
};
