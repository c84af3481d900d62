import type { Ecosystem } from '../src/ecosystems/ecosystem.ts'
import type { FileFormat } from '../src/ecosystems/file-format.ts'
import type { NamedEvent } from '../src/github/events.ts'
import type { HazardFiles } from '../src/hazards/hazard.ts'
import type { Rule } from '../src/model/rule.ts'
import type { AnsweredStatement } from '../src/rules/statements.ts'
import type { ActionInput } from '../src/settings/describe.ts'

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
    /** The rules by the statements of the vendor documents that they answer. */
    readonly statements: readonly AnsweredStatement[]
    /** The kinds of files in which hazards are looked for. */
    readonly hazardFiles: readonly HazardFiles[]
    /** The name of each event, `''` for all others, and its words. */
    readonly events: readonly NamedEvent[]
    /** The commands, each of which has a help of its own. */
    readonly commandNames: readonly string[]
    /** The text of `--help`, or that of a command. */
    readonly help: (command?: string) => string
    readonly inputs: readonly ActionInput[]
    /** The section `outputs` of action.yml. */
    readonly outputs: unknown
    /** The properties of the configuration's schema that are settings. */
    readonly settingProperties: Readonly<Record<string, object>>
    /** The settings in the example of a configuration. */
    readonly exampleLines: readonly string[]
    /** The keys of the configuration whose properties are written by hand. */
    readonly structuredKeys: readonly string[]
  }
): Record<string, string>
export declare function wholePages(pages: ReadonlyMap<string, string>): Record<string, string>
