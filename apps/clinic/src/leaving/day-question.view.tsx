/**
 * A field for the day of an event: not before birth and not after today. Where the phone's clock is in doubt, a later
 * day is only questioned, because it may be right.
 */
import { DateField } from '@denba/kit/fields/date-field.view';
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import { dateWords } from '../shell/form/date-words.ts';
import { dayAfterToday } from '../shell/form/day-after-today.ts';
import { contentLanguage, t } from '../shell/words/language.ts';

type Props = {
  readonly label: string;
  readonly value: LocalDate | null;
  readonly today: LocalDate;
  readonly notBefore?: LocalDate | null;
  readonly onChange: (day: LocalDate | null) => void;
};

/** What prevents the day from being saved; null when nothing does. */
export const dayProblem = (
  day: LocalDate | null,
  today: LocalDate,
  notBefore: LocalDate | null = null,
): 'future' | 'before-birth' | null => {
  if (day === null) return null;
  if (dayAfterToday(day, today) === 'refused') return 'future';
  return notBefore !== null && day < notBefore ? 'before-birth' : null;
};

export const DayQuestion = ({ label, value, today, notBefore = null, onChange }: Props) => {
  const problem = dayProblem(value, today, notBefore);
  const questioned = dayAfterToday(value, today) === 'questioned';
  return (
    <DateField
      {...dateWords(contentLanguage())}
      label={label}
      value={value}
      onChange={onChange}
      defaultYear={Number(today.slice(0, 4))}
      error={problem === null ? null : t(`leaving.${problem}`)}
      warning={questioned ? t('shell.day-after-phone') : null}
      quick={[
        { label: t('leaving.today'), value: today },
        { label: t('leaving.yesterday'), value: addDays(today, -1) },
      ]}
    />
  );
};
