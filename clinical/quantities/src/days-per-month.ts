/** Mean length of a month in WHO growth work, in days (365.25 / 12). */
export const DAYS_PER_MONTH = 30.4375;
