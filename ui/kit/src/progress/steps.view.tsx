import './steps.css';

export type StepsProps = {
  /** Counts from 1. */
  readonly current: number;
  readonly total: number;
  /** « Section 2 sur 6 : Alimentation ». */
  readonly label: string;
};

/** The progress within a form, as words and as segments. */
export const Steps = ({ current, total, label }: StepsProps) => (
  <div class="k-steps">
    <p class="k-steps__label">{label}</p>
    <div class="k-steps__segments" aria-hidden="true">
      {Array.from({ length: total }, (_, index) => index + 1).map((step) => (
        <span key={step} class={step < current ? 'k-steps__done' : step === current ? 'k-steps__here' : undefined} />
      ))}
    </div>
  </div>
);
