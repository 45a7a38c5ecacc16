/**
 * A script, started by `clinic.bench.ts`, that measures the clinic and writes the figures to the file that it is given.
 */
import { writeFileSync } from 'node:fs';
import { localDate } from '@denba/quantities/local-date';
import { START_OF_DAY } from '../../apps/clinic/test/phone.ts';
import { clinicData } from './clinic-entries.ts';
import { clinicFigures } from './clinic-figures.ts';
import { measure, SIZE } from './clinic-measure.ts';

const TODAY = localDate(START_OF_DAY.slice(0, 10));

const [, , result] = process.argv;
const data = clinicData('clinic', TODAY, SIZE);
const measured = await measure(data);
if (process.env['RAW'] !== undefined) writeFileSync(process.env['RAW'], JSON.stringify(measured));
const figures = clinicFigures(measured, data);
if (result === undefined) console.log(figures);
else writeFileSync(result, JSON.stringify(figures));
