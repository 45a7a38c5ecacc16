import './field-notes.css';
import { Icon } from '../icons/icon.view.tsx';

/** A line that may be absent. */
export type Line = string | null | undefined;

export type FieldNotesText = {
  readonly hint?: Line;
  /** Why it cannot stay so. */
  readonly error?: Line;
  /** What is unlikely, and may be right all the same. */
  readonly warning?: Line;
  readonly warnings?: readonly string[] | undefined;
};

/** For `aria-describedby` of the input: only the notes that are there. */
export const describedBy = (id: string, { hint, error, warning, warnings = [] }: FieldNotesText): string | undefined =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : '', warning || warnings.length > 0 ? `${id}-warning` : '']
    .filter((part) => part !== '')
    .join(' ') || undefined;

/** The lines under an input. Errors and warnings appear while she types: said politely, one at a time. */
export const FieldNotes = ({ id, error, warning, warnings = [] }: FieldNotesText & { readonly id: string }) => {
  const doubts = warning ? [warning, ...warnings] : warnings;
  return (
    <div class="k-notes" aria-live="polite">
      {error ? (
        <p class="k-notes__error" id={`${id}-error`}>
          <Icon name="close" size={1.2} />
          <span>{error}</span>
        </p>
      ) : null}
      {doubts.length > 0 ? (
        <div id={`${id}-warning`}>
          {doubts.map((doubt) => (
            <p class="k-notes__warning" key={doubt}>
              <Icon name="warning" size={1.2} />
              <span>{doubt}</span>
            </p>
          ))}
        </div>
      ) : null}
    </div>
  );
};

export const FieldHint = ({ id, hint }: { readonly id: string; readonly hint: Line }) =>
  hint ? (
    <p class="k-notes__hint" id={`${id}-hint`}>
      {hint}
    </p>
  ) : null;

/** The star of a question that must be answered; the input itself says `required` to the screen reader. */
export const RequiredMark = ({ required }: { readonly required: boolean | undefined }) =>
  required === true ? (
    <span class="k-notes__required" aria-hidden="true">
      {' *'}
    </span>
  ) : null;
