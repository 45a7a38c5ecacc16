import type { Sex } from '@denba/growth/sex';
import { useEffect, useState } from 'preact/hooks';
import type { ChartStandard, GrowthChartId } from './chart-standard.ts';
import { loadChartStandard } from './load-chart-standard.ts';

export type ChartStandardState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly standard: ChartStandard }
  | { readonly kind: 'failed' };

/** The standard of a chart, or the state of its loading. */
export const useChartStandard = (chart: GrowthChartId, sex: Sex): ChartStandardState => {
  const key = `${chart} ${sex}`;
  const [held, setHeld] = useState<{ readonly key: string; readonly state: ChartStandardState } | null>(null);
  useEffect(() => {
    let wanted = true;
    const put = (state: ChartStandardState): void => {
      if (wanted) setHeld({ key, state });
    };
    loadChartStandard(chart, sex).then(
      (standard) => put({ kind: 'ready', standard }),
      () => put({ kind: 'failed' }),
    );
    return () => {
      wanted = false;
    };
  }, [key, chart, sex]);
  return held?.key === key ? held.state : { kind: 'loading' };
};
