/** A text in the two languages that must always be complete. Other languages are added by key (`bm`, `ar`…). */
export type Text = { readonly fr: string; readonly en: string; readonly [language: string]: string };

export type Language = 'fr' | 'en';

/** Where a piece of protocol content comes from, and so how screens may attribute it. */
export type SourceStatus =
  /** Found in the document that is named as its source: may be shown as coming from it. */
  | 'sourced'
  /** Our own choice, or not yet verified: shown as "à valider" until a clinician approves it. */
  | 'default'
  /** Approved by the country that uses it. */
  | 'national';
