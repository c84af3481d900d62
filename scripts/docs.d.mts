import type { Ecosystem } from '../src/ecosystems/ecosystem.ts'
import type { FileFormat } from '../src/ecosystems/file-format.ts'
import type { Rule } from '../src/model/rule.ts'

export declare const DOCUMENTS: readonly string[]
export declare function caseFile(ecosystem: string, format: string): string
export declare function generate(
  documents: Readonly<Record<string, string>>,
  sources: {
    readonly ecosystems: readonly Ecosystem[]
    readonly polyglotFormats: readonly FileFormat[]
    readonly casesOf: (ecosystem: string, format: string) => string
    readonly clients: string
    readonly rules: readonly Rule[]
    readonly help: () => string
    readonly action: unknown
  }
): Record<string, string>
