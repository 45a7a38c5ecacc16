import type { SaveDraft } from '@denba/device/device';
import type { Entry } from '@denba/records/entry';

/** The content of an entry without its position in a log. */
export const draftOf = ({
  family,
  subject,
  form,
  protocolVersion,
  answers,
  findings,
  occurredOn,
}: Entry): SaveDraft => ({
  ...{ family, subject, form, protocolVersion, answers, findings, occurredOn },
});
