/** An entry to save, in the newest version of its form. `null` answers are left out: unknown is not recorded. */
import type { SaveDraft } from '@denba/device/device';
import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import { formKey } from '@denba/records/form-definition';
import { type FormName, forms } from '@denba/records/form-registry';
import type { FamilyId, PersonId } from '@denba/records/ids';

export const recordDraft = (
  form: FormName,
  said: {
    readonly family: FamilyId;
    readonly subject: PersonId | null;
    readonly on: LocalDate;
    readonly answers: Readonly<Record<string, JsonValue | undefined>>;
  },
): SaveDraft => ({
  family: said.family,
  subject: said.subject,
  form: formKey(forms[form]),
  protocolVersion: null,
  answers: Object.fromEntries(
    Object.entries(said.answers).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as JsonObject,
  findings: {},
  occurredOn: said.on,
});
