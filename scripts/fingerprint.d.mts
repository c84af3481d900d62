export declare const FINGERPRINT_FILE: string
export declare function fingerprint(project: string): string
export declare function writeFingerprint(project: string, value: string): void
