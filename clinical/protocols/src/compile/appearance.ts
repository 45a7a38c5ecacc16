/** How a screen shows a row of a form: the columns `picture` and `widget`. */
import type { Appearance } from '@denba/questionnaires/form';
import { cell, type Row } from '../read/sheet.ts';

export const appearance = (row: Row): Appearance => ({
  picture: cell(row, 'picture') || null,
  widget: cell(row, 'widget') || null,
});
