/** Addresses of drafts. They name drafts, rules and places: never a family. */
export const draftAddress = (draft: string, page = ''): string =>
  `/portal/drafts/${encodeURIComponent(draft)}${page === '' ? '' : `/${page}`}`;

/** `rule`: one of the draft's own, to correct. */
export const ruleAddress = (draft: string, table: string, rule: string | null = null): string =>
  `${draftAddress(draft, 'rule')}?table=${encodeURIComponent(table)}${rule === null ? '' : `&rule=${encodeURIComponent(rule)}`}`;

export const changeAddress = (draft: string, what: 'parameter' | 'row' | 'contact', name: string): string =>
  `${draftAddress(draft, 'change')}?${what}=${encodeURIComponent(name)}`;
