import './chip-row.css';

export type Chip = { readonly value: string; readonly label: string; readonly pressed?: boolean | undefined };

export type ChipRowProps = {
  readonly chips: readonly Chip[];
  /** What the chips are for; read by screen readers only. */
  readonly label: string;
  readonly onPress: (value: string) => void;
};

/** A row of small buttons that each give an answer in one tap. `pressed` is for chips that filter. */
export const ChipRow = ({ chips, label, onPress }: ChipRowProps) =>
  chips.length === 0 ? null : (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced inside the field's own.
    <div class="k-chips" role="group" aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          class="k-chip"
          aria-pressed={chip.pressed}
          onClick={() => onPress(chip.value)}
        >
          {chip.label}
        </button>
      ))}
    </div>
  );
