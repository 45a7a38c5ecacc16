/**
 * The loader of each screen. Each is loaded when it is first opened, except today's list, which is part of the app's
 * first download.
 */
import type { Screens } from './shell/screen/lazy-screen.view.tsx';
import { TodayScreen } from './today/today.view.tsx';

export const screens: Screens = {
  today: async () => TodayScreen,
  search: async () => (await import('./search/search.view.tsx')).SearchScreen,
  'new-family': async () => (await import('./registration/registration.view.tsx')).RegistrationScreen,
  'add-child': async () => (await import('./registration/add-child.view.tsx')).AddChildScreen,
  family: async () => (await import('./family/family.view.tsx')).FamilyScreen,
  visit: async () => (await import('./visit/visit.view.tsx')).VisitScreen,
  result: async () => (await import('./result/result.view.tsx')).ResultScreen,
  card: async () => (await import('./result/card.view.tsx')).CardScreen,
  growth: async () => (await import('./growth/growth.view.tsx')).GrowthScreen,
  entry: async () => (await import('./family/entry/entry.view.tsx')).EntryScreen,
  correct: async () => (await import('./family/correction/correct.view.tsx')).CorrectScreen,
  anew: async () => (await import('./family/correction/anew.view.tsx')).AnewScreen,
  merge: async () => (await import('./family/merge/merge.view.tsx')).MergeScreen,
  refer: async () => (await import('./referral/refer/refer.view.tsx')).ReferScreen,
  'referral-note': async () => (await import('./referral/note/referral-note.view.tsx')).ReferralNoteScreen,
  'counter-referral': async () => (await import('./referral/counter/counter-referral.view.tsx')).CounterReferralScreen,
  'read-referral': async () => (await import('./referral/read-referral.view.tsx')).ReadReferralScreen,
  trace: async () => (await import('./leaving/trace.view.tsx')).TraceScreen,
  leave: async () => (await import('./leaving/leave.view.tsx')).LeaveScreen,
  centres: async () => (await import('./centres/centres.view.tsx')).CentresScreen,
  'hand-family': async () => (await import('./centres/hand-family.view.tsx')).HandFamilyScreen,
  register: async () => (await import('./register/register.view.tsx')).RegisterScreen,
  month: async () => (await import('./register/month.view.tsx')).MonthScreen,
  more: async () => (await import('./more/more.view.tsx')).MoreScreen,
  people: async () => (await import('./more/people.view.tsx')).PeopleScreen,
  safekeeping: async () => (await import('./safekeeping/safekeeping.view.tsx')).SafekeepingScreen,
  audit: async () => (await import('./more/audit.view.tsx')).AuditScreen,
  cases: async () => (await import('./training/cases.view.tsx')).CasesScreen,
  server: async () => (await import('./server/server.view.tsx')).ServerScreen,
  settings: async () => (await import('./more/settings.view.tsx')).SettingsScreen,
};
