import { newbornLength } from '@denba/growth/intergrowth/length-for-gestation';
import type { Sex } from '@denba/growth/sex';
import type { ChartStandard } from '../chart-standard.ts';
import { birthStandard } from './birth-size.ts';

export const chartStandard = (sex: Sex): ChartStandard => birthStandard('birth-length', newbornLength, sex);
