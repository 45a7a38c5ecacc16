/**
 * The correction entries that store the conclusions computed again. They change no answer (except a screen's result),
 * and each names the entry that made it necessary.
 */
import type { SaveDraft } from '@denba/device/device';
import { protocolVersion } from '@denba/protocols/compile/protocol-version';
import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import { formKey } from '@denba/records/form-definition';
import { forms } from '@denba/records/form-registry';
import type { ConcludedAnew } from './conclusions-anew.ts';

/** `reasonOf`: the reason in words, with the earlier and the new class. */
export const anewDrafts = (
  changed: readonly ConcludedAnew[],
  today: LocalDate,
  reasonOf: (one: ConcludedAnew) => string,
): readonly SaveDraft[] =>
  changed.map((one) => {
    const { visit, findings, protocol, cause } = one;
    return {
      family: visit.entry.family,
      subject: null,
      form: formKey(forms.correction),
      protocolVersion: protocolVersion(protocol.content),
      answers: { corrects: visit.entry.id, reason: reasonOf(one), follows: cause.entry.id, ...screened(one) },
      findings,
      occurredOn: today,
    };
  });

/**
 * The result of a screen is also an answer of its form, which lists and figures read, so the correction sets it too.
 */
const screened = ({ visit: { form }, findings }: ConcludedAnew): JsonObject => {
  const result = (findings['screen'] as JsonObject | undefined)?.['result'];
  if (form.kind !== 'mami-screen' || typeof result !== 'string' || result === form.answers.screen_result) return {};
  return { set: { screen_result: result }, in_form: formKey(forms['mami-screen']) };
};
