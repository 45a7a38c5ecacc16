/** What a referral form begins with: the place, the urgency and the care before departure that the protocol asks for. */
import type { VisitFindings } from '@denba/protocols/care/findings/visit-findings';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import type { JsonObject } from '@denba/records/canonical-json';
import { reasonsOnPaper } from '../note/reasons-on-paper.ts';
import type { ReferralForm } from './refer-entries.ts';

type Findings = Pick<VisitFindings, 'reasons' | 'actions' | 'kept' | 'urgent' | 'preReferral'>;

/** Where an action leads to, and who it is for. The first that the findings hold is proposed: the sheet's most urgent. */
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

/** Care that every departure needs, when the visit asked for none: the form is opened without a visit, or half-filled. */
const always = ['KEEP_WARM', 'PREVENT_LOW_SUGAR', 'FIRST_ANTIBIOTIC', 'REFERRAL_LETTER'] as const;

/** Says how to do the others and is none by itself. */
const notACare: ReadonlySet<string> = new Set(['PRE_REFERRAL']);

export type ReferralProposal = {
  readonly form: ReferralForm;
  /** All that the visit found and that may stand on paper: what is not on the note yet can be ticked. */
  readonly offered: { readonly dangerSigns: readonly string[]; readonly reasons: readonly string[] };
};

/** `done`: actions ticked on the result screen already. `findings` is `null` when there was no visit. */
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
