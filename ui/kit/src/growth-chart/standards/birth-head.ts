import { newbornHead } from '@denba/growth/intergrowth/head-circumference-for-gestation';
import type { Sex } from '@denba/growth/sex';
import type { ChartStandard } from '../chart-standard.ts';
import { birthStandard } from './birth-size.ts';

export const chartStandard = (sex: Sex): ChartStandard => birthStandard('birth-head', newbornHead, sex);
