/** The initial referral form: the place, the urgency and the care before departure that the protocol asks for. */
import type { VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { JsonObject } from '@denba/records/canonical-json';
import { reasonsOnPaper } from '../note/reasons-on-paper.ts';
import type { ReferralForm } from './refer-entries.ts';

type Findings = Pick<VisitFindings, 'reasons' | 'actions' | 'kept' | 'urgent' | 'preReferral'>;

/**
 * The place and the person of each action that refers. The first such action among the findings is proposed: they are
 * in the order of the protocol's sheet, the most urgent first.
 */
const destinations: Readonly<Record<string, { readonly place: string; readonly who: ReferralForm['who'] }>> = {
  REFER_URGENT: { place: 'inpatient', who: 'infant' },
  REFER_INPATIENT: { place: 'inpatient', who: 'infant' },
  REFER_SMALL_NEWBORN: { place: 'inpatient', who: 'infant' },
  SPECIALIST: { place: 'inpatient', who: 'infant' },
  MOTHER_REFER_URGENT: { place: 'maternal', who: 'mother' },
  SUICIDE_URGENT: { place: 'mental_health', who: 'mother' },
  MH_REFER_DAY: { place: 'mental_health', who: 'mother' },
  MH_REFER_WEEK: { place: 'mental_health', who: 'mother' },
  MH_REFER: { place: 'mental_health', who: 'mother' },
  PROTECTION: { place: 'protection', who: 'mother' },
  PROTECT_INFANT: { place: 'protection', who: 'infant' },
  PMTCT: { place: 'hiv', who: 'mother' },
  REFER_WASTING_SEVERE: { place: 'health_centre', who: 'infant' },
  REFER_WASTING_MODERATE: { place: 'health_centre', who: 'infant' },
};

/**
 * Care for every departure of an infant, used when the visit asked for none: the form was opened without a visit, or
 * its visit is half-filled.
 */
const always = ['KEEP_WARM', 'PREVENT_LOW_SUGAR', 'FIRST_ANTIBIOTIC', 'REFERRAL_LETTER'] as const;

/** Actions that only say how to do the others. */
const notACare: ReadonlySet<string> = new Set(['PRE_REFERRAL']);

export type ReferralProposal = {
  readonly form: ReferralForm;
  /** All findings of the visit that may be printed: those that are not on the note yet can be ticked. */
  readonly offered: { readonly dangerSigns: readonly string[]; readonly reasons: readonly string[] };
};

/** `done`: actions already ticked on the result screen. `findings` is `null` when there was no visit. */
export const proposeReferral = (
  findings: Findings | null,
  answers: JsonObject,
  protocol: Pick<CompiledProtocol, 'tables' | 'actions'>,
  done: readonly string[] = [],
): ReferralProposal => {
  const onPaper =
    findings === null
      ? { dangerSigns: [], reasons: [], heaviest: [], confided: [], motherToSee: false }
      : reasonsOnPaper(findings, answers, protocol);
  const wanted = findings?.actions.flatMap(({ code }) => destinations[code] ?? []) ?? [];
  const to = wanted[0] ?? { place: 'inpatient', who: 'infant' as const };
  const asked = findings?.preReferral.filter((code) => !notACare.has(code)) ?? [];
  const care = asked.length > 0 ? asked : to.who === 'mother' ? [] : always;
  const known = care.filter((code) => protocol.actions.some((action) => action.code === code));
  const form: ReferralForm = {
    who: to.who,
    place: to.place,
    facility: '',
    urgent: findings === null ? null : findings.urgent || findings.actions.some(isUrgentReferral),
    reasons: onPaper.heaviest,
    dangerSigns: onPaper.dangerSigns,
    otherReason: '',
    care: known.map((action) => ({ action, given: done.includes(action) ? true : null, at: null })),
    accompaniedBy: '',
    transport: null,
    called: null,
    calledWhom: '',
    callback: '',
    confided: onPaper.confided,
    mayPassOn: null,
    motherToSee: onPaper.motherToSee || to.who === 'mother',
    decision: 'goes',
    refusalReasons: [],
    agreedInstead: '',
    nextDue: null,
  };
  return { form, offered: { dangerSigns: onPaper.dangerSigns, reasons: onPaper.reasons } };
};

const isUrgentReferral = ({ kind, urgency }: VisitFindings['actions'][number]): boolean =>
  kind === 'refer' && urgency === 'now';
