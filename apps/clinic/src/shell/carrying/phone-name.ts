/** A short name by which people tell phones apart: the first four letters of its id. It names no person. */
export const phoneName = (device: string): string => device.replaceAll('-', '').slice(0, 4).toUpperCase();
