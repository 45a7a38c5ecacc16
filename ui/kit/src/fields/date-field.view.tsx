import './field.css';
import './date-field.css';
import type { LocalDate } from '@denba/quantities/local-date';
import { useId, useRef, useState } from 'preact/hooks';
import { ChipRow } from '../buttons/chip-row.view.tsx';
import { completeYear, type DateEntry, type DatePart, entryOfDate, isPartFull, readDateEntry } from './date-entry.ts';
import { describedBy, FieldHint, FieldNotes, type FieldNotesText, RequiredMark } from './field-notes.view.tsx';
import { cleanNumberEntry } from './number-entry.ts';

export type DateFieldProps = FieldNotesText & {
  readonly label: string;
  readonly hideLabel?: boolean | undefined;
  readonly value: LocalDate | null;
  /** Receives `null` while the three boxes do not form a date. */
  readonly onChange: (value: LocalDate | null) => void;
  /** Labels of the three boxes; `noSuchDay` is the error shown for 31 June. */
  readonly labels: Readonly<Record<DatePart, string>> & { readonly noSuchDay?: string | undefined };
  /** Starting with January. The date is repeated in words under the boxes, so that 5/6 and 6/5 are told apart. */
  readonly monthNames: readonly string[];
  readonly order?: readonly DatePart[] | undefined;
  /** The year that is filled in beforehand, so that it need not be typed. */
  readonly defaultYear?: number | null | undefined;
  /** Days offered as one-tap answers: today, yesterday… */
  readonly quick?: readonly { readonly label: string; readonly value: LocalDate }[] | undefined;
  readonly required?: boolean | undefined;
};

const dayMonthYear = ['day', 'month', 'year'] as const;

export const DateField = (props: DateFieldProps) => {
  const id = useId();
  const { label, hideLabel, value, onChange, labels, monthNames, order = dayMonthYear, quick = [], required } = props;
  const defaultYear = props.defaultYear ?? null;
  const [entry, setEntry] = useState<DateEntry>(() => entryOfDate(value, defaultYear));
  const told = useRef<LocalDate | null>(value);
  const inputs = useRef<Partial<Record<DatePart, HTMLInputElement | null>>>({});

  // A value that was not typed into these boxes (a quick choice, a restored draft) replaces their text.
  const outside = value !== told.current;
  const shown = outside ? entryOfDate(value, defaultYear) : entry;
  if (outside) {
    told.current = value;
    setEntry(shown);
  }
  const reading = readDateEntry(shown);

  const write = (next: DateEntry): void => {
    setEntry(next);
    const read = readDateEntry(next);
    const date = read.kind === 'date' ? read.date : null;
    if (date === told.current) return;
    told.current = date;
    onChange(date);
  };
  const neighbour = (part: DatePart, step: 1 | -1): HTMLInputElement | null => {
    const other = order[order.indexOf(part) + step];
    return other === undefined ? null : (inputs.current[other] ?? null);
  };
  const type = (part: DatePart, text: string): void => {
    write({ ...shown, [part]: text });
    const next = neighbour(part, 1);
    // The focus moves on only to an empty box, so that a year filled in beforehand is not selected and overwritten.
    if (isPartFull(part, text) && next !== null && next.value === '') next.focus();
  };
  const error =
    props.error ?? (reading.kind === 'noSuchDay' && labels.noSuchDay !== undefined ? labels.noSuchDay : undefined);
  const notes = { ...props, error };

  return (
    // biome-ignore lint/a11y/useSemanticElements: three inputs are one answer; a legend cannot hold the layout.
    <div class="k-field" role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy(id, notes)}>
      <span class={hideLabel === true ? 'k-unseen' : 'k-field__label'} id={`${id}-label`}>
        {label}
        <RequiredMark required={required} />
      </span>
      <FieldHint id={id} hint={props.hint} />
      <div class="k-date">
        {order.map((part) => (
          <label key={part} class={`k-date__part k-date__part--${part}`}>
            <span class="k-date__name">{labels[part]}</span>
            <input
              ref={(input: HTMLInputElement | null) => {
                inputs.current[part] = input;
              }}
              class="k-input k-date__input"
              type="text"
              inputMode="numeric"
              autocomplete="off"
              maxLength={part === 'year' ? 4 : 2}
              value={shown[part]}
              required={required}
              aria-invalid={error ? true : undefined}
              onFocus={(event) => event.currentTarget.select()}
              onInput={(event) => {
                const clean = cleanNumberEntry(event.currentTarget.value, 0);
                if (clean !== event.currentTarget.value) event.currentTarget.value = clean;
                type(part, clean);
              }}
              onBlur={() => {
                if (part === 'year') write({ ...shown, year: completeYear(shown.year, defaultYear) });
              }}
              onKeyDown={(event) => {
                if (event.key === 'Backspace' && event.currentTarget.value === '') neighbour(part, -1)?.focus();
              }}
            />
          </label>
        ))}
      </div>
      <p class="k-date__words" aria-live="polite">
        {reading.kind === 'date'
          ? `${Number(shown.day)} ${monthNames[Number(shown.month) - 1] ?? shown.month} ${shown.year}`
          : ''}
      </p>
      <ChipRow
        label={label}
        chips={quick.map((choice) => ({ value: choice.value, label: choice.label }))}
        onPress={(picked) => {
          const choice = quick.find((other) => other.value === picked);
          if (choice !== undefined) write(entryOfDate(choice.value, defaultYear));
        }}
      />
      <FieldNotes {...notes} id={id} />
    </div>
  );
};
