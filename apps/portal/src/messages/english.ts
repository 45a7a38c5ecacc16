/** Every word of the portal in English. */
import ageWords from './en/age.json' with { type: 'json' };
import alertWords from './en/alert.json' with { type: 'json' };
import bookletWords from './en/booklet.json' with { type: 'json' };
import caseWords from './en/case.json' with { type: 'json' };
import centreWords from './en/centre.json' with { type: 'json' };
import changeWords from './en/change.json' with { type: 'json' };
import changedWords from './en/changed.json' with { type: 'json' };
import closedWords from './en/closed.json' with { type: 'json' };
import cohortWords from './en/cohort.json' with { type: 'json' };
import definitionWords from './en/definition.json' with { type: 'json' };
import doublesWords from './en/doubles.json' with { type: 'json' };
import draftWords from './en/draft.json' with { type: 'json' };
import exportWords from './en/export.json' with { type: 'json' };
import familiesWords from './en/families.json' with { type: 'json' };
import figureWords from './en/figure.json' with { type: 'json' };
import freshWords from './en/fresh.json' with { type: 'json' };
import givingWords from './en/giving.json' with { type: 'json' };
import growthWords from './en/growth.json' with { type: 'json' };
import indicatorWords from './en/indicator.json' with { type: 'json' };
import keptWords from './en/kept.json' with { type: 'json' };
import listWords from './en/list.json' with { type: 'json' };
import missingWords from './en/missing.json' with { type: 'json' };
import overviewWords from './en/overview.json' with { type: 'json' };
import pageWords from './en/page.json' with { type: 'json' };
import periodWords from './en/period.json' with { type: 'json' };
import qualityWords from './en/quality.json' with { type: 'json' };
import replayWords from './en/replay.json' with { type: 'json' };
import reportWords from './en/report.json' with { type: 'json' };
import ruleWords from './en/rule.json' with { type: 'json' };
import shellWords from './en/shell.json' with { type: 'json' };
import tableWords from './en/table.json' with { type: 'json' };
import themeWords from './en/theme.json' with { type: 'json' };
import unitWords from './en/unit.json' with { type: 'json' };
import whyWords from './en/why.json' with { type: 'json' };

export const english = {
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
