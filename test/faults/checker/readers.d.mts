export declare const ALL: 'all';
export declare const READERS: Readonly<Record<string, Readonly<Record<string, 'all' | readonly string[]>>>>;
export declare const TAKEN_LATER: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
