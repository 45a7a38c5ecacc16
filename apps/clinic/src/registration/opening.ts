/** Opens the registration form for this centre and day, with earlier answers. */
import { openRegistration, type RegistrationOpening } from '@denba/protocols/care/registration/open-registration';
import type { LocalDate } from '@denba/quantities/local-date';
import type { Answers } from '@denba/questionnaires/answers';
import { facilityId } from '@denba/records/ids';
import { siteLevel } from '../shell/phone/site-level.ts';
import type { Workspace } from '../shell/workspace.ts';

export const openingOf = (
  { protocol, session, today }: Pick<Workspace, 'protocol' | 'session' | 'today'>,
  on: LocalDate,
  answered: Answers,
): RegistrationOpening => {
  const opening = openRegistration(protocol.content, on, {
    facility: facilityId(session.centre.id),
    siteLevel: siteLevel(),
    author: session.user.name,
    today: today(),
  });
  return { ...opening, answers: { ...answered, byPath: { ...opening.answers.byPath, ...answered.byPath } } };
};
