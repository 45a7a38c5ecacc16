/** Registers a simulated family, with the form that registers real ones. */
import type { SaveDraft } from '@denba/device/device';
import { openRegistration } from '@denba/protocols/care/registration/open-registration';
import { registrationEntries } from '@denba/protocols/care/registration/registration-entries';
import type { VisitPlace } from '@denba/protocols/care/visit/open-visit';
import { addDays, type LocalDate } from '@denba/quantities/local-date';
import { openForm } from '@denba/questionnaires/fill-form';
import type { JsonObject } from '@denba/records/canonical-json';
import { type FamilyId, personId, pregnancyId } from '@denba/records/ids';
import type { RunningProtocol } from '../shell/protocol/protocol.ts';
import type { DemonstrationDraft } from './demonstration.ts';
import { type DemonstrationAnswers, fullAnswers } from './demonstration-answers.ts';
import { filledIn } from './filled-in.ts';

type Means = DemonstrationAnswers & { readonly protocol: RunningProtocol; readonly place: VisitPlace };

export const registrationOf = (
  family: FamilyId,
  draft: DemonstrationDraft,
  on: LocalDate,
  means: Means,
): readonly SaveDraft[] => {
  const { protocol, place, today } = means;
  const infants = draft.infants ?? [];
  const answers: JsonObject = Object.assign(
    { ...fullAnswers(draft, means) },
    ...infants.map((infant, index) =>
      inInstance(index + 1, {
        ...fullAnswers({ usual: 'infant', ...infant }, means),
        birth_date: addDays(today, infant.bornOn),
      }),
    ),
  );
  const opening = openRegistration(protocol.content, on, place);
  const { view } = openForm(
    protocol.engine('registration').form,
    opening.circumstances,
    filledIn(opening.answers, answers),
  );
  const ids = {
    mother: personId(`${family}-mother`),
    caregiver: personId(`${family}-caregiver`),
    pregnancy: pregnancyId(`${family}-pregnancy`),
    children: infants.map(({ child }) => personId(child)),
  };
  return registrationEntries(view.values, ids, on).map((entry) => ({
    ...entry,
    family,
    protocolVersion: null,
    findings: {},
  }));
};

const inInstance = (number: number, answers: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(answers).map(([name, value]) => [`infants[${number}].${name}`, value]));
