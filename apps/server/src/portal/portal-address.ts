/** Where the figures are read. */
export const PORTAL = '/portal';

/** Added to the address of signing in by pages of the portal, to which she then comes back. */
export const FROM_PORTAL = '?from=portal';
