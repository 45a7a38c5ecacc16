/** The types that a sheet may give a value. */
import type { DataElementType } from '@denba/questionnaires/data-element';

export const valueTypes = [
  'number',
  'integer',
  'boolean',
  'code',
  'codes',
  'date',
  'text',
  'list',
  'context',
  'duration',
] as const;

export type ValueType = (typeof valueTypes)[number];

/** What an input can be: the rest is made by expressions. */
export const elementTypes: readonly DataElementType[] = [
  'number',
  'integer',
  'boolean',
  'code',
  'codes',
  'date',
  'text',
  'list',
];

export const parameterTypes: readonly ValueType[] = ['number', 'integer', 'boolean', 'code'];

export const isNumeric = (type: ValueType): boolean => type === 'number' || type === 'integer';

export const isCoded = (type: ValueType): boolean => type === 'code' || type === 'codes';
