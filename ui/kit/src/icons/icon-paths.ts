/** The kit's icons: one stroke, 24 × 24, drawn for this project. */

/** A circle as a path. */
const ring = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

/** A dot: a stroke of no length with round ends. */
const dot = (x: number, y: number): string => `M${x} ${y}h.01`;

export const iconPaths = {
  home: 'M4 11l8-7 8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z',
  search: `${ring(10.5, 10.5, 6.5)}M15.5 15.5L20 20`,
  plus: 'M12 5v14M5 12h14',
  family: `${ring(8, 7, 3)}${ring(17, 11.5, 2.2)}M2.5 20v-1.5a5.5 5.5 0 0 1 11 0V20M15.2 16.8a3.5 3.5 0 0 1 5.8 2.7v.5`,
  baby: `${ring(12, 12.5, 7.5)}${dot(9, 11.5)}${dot(15, 11.5)}M9.5 15.5a3.6 3.6 0 0 0 5 0M12 5c1.6 0 2.2 1.5 1 2.3`,
  mother: `${ring(10, 6.5, 3)}${ring(15.5, 14, 2)}M4 20v-2a6 6 0 0 1 8.2-5.6M11.5 20a4 4 0 0 1 8 0z`,
  calendar: 'M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM4 10.5h16M8 3.5V7.5M16 3.5V7.5',
  clock: `${ring(12, 12, 8)}M12 7.5V12l3 2`,
  phone:
    'M6.5 4h2.8l1.6 4-2 1.6a11.5 11.5 0 0 0 5.5 5.5l1.6-2 4 1.6v2.8a1.5 1.5 0 0 1-1.6 1.5A15 15 0 0 1 5 5.6 1.5 1.5 0 0 1 6.5 4z',
  place: `M12 21c-4-4.5-6.5-7.5-6.5-11a6.5 6.5 0 0 1 13 0c0 3.5-2.5 6.5-6.5 11z${ring(12, 10, 2.3)}`,
  lock: 'M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM8 11V8a4 4 0 0 1 8 0v3',
  key: `${ring(8, 16, 4)}M11 13l8.5-8.5M16 8l2.5 2.5`,
  fingerprint:
    'M5.5 16.5c.8-1.4 1-3 1-4.5a5.5 5.5 0 0 1 11 0c0 2.2-.2 4.4-.9 6.5M9.3 19.5c1-2.3 1.2-4.9 1.2-7.5a1.5 1.5 0 0 1 3 0c0 3-.3 5.8-1.2 8.5M5 8a8.5 8.5 0 0 1 14 0',
  back: 'M19 12H5M11 6l-6 6 6 6',
  forward: 'M5 12h14M13 6l6 6-6 6',
  next: 'M9.5 6l6 6-6 6',
  up: 'M6 15l6-6 6 6',
  down: 'M6 9l6 6 6-6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  warning: `M12 4L3 19.5h18zM12 10v4${dot(12, 16.8)}`,
  info: `${ring(12, 12, 8.5)}M12 11.5v4.5${dot(12, 8.2)}`,
  edit: 'M4 20l1-4.5L15.5 5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5',
  merge: 'M6 4v2.5c0 3.5 6 4 6 7.5v6M18 4v2.5c0 3.5-6 4-6 7.5M8.5 16.5L12 20l3.5-3.5',
  book: 'M12 6.5C10 5 7 4.5 4 5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5zM12 6.5v13',
  chart: 'M4 4v16h16M7.5 15l3.5-4.5 3 2.5L19 6.5',
  list: `M9 6h11M9 12h11M9 18h11${dot(4.5, 6)}${dot(4.5, 12)}${dot(4.5, 18)}`,
  print: 'M7 9V4h10v5M7 17H5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M7 14h10v6H7z',
  share: `${ring(18, 5.5, 2.5)}${ring(6, 12, 2.5)}${ring(18, 18.5, 2.5)}M8.3 10.8l7.4-4.1M8.3 13.2l7.4 4.1`,
  qr: `M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14v2.5h2.5M20 14v2.5M14 20h2.5M20 20v-.5`,
  camera: `M4 8h3l1.5-2.5h7L17 8h3a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1z${ring(12, 13, 3.5)}`,
  mic: 'M12 3.5a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3',
  play: 'M8 5l11 7-11 7z',
  stop: 'M6.5 6.5h11v11h-11z',
  sound: 'M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  shield: 'M12 3.5l7.5 2.5v6c0 4.5-3 7.3-7.5 8.8-4.5-1.5-7.5-4.3-7.5-8.8V6z',
  save: 'M5 4h11l4 4v11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM8 4v4.5h7V4M8 20v-6h8v6',
  upload: 'M12 16V4M7 9l5-5 5 5M4 16v4h16v-4',
  download: 'M12 4v12M7 11l5 5 5-5M4 16v4h16v-4',
  hospital: 'M5 20V5a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v15M3 20h18M12 7v5M9.5 9.5h5M10 20v-4h4v4',
  walk: `${ring(13, 4.5, 1.7)}M9.5 21l2.5-6-2.5-2.5L11 8l3 1 1.5 3H18M12 15l3 2v4M7 13l1-3.5L11 8`,
  question: `${ring(12, 12, 8.5)}M9.5 9.7a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7${dot(12, 16.5)}`,
  eye: `M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12z${ring(12, 12, 3)}`,
  trash: 'M4.5 7h15M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5',
  sun: `${ring(12, 12, 4)}M12 2.5V5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3l1.8 1.8M16.9 16.9l1.8 1.8M5.3 18.7l1.8-1.8M16.9 7.1l1.8-1.8`,
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  language: 'M4 6h9M8.5 4v2M6 6c.5 3 2.5 5.5 5.5 7M11 6c-.5 3-3 6-6.5 7.5M12 20l4-9 4 9M13.3 17h5.4',
  settings: `M4 7h9M17 7h3M4 17h3M11 17h9${ring(15, 7, 2)}${ring(9, 17, 2)}`,
  heart: 'M12 20C6 15.5 3.5 12.5 3.5 9A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 8.5 2c0 3.5-2.5 6.5-8.5 11z',
  sync: 'M5 10a7.5 7.5 0 0 1 13.3-2.3L20 9.5M20 5v4.5h-4.5M19 14a7.5 7.5 0 0 1-13.3 2.3L4 14.5M4 19v-4.5h4.5',
  offline: 'M7 18.5a4.5 4.5 0 0 1-.5-9 6 6 0 0 1 11.3 1.5 3.8 3.8 0 0 1 .7 7.5zM4 4l16 16',
  star: 'M12 3.8l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z',
  training: 'M2.5 9L12 5l9.5 4-9.5 4zM6.5 11v5c3 2.5 8 2.5 11 0v-5M21.5 9v5',
  undo: 'M8.5 5l-4 4 4 4M4.5 9H14a5.5 5.5 0 0 1 0 11H9',
  erase: 'M9 5.5h11v13H9L3.5 12zM12 9.5l5 5M17 9.5l-5 5',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6M4 17h16M10.5 20.5h3',
  more: `${dot(5, 12)}${dot(12, 12)}${dot(19, 12)}`,
} as const;

export type IconName = keyof typeof iconPaths;

/** Icons that point in reading direction: mirrored on right-to-left pages. Charts and play are never mirrored. */
export const pointingIcons: ReadonlySet<IconName> = new Set([
  'back',
  'forward',
  'next',
  'undo',
  'erase',
  'walk',
  'list',
]);
