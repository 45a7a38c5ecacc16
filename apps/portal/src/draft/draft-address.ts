/** Addresses of drafts. They name drafts, rules and places, never a family. */
export const draftAddress = (draft: string, page = ''): string =>
  `/portal/drafts/${encodeURIComponent(draft)}${page === '' ? '' : `/${page}`}`;

/** `rule`: a rule that the draft added, to correct it; `null`: a new rule. */
export const ruleAddress = (draft: string, table: string, rule: string | null = null): string =>
  `${draftAddress(draft, 'rule')}?table=${encodeURIComponent(table)}${rule === null ? '' : `&rule=${encodeURIComponent(rule)}`}`;

export const changeAddress = (draft: string, what: 'parameter' | 'row' | 'contact', name: string): string =>
  `${draftAddress(draft, 'change')}?${what}=${encodeURIComponent(name)}`;
