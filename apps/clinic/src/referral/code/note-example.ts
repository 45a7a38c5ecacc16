/** A complete referral as a busy centre writes it: every field filled, names of ordinary length. For tests. */
import { localDate } from '@denba/quantities/local-date';
import { emptyNote, type NoteFacts } from '../note/note-facts.ts';

const from = { centre: 'CSCom de Sanankoroba', author: 'Fatoumata Traoré', phone: '+22376123456' };

export const fullReferral: NoteFacts = {
  ...emptyNote('referral', localDate('2026-11-26'), from),
  at: '10:40',
  to: { place: 'inpatient', facility: 'CSRéf de Kalaban-Coro' },
  urgent: true,
  family: { id: '7f3c1a52-9d0e-4b6a-8c21-5e9f0a1b2c3d', village: 'Sanankoroba Dougoukoro', phone: '+22366789012' },
  mother: {
    id: '0a1b2c3d-4e5f-4a6b-9c8d-7e6f5a4b3c2d',
    name: 'Aminata Coulibaly',
    birthDate: localDate('2007-03-15'),
    status: 'present',
    toSee: true,
  },
  child: {
    id: 'c0ffee00-1234-4abc-8def-0123456789ab',
    name: 'Moussa Diarra',
    sex: 'M',
    birthDate: localDate('2026-09-12'),
    birthWeightG: 2150,
    gestationalAgeDays: 254,
    birthCount: 2,
    birthOrder: 1,
  },
  weighings: [
    { on: localDate('2026-11-26'), weightG: 3420, waz: -3.14 },
    { on: localDate('2026-11-19'), weightG: 3480, waz: -2.71 },
    { on: localDate('2026-11-05'), weightG: 3180, waz: -2.65 },
  ],
  measures: { lengthCm: 52.4, wlz: -1.22, muacMm: 106, oedema: 'none' },
  pair: { code: 'high', answered: true },
  reasons: [
    'P/A −3,14 z, sous le seuil de −2,00 z.',
    'PB 106 mm à 75 jours, sous le seuil de 110 mm.',
    'Perte de 60 g depuis la dernière visite, confirmée par une seconde pesée.',
    'Tète 6 fois par jour, moins de 8 fois.',
    'Prise du sein à aider, succion pas efficace malgré l’aide.',
  ],
  dangerSigns: ['Ne tète pas bien.', 'Respiration rapide : 64 par minute au second comptage.'],
  care: [
    { action: 'KEEP_WARM', given: true, at: '10:20' },
    { action: 'PREVENT_LOW_SUGAR', given: true, at: '10:25' },
    { action: 'FIRST_ANTIBIOTIC', given: false, at: null },
    { action: 'REFERRAL_LETTER', given: true, at: '10:40' },
  ],
  confided: ['mood'],
  toApprove: true,
};
