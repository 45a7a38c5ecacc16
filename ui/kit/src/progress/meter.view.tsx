import './meter.css';

export type MeterProps = {
  readonly value: number;
  readonly max: number;
  /** The label, which must also state the value: « 120 Mo sur 500 Mo ». */
  readonly label: string;
  /** Sets the colour only: the label itself must say `warning` and `danger` in words. */
  readonly tone?: 'calm' | 'warning' | 'danger' | undefined;
};

export const Meter = ({ value, max, label, tone = 'calm' }: MeterProps) => (
  <div class="k-meter">
    <p class="k-meter__label" aria-hidden="true">
      {label}
    </p>
    {/* biome-ignore lint/a11y/useSemanticElements: the native meter cannot be drawn in the theme's colours. */}
    <div
      class="k-meter__track"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={label}
    >
      <div
        class={`k-meter__bar k-meter__bar--${tone}`}
        style={{ inlineSize: `${Math.min(100, max > 0 ? (value / max) * 100 : 0)}%` }}
      />
    </div>
  </div>
);
