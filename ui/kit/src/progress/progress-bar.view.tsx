import './progress-bar.css';

export type ProgressBarProps = {
  /** From 0 to 1; `null` when the duration is unknown. */
  readonly value: number | null;
  readonly label: string;
};

export const ProgressBar = ({ value, label }: ProgressBarProps) => {
  const share = value === null ? null : Math.min(1, Math.max(0, value));
  return (
    <div class="k-progress">
      <p class="k-progress__label" aria-hidden="true">
        {label}
      </p>
      <div
        class="k-progress__track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      >
        <div
          class={share === null ? 'k-progress__bar k-progress__bar--unknown' : 'k-progress__bar'}
          style={share === null ? undefined : { inlineSize: `${share * 100}%` }}
        />
      </div>
    </div>
  );
};
