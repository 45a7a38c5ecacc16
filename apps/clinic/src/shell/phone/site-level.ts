/**
 * Where this phone is used: in a health centre, or by a community health worker. A setting of the phone, not of a user.
 */
export const siteLevels = ['clinic', 'chw'] as const;
export type SiteLevel = (typeof siteLevels)[number];

const REMEMBERED = 'denba.site-level';

export const siteLevel = (): SiteLevel => (localStorage.getItem(REMEMBERED) === 'chw' ? 'chw' : 'clinic');

export const setSiteLevel = (level: SiteLevel): void => localStorage.setItem(REMEMBERED, level);
