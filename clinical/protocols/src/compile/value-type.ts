/** The types that a sheet can declare for a value. */
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

/** The types that an input can have; values of other types are made by expressions only. */
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
