/**
 * Loads a chart's standard with its table when the chart is first drawn. Each is an import of its own, so that the
 * first download stays small.
 */
import type { Sex } from '@denba/growth/sex';
import type { ChartStandard, GrowthChartId } from './chart-standard.ts';

export const loadChartStandard = async (chart: GrowthChartId, sex: Sex): Promise<ChartStandard> => {
  switch (chart) {
    case 'weight-for-age':
      return (await import('./standards/weight-for-age.ts')).chartStandard(sex);
    case 'length-for-age':
      return (await import('./standards/length-for-age.ts')).chartStandard(sex);
    case 'weight-for-length':
      return (await import('./standards/weight-for-length.ts')).chartStandard(sex);
    case 'head-for-age':
      return (await import('./standards/head-for-age.ts')).chartStandard(sex);
    case 'muac-for-age':
      return (await import('./standards/muac-for-age.ts')).chartStandard(sex);
    case 'preterm-weight':
    case 'preterm-length':
    case 'preterm-head':
      return (await import('./standards/preterm-growth.ts')).pretermStandard(chart, sex);
    case 'birth-weight':
      return (await import('./standards/birth-weight.ts')).chartStandard(sex);
    case 'birth-length':
      return (await import('./standards/birth-length.ts')).chartStandard(sex);
    case 'birth-head':
      return (await import('./standards/birth-head.ts')).chartStandard(sex);
  }
};
