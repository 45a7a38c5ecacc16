/** Corrects the day of an entry and the child it is about, which every entry has beside its answers. */
import { ChoiceGroup } from '@denba/kit/choices/choice-group.view';
import { DateField } from '@denba/kit/fields/date-field.view';
import { keptPerson } from '@denba/records/timeline/kept-person';
import type { ReadEntry, Timeline } from '@denba/records/timeline/timeline';
import { dateWords } from '../../shell/form/date-words.ts';
import { dayAfterToday } from '../../shell/form/day-after-today.ts';
import { contentLanguage, t } from '../../shell/words/language.ts';
import { sayDay, sayName } from '../../shell/words/say.ts';
import { useWorkspace } from '../../shell/workspace.ts';
import { saySubject } from '../entry/entry-words.ts';
import { CorrectLine } from './correct-line.view.tsx';
import type { Correction } from './use-correction.ts';

type Props = { readonly read: ReadEntry; readonly correction: Correction };

export const CorrectDay = ({ read, correction }: Props) => {
  const language = contentLanguage();
  const { today } = useWorkspace();
  const { occurredOn } = correction.form;
  const questioned = dayAfterToday(occurredOn, today()) === 'questioned';
  const label = t(read.form.kind === 'birth' ? 'family.correct.birth-day' : 'family.correct.day');
  return (
    <CorrectLine
      label={label}
      value={sayDay(occurredOn)}
      before={occurredOn === read.occurredOn ? null : sayDay(read.occurredOn)}
    >
      <DateField
        label={label}
        {...dateWords(language)}
        defaultYear={Number(occurredOn.slice(0, 4))}
        value={occurredOn}
        onChange={(day) => correction.change({ occurredOn: day ?? read.occurredOn })}
        warning={questioned ? t('shell.day-after-phone') : null}
      />
    </CorrectLine>
  );
};

/**
 * Corrects which child the entry is about (the wrong twin was weighed). Shown only if there is another child, and not
 * for a birth, whose child is the one it is about.
 */
export const CorrectSubject = ({ read, timeline, correction }: Props & { readonly timeline: Timeline }) => {
  const { children, persons } = timeline;
  const [subject, before] = [correction.form.subject, read.subject].map((id) =>
    id === null ? null : keptPerson(timeline, id),
  );
  if (children.length < 2 || read.form.kind === 'birth' || !children.some(({ id }) => id === before)) return null;
  const nameOf = (id: string): string => sayName(persons.find((person) => person.id === id)?.name ?? null, 'child');
  return (
    <CorrectLine
      label={t('family.correct.child')}
      value={saySubject(timeline, { subject: subject ?? null }) ?? ''}
      before={subject === before ? null : saySubject(timeline, read)}
    >
      <ChoiceGroup
        label={t('family.correct.child')}
        options={children.map(({ id }) => ({ value: id, label: nameOf(id) }))}
        value={subject ?? null}
        onChange={(id) => correction.change({ subject: id })}
      />
    </CorrectLine>
  );
};
