/** Sex as the growth standards know it: `M` boy, `F` girl. Unknown is `null`, and gives no z-score. */
export type Sex = 'M' | 'F';
