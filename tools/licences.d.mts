export type InstalledPackage = { readonly name: string; readonly version: string; readonly licence: string | null };
export declare const isAllowed: (expression: string) => boolean;
export declare const installedPackages: (root: string) => readonly InstalledPackage[];
export declare const undecided: (packages: readonly InstalledPackage[]) => readonly string[];
