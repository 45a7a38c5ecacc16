/**
 * The day on which something happened: not before birth, and not after today. Where the clock of the phone is in doubt a
 * later day is only questioned: it may be the right one.
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

/** What keeps the day from being saved. */
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
