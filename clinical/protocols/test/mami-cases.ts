/** The worked cases of the shipped protocol, already assessed: a variety of pairs for tests. */
import { mamiFiles } from '../../../testing/protocols/read-mami.ts';
import type { LiveAssessment } from '../src/assess/live-assessment.ts';
import { readProtocol } from '../src/read/read-protocol.ts';
import { givenInputs } from '../src/vignettes/given-inputs.ts';
import { mamiAssessor } from './mami.ts';

const { source } = readProtocol(mamiFiles());

/** The assessment of a pair from `bases.yaml`, with the changes of the test. */
export const assessedBase = (base: string, given: Readonly<Record<string, unknown>> = {}): LiveAssessment => {
  const made = givenInputs({ base, given }, source.bases);
  if (made.kind !== 'given') throw new Error(`vignettes/bases.yaml has no base ${base}`);
  return mamiAssessor.assess(made.given);
};

export const assessedVignettes = (): readonly LiveAssessment[] =>
  source.vignettes.flatMap((vignette) => {
    const made = givenInputs(vignette, source.bases);
    return made.kind === 'given' ? [mamiAssessor.assess(made.given)] : [];
  });
