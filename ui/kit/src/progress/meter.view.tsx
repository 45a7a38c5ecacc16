import './meter.css';

export type MeterProps = {
  readonly value: number;
  readonly max: number;
  /** Says the value too: « 120 Mo sur 500 Mo ». */
  readonly label: string;
  /** `warning` and `danger` are told by the label; the colour follows. */
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
