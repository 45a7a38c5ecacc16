/** Every word of the portal in French. */
import ageWords from './fr/age.json' with { type: 'json' };
import alertWords from './fr/alert.json' with { type: 'json' };
import bookletWords from './fr/booklet.json' with { type: 'json' };
import caseWords from './fr/case.json' with { type: 'json' };
import centreWords from './fr/centre.json' with { type: 'json' };
import changeWords from './fr/change.json' with { type: 'json' };
import changedWords from './fr/changed.json' with { type: 'json' };
import closedWords from './fr/closed.json' with { type: 'json' };
import cohortWords from './fr/cohort.json' with { type: 'json' };
import definitionWords from './fr/definition.json' with { type: 'json' };
import doublesWords from './fr/doubles.json' with { type: 'json' };
import draftWords from './fr/draft.json' with { type: 'json' };
import exportWords from './fr/export.json' with { type: 'json' };
import familiesWords from './fr/families.json' with { type: 'json' };
import figureWords from './fr/figure.json' with { type: 'json' };
import freshWords from './fr/fresh.json' with { type: 'json' };
import givingWords from './fr/giving.json' with { type: 'json' };
import growthWords from './fr/growth.json' with { type: 'json' };
import indicatorWords from './fr/indicator.json' with { type: 'json' };
import keptWords from './fr/kept.json' with { type: 'json' };
import listWords from './fr/list.json' with { type: 'json' };
import missingWords from './fr/missing.json' with { type: 'json' };
import overviewWords from './fr/overview.json' with { type: 'json' };
import pageWords from './fr/page.json' with { type: 'json' };
import periodWords from './fr/period.json' with { type: 'json' };
import qualityWords from './fr/quality.json' with { type: 'json' };
import replayWords from './fr/replay.json' with { type: 'json' };
import reportWords from './fr/report.json' with { type: 'json' };
import ruleWords from './fr/rule.json' with { type: 'json' };
import shellWords from './fr/shell.json' with { type: 'json' };
import tableWords from './fr/table.json' with { type: 'json' };
import themeWords from './fr/theme.json' with { type: 'json' };
import unitWords from './fr/unit.json' with { type: 'json' };
import whyWords from './fr/why.json' with { type: 'json' };

export const french = {
  ...ageWords,
  ...alertWords,
  ...centreWords,
  ...bookletWords,
  ...caseWords,
  ...changeWords,
  ...changedWords,
  ...closedWords,
  ...cohortWords,
  ...definitionWords,
  ...doublesWords,
  ...draftWords,
  ...exportWords,
  ...familiesWords,
  ...figureWords,
  ...freshWords,
  ...growthWords,
  ...givingWords,
  ...indicatorWords,
  ...keptWords,
  ...listWords,
  ...missingWords,
  ...overviewWords,
  ...pageWords,
  ...periodWords,
  ...qualityWords,
  ...reportWords,
  ...replayWords,
  ...ruleWords,
  ...shellWords,
  ...tableWords,
  ...themeWords,
  ...unitWords,
  ...whyWords,
};
