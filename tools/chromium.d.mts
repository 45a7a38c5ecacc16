export declare const findChromium: (env?: Readonly<Record<string, string | undefined>>) => string | null;
export declare const chromiumFlags: readonly string[];
export declare const howToInstall: string;
export declare const requireChromium: () => string;
