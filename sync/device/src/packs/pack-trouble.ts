/** Why a phone does not run the pack that its server names. Whatever it is, what it ran before goes on. */
export type PackTrouble = {
  readonly kind: /** It did not arrive, or not whole: it is asked for again at the next meeting. */
    | 'notArrived'
    /** The server names a pack that it does not have. */
    | 'unknown'
    /** Its content is not what its name says: changed on the way, or on the disk. */
    | 'damaged'
    /** Vouched for by nobody, or by another key than the one of joining. */
    | 'otherKey'
    /** This version of the app cannot run it. */
    | 'cannotRun'
    /** No room to keep it. */
    | 'full'
    /** The browser did not write it. */
    | 'storage';
  /** Name of the pack. */
  readonly pack: string;
};
