import './field-notes.css';
import { Icon } from '../icons/icon.view.tsx';

/** Text of an optional line. */
export type Line = string | null | undefined;

export type FieldNotesText = {
  readonly hint?: Line;
  /** Why the value must be changed. */
  readonly error?: Line;
  /** Why the value is unlikely, although it may be right. */
  readonly warning?: Line;
  readonly warnings?: readonly string[] | undefined;
};

/** The value of `aria-describedby` for the input: the ids of the notes that exist. */
export const describedBy = (id: string, { hint, error, warning, warnings = [] }: FieldNotesText): string | undefined =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : '', warning || warnings.length > 0 ? `${id}-warning` : '']
    .filter((part) => part !== '')
    .join(' ') || undefined;

/** The error and warnings under an input. They appear while the user types, so they are announced politely. */
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

/** The star of a required question. Hidden from screen readers, because the input itself is marked `required`. */
export const RequiredMark = ({ required }: { readonly required: boolean | undefined }) =>
  required === true ? (
    <span class="k-notes__required" aria-hidden="true">
      {' *'}
    </span>
  ) : null;
