/** What somebody may read: at the places with these paths and below. Who that is, the server decides. */
export type PortalReader = {
  /** Figures. */
  readonly figures: readonly string[];
  /** The families behind them, small numbers, and what was told in confidence. */
  readonly registers: readonly string[];
  /** The phones of a centre, whose names may be those of people. */
  readonly phones: readonly string[];
  /** To say something of a month in its report. */
  readonly reports: readonly string[];
  /** Drafts of a change of protocol, somewhere. */
  readonly drafts: boolean;
};

export const mayReadFigures = ({ figures }: PortalReader, path: string): boolean => isBelow(figures, path);

export const mayReadRegister = ({ registers }: PortalReader, path: string): boolean => isBelow(registers, path);

export const mayReadPhones = ({ phones }: PortalReader, path: string): boolean => isBelow(phones, path);

export const mayComment = ({ reports }: PortalReader, path: string): boolean => isBelow(reports, path);

const isBelow = (paths: readonly string[], path: string): boolean => paths.some((above) => path.startsWith(above));
