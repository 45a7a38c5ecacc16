/**
 * The order in which test files run: project by project, because a worker that changes from one project to another
 * loads all modules again; within a project the longest files first, so that at the end no worker waits for another's
 * long file. A machine that ran the files before remembers how long they took; continuous integration is a new machine
 * each time, where Vitest would go by the size of the files.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Longest first. A journey that does not wait for the build of the clinic is next to the one that starts this build.
 */
export const longestFiles: readonly string[] = [
  'apps/server/src/drafts/drafts.server.test.ts',
  'apps/server/test/phones/killed-processes.server.test.ts',
  'apps/server/src/every-route.server.test.ts',
  'testing/scenario/src/spelling-noise.test.ts',
  'apps/server/src/portal/indicator.server.test.ts',
  'apps/server/test/phones/backup-drill.server.test.ts',
  'apps/server/src/people/session-routes.server.test.ts',
  'apps/cli/src/pack/run-pack.test.ts',
  'clinical/protocols/src/what-if/replay/replay.test.ts',
  'clinical/protocols/src/check/mami-protocol.test.ts',
  'sync/server/src/read-feed.server.test.ts',
  'clinical/protocols/src/care/visit/without-the-mother.test.ts',
  'apps/server/test/phones/packs-reach-phones.server.test.ts',
  'apps/server/test/phones/new-pages.server.test.ts',
  'clinical/decisions/differential/feelin.test.ts',
  'apps/server/src/packs/packs.server.test.ts',
  'testing/protocols/mami-safety.test.ts',

  'tools/start.journey.test.ts',
  'apps/server/test/phones/portal.journey.test.ts',
  'apps/clinic/test/journeys/accessibility.journey.test.ts',
  'apps/clinic/test/journeys/layout.journey.test.ts',
  'apps/clinic/test/journeys/follow-up.journey.test.ts',
  'apps/clinic/test/journeys/record-care.journey.test.ts',
  'apps/clinic/test/journeys/mothers-alarm.journey.test.ts',
  'apps/clinic/test/journeys/nothing-lost.journey.test.ts',

  'sync/device/src/open-device.browser.test.ts',
  'apps/clinic/src/family/family.browser.test.tsx',
  'apps/clinic/src/registration/registration.browser.test.tsx',
  'ui/kit/gallery/gallery.browser.test.tsx',
];

const rank = (file: string): number => {
  const at = longestFiles.findIndex((path) => file.endsWith(`/${path}`));
  return at === -1 ? longestFiles.length : at;
};

/** The files of the list in its order, then the others in the order that they had. */
export const longestFirst = <One>(all: readonly One[], fileOf: (one: One) => string): One[] =>
  all.toSorted((one, other) => rank(fileOf(one)) - rank(fileOf(other)));

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = longestFirst(await super.sort(files), ({ moduleId }) => moduleId);
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    return projects.flatMap((name) => sorted.filter(({ project }) => project.name === name));
  }
}
