/** Chooses one of many options with the phone's own select list, where chips would fill the screen. */
import { useId } from 'preact/hooks';

type Props = {
  readonly label: string;
  /** The text shown when nothing is chosen. */
  readonly any: string;
  readonly values: readonly string[];
  readonly chosen: string | null;
  readonly word: (value: string) => string;
  readonly onChoose: (value: string | null) => void;
};

export const Choose = ({ label, any, values, chosen, word, onChoose }: Props) => {
  const id = useId();
  if (values.length === 0) return null;
  return (
    <div class="choose">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="k-input"
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      >
        <option value="">{any}</option>
        {values.map((value) => (
          <option key={value} value={value} selected={value === chosen}>
            {word(value)}
          </option>
        ))}
      </select>
    </div>
  );
};
