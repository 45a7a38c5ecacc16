/** The registration form of a family when it is opened: the day and the place are filled in, nothing else is known. */
import type { LocalDate } from '@denba/quantities/local-date';
import { type Answers, noAnswers, withAnswer } from '@denba/questionnaires/answers';
import type { Circumstances } from '@denba/questionnaires/form-state';
import { parameterContext } from '../../assess/create-assessor.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { todayOf, type VisitPlace } from '../visit/open-visit.ts';

export type RegistrationOpening = { readonly circumstances: Circumstances; readonly answers: Answers };

export const openRegistration = (protocol: CompiledProtocol, on: LocalDate, place: VisitPlace): RegistrationOpening => {
  const settings = { visit_date: on, facility_id: place.facility, site_level: place.siteLevel };
  const answers = Object.entries(settings).reduce((all, [path, input]) => withAnswer(all, path, input), noAnswers);
  return { circumstances: { given: { p: parameterContext(protocol), ...todayOf(place) }, earlier: {} }, answers };
};
