/**
 * The columns of each sheet of a protocol folder: required ones, optional ones, and the key that identifies a row
 * (overlays are merged by it). Decision tables also have `when:`/`then:` columns with free names.
 */
export type SheetShape = {
  /** Columns that together identify a row. */
  readonly key: readonly string[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Further columns are allowed when they match this pattern. */
  readonly open?: RegExp;
};

const label = ['label::fr', 'label::en'];
const title = ['title::fr', 'title::en'];

/** The sheets at the root of the folder, by file name. */
export const rootSheets = {
  'parameters.csv': {
    key: ['name'],
    required: ['name', 'value', 'type', 'status', 'source', ...title],
    optional: ['unit', 'min', 'max', 'note'],
  },
  'data-elements.csv': {
    key: ['name'],
    required: ['name', 'type', ...label],
    optional: [
      'unit',
      'values',
      'not_assessed',
      'hard_min',
      'hard_max',
      'soft_min',
      'soft_max',
      'lasting',
      'private',
      'status',
      'source',
      'note',
    ],
  },
  'derived.csv': {
    key: ['name'],
    required: ['name', 'type', 'expression', ...label],
    optional: ['unit', 'values', 'min', 'max', 'status', 'source', 'note'],
  },
  'tables.csv': {
    key: ['id'],
    required: ['id', 'name', 'file', 'hit_policy', ...title],
    optional: ['part', 'status', 'source', 'note'],
  },
  'outputs.csv': {
    key: ['table', 'name'],
    required: ['table', 'name', 'type'],
    optional: ['values', 'unit', 'min', 'max', 'default', 'status', 'source', 'note', ...label],
  },
  'schedule.csv': {
    key: ['id'],
    required: ['id', ...title, 'anchor', 'due_days'],
    optional: [
      'window_before_days',
      'window_after_days',
      'repeat_days',
      'min_interval_days',
      'relevant',
      'stop_when',
      'status',
      'source',
      'note',
    ],
  },
  'actions.csv': {
    key: ['code'],
    required: ['code', 'kind', ...title],
    optional: ['urgency', 'for', 'text::fr', 'text::en', 'dose_rule', 'drug_form', 'status', 'source', 'note'],
  },
} as const satisfies Record<string, SheetShape>;

export type RootSheetName = keyof typeof rootSheets;

/** Files under `tables/`. */
const ruleShape: SheetShape = {
  key: ['id'],
  required: ['id', 'reason::fr', 'reason::en', 'source', 'status'],
  optional: ['for', 'note'],
  open: /^(when|then):/,
};

/** Files under `forms/` except the choices: XLSForm columns. */
const formShape: SheetShape = {
  key: ['name'],
  required: ['type', 'name'],
  optional: [
    ...label,
    'hint::fr',
    'hint::en',
    'relevant',
    'for',
    'required',
    'constraint',
    'constraint_message::fr',
    'constraint_message::en',
    'calculation',
    'choice_filter',
    'default',
    'repeat_count',
    'plausible',
    'plausible_message::fr',
    'plausible_message::en',
    'readings_max_difference',
    'well',
    'picture',
    'widget',
    'note',
  ],
};

const choicesShape: SheetShape = {
  key: ['list_name', 'name'],
  required: ['list_name', 'name', ...label],
  optional: [],
  open: /^[a-z][a-z0-9_]*$/,
};

/** The shape of the sheet at a path of the protocol folder; null when the path is no sheet. */
export const shapeOf = (path: string): SheetShape | null => {
  if (Object.hasOwn(rootSheets, path)) return rootSheets[path as RootSheetName];
  if (path === 'forms/choices.csv') return choicesShape;
  if (/^forms\/[^/]+\.csv$/.test(path)) return formShape;
  if (/^tables\/[^/]+\.csv$/.test(path)) return ruleShape;
  return null;
};
