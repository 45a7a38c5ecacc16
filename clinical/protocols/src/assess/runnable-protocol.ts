/**
 * Checks a protocol from outside (a pack) before anybody relies on it, by preparing it completely: every rule, every
 * form, the numbers of follow-up. A protocol that this version of Denba cannot run is refused as a whole, and the
 * protocol in use stays.
 */
import { err, ok, type Result } from '@denba/quantities/result';
import { followUpRules } from '../care/follow-up/follow-up-rules.ts';
import { createVisitEngine } from '../care/visit/visit-engine.ts';
import { type CompiledProtocol, PROTOCOL_FORMAT } from '../compile/compiled-protocol.ts';
import { createValueStyles } from '../words/value-styles.ts';
import { createAssessor } from './create-assessor.ts';
import { undefinedParameters } from './names-behind.ts';

export type NotRunnable =
  | { readonly kind: 'notAProtocol' }
  /** The compiled format is not the one that this version reads. */
  | { readonly kind: 'otherFormat'; readonly format: number }
  | { readonly kind: 'formMissing'; readonly form: string }
  /** `why`: for the author of the pack, in English. */
  | { readonly kind: 'cannotRun'; readonly why: string };

/** Ids of the forms that the clinic app opens. */
const neededForms = ['registration', 'rapid-screen', 'assessment', 'follow-up', 'review'] as const;

/** Checks only the outer structure and runs nothing. `content`: parsed JSON. */
export const knownProtocol = (content: unknown): Result<CompiledProtocol, NotRunnable> => {
  if (!isObject(content)) return err({ kind: 'notAProtocol' });
  const { format, id, version, forms, overlays, title } = content;
  if (typeof format !== 'number' || typeof id !== 'string' || typeof version !== 'string' || 'pack' in content) {
    return err({ kind: 'notAProtocol' });
  }
  if (format !== PROTOCOL_FORMAT) return err({ kind: 'otherFormat', format });
  if (!Array.isArray(forms) || !isListOfNamed(overlays) || !isText(title)) return err({ kind: 'notAProtocol' });
  const missing = neededForms.find((name) => !forms.some((form) => isObject(form) && form['id'] === name));
  if (missing !== undefined) return err({ kind: 'formMissing', form: missing });
  return ok(content as unknown as CompiledProtocol);
};

export const runnableProtocol = (content: unknown): Result<CompiledProtocol, NotRunnable> => {
  const known = knownProtocol(content);
  if (!known.ok) return known;
  const protocol = known.value;
  try {
    const assessor = createAssessor(protocol);
    createValueStyles(protocol);
    followUpRules(protocol);
    for (const form of protocol.forms) createVisitEngine(protocol, form.id, assessor);
    const lost = undefinedParameters(protocol);
    return lost.length === 0 ? known : err({ kind: 'cannotRun', why: `not defined: ${lost.join(', ')}` });
  } catch (failure) {
    // Any exception while the content is prepared means that the content is wrong, not this program.
    return err({ kind: 'cannotRun', why: failure instanceof Error ? failure.message : String(failure) });
  }
};

type Fields = { readonly [name: string]: unknown };
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean =>
  isObject(value) && typeof value['fr'] === 'string' && typeof value['en'] === 'string';

const isListOfNamed = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => isObject(one) && typeof one['id'] === 'string' && isText(one['title']));
