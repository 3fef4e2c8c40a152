export declare const memoryOptions: readonly string[];
