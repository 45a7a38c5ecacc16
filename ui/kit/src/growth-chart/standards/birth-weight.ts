import { newbornWeight } from '@denba/growth/intergrowth/weight-for-gestation';
import type { Sex } from '@denba/growth/sex';
import type { ChartStandard } from '../chart-standard.ts';
import { birthStandard } from './birth-size.ts';

export const chartStandard = (sex: Sex): ChartStandard => birthStandard('birth-weight', newbornWeight, sex);
