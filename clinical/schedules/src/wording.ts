/** The sentence for each state of a scheduled contact, in French and English. */
import type { LocalDate } from '@denba/quantities/local-date';
import type { Text } from '@denba/quantities/text';

type Window = {
  readonly due: LocalDate;
  readonly windowOpens: LocalDate;
  readonly windowCloses: LocalDate | null;
  readonly lateDays: number;
};

export const notRelevant: Text = { fr: 'Ne concerne pas cette personne.', en: 'Does not concern this person.' };

export const stopped: Text = { fr: 'N’a plus lieu d’être.', en: 'No longer needed.' };

export const unknown = (missing: readonly string[]): Text => ({
  fr: `La date ne peut pas être fixée. Il manque : ${missing.join(', ')}.`,
  en: `The date cannot be set. Missing: ${missing.join(', ')}.`,
});

export const done = (on: LocalDate): Text => ({ fr: `Fait le ${french(on)}.`, en: `Done on ${on}.` });

export const upcoming = ({ due, windowOpens }: Window): Text => ({
  fr: `Prévu le ${french(due)}, possible à partir du ${french(windowOpens)}.`,
  en: `Due on ${due}, possible from ${windowOpens}.`,
});

export const due = (window: Window): Text => ({
  fr: `À faire avant le ${french(window.due)} inclus.`,
  en: `To be done by ${window.due} at the latest.`,
});

export const overdue = ({ due: day, lateDays, windowCloses }: Window): Text => ({
  fr: `En retard de ${lateDays} ${lateDays === 1 ? 'jour' : 'jours'} (prévu le ${french(day)})${windowCloses === null ? '' : `, possible jusqu’au ${french(windowCloses)}`}.`,
  en: `Late by ${lateDays} ${lateDays === 1 ? 'day' : 'days'} (due on ${day})${windowCloses === null ? '' : `, possible until ${windowCloses}`}.`,
});

/** `tooClose`: the minimum interval ends after the last possible day. */
export const expired = (closes: LocalDate, tooClose: boolean): Text =>
  tooClose
    ? {
        fr: `Ne peut plus être fait : l’intervalle minimal finit après le dernier jour possible (${french(closes)}).`,
        en: `Can no longer be done: the minimum interval ends after the last possible day (${closes}).`,
      }
    : {
        fr: `Délai dépassé : c’était possible jusqu’au ${french(closes)}.`,
        en: `Out of time: it was possible until ${closes}.`,
      };

const french = (date: LocalDate): string => `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
