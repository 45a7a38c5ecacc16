/** Path of the pages of figures. */
export const PORTAL = '/portal';

/** The query that pages of the portal add to the address of signing in, so that the person returns to the portal. */
export const FROM_PORTAL = '?from=portal';
