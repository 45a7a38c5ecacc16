/** Addresses of drafts. They name drafts, rules and places: never a family. */
export const draftAddress = (draft: string, page = ''): string =>
  `/portal/drafts/${encodeURIComponent(draft)}${page === '' ? '' : `/${page}`}`;

export const changeAddress = (draft: string, what: 'parameter' | 'row' | 'contact', name: string): string =>
  `${draftAddress(draft, 'change')}?${what}=${encodeURIComponent(name)}`;
