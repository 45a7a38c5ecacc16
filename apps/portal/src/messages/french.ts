/** Every word of the portal in French. */
import alertWords from './fr/alert.json' with { type: 'json' };
import changeWords from './fr/change.json' with { type: 'json' };
import changedWords from './fr/changed.json' with { type: 'json' };
import figureWords from './fr/figure.json' with { type: 'json' };
import freshWords from './fr/fresh.json' with { type: 'json' };
import listWords from './fr/list.json' with { type: 'json' };
import overviewWords from './fr/overview.json' with { type: 'json' };
import pageWords from './fr/page.json' with { type: 'json' };
import periodWords from './fr/period.json' with { type: 'json' };
import shellWords from './fr/shell.json' with { type: 'json' };
import tableWords from './fr/table.json' with { type: 'json' };
import themeWords from './fr/theme.json' with { type: 'json' };
import unitWords from './fr/unit.json' with { type: 'json' };
import whyWords from './fr/why.json' with { type: 'json' };

export const french = {
  ...alertWords,
  ...changeWords,
  ...changedWords,
  ...figureWords,
  ...freshWords,
  ...listWords,
  ...overviewWords,
  ...pageWords,
  ...periodWords,
  ...shellWords,
  ...tableWords,
  ...themeWords,
  ...unitWords,
  ...whyWords,
};
