/**
 * Why a phone does not run the pack that its server names. In every case the phone continues with the pack that it ran
 * before.
 */
export type PackTrouble = {
  readonly kind: /** It did not arrive completely: it is requested again at the next meeting. */
    | 'notArrived'
    /** The server names a pack that it does not have. */
    | 'unknown'
    /** Its content does not match its id: changed during transport, or on the disk. */
    | 'damaged'
    /** Not signed, or signed with another key than the one received on joining. */
    | 'otherKey'
    /** This version of the app cannot run it. */
    | 'cannotRun'
    /** The disk is full. */
    | 'full'
    /** The browser could not write it. */
    | 'storage';
  /** Id of the pack. */
  readonly pack: string;
};
