/**
 * The rights of a reader. Each list holds the paths of places, and the right holds at these places and below. The
 * server decides who has which right.
 */
export type PortalReader = {
  /** Places whose figures the reader may see. */
  readonly figures: readonly string[];
  /**
   * Places whose registers the reader may read: the families behind the figures, small numbers, and what was told in
   * confidence.
   */
  readonly registers: readonly string[];
  /** Places whose phones the reader may see; the name of a phone may be that of a person. */
  readonly phones: readonly string[];
  /** Places whose monthly report the reader may comment on. */
  readonly reports: readonly string[];
  /** Whether the reader may see drafts of a change of protocol anywhere. */
  readonly drafts: boolean;
};

export const mayReadFigures = ({ figures }: PortalReader, path: string): boolean => isBelow(figures, path);

export const mayReadRegister = ({ registers }: PortalReader, path: string): boolean => isBelow(registers, path);

export const mayReadPhones = ({ phones }: PortalReader, path: string): boolean => isBelow(phones, path);

export const mayComment = ({ reports }: PortalReader, path: string): boolean => isBelow(reports, path);

const isBelow = (paths: readonly string[], path: string): boolean => paths.some((above) => path.startsWith(above));
