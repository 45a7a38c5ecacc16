/** The key of a chart: explains only the signs that are on it. */
import type { ChartPoint } from '@denba/kit/growth-chart/growth-chart';
import { t } from '../shell/words/language.ts';

const signs = ['plain', 'doubtful', 'corrected'] as const;

export const ChartKey = ({ drawn }: { readonly drawn: readonly ChartPoint[] }) => {
  const present = signs.filter((sign) => drawn.some(({ kind }) => kind === sign));
  // A chart with plain dots only needs no key.
  if (present.every((sign) => sign === 'plain')) return null;
  return (
    <ul class="chart-key" aria-label={t('growth.key')}>
      {present.map((sign) => (
        <li key={sign}>
          <Sign kind={sign} />
          {t(`growth.key.${sign}`)}
        </li>
      ))}
    </ul>
  );
};

const Sign = ({ kind }: { readonly kind: (typeof signs)[number] }) => (
  <svg class="chart-key__sign" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    {kind === 'corrected' ? (
      <path class="k-chart__cross" d="M5 5l10 10m0-10l-10 10" />
    ) : (
      <circle class={kind === 'plain' ? 'k-chart__point' : 'k-chart__hollow'} cx="10" cy="10" r="5" />
    )}
  </svg>
);
