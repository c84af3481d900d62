/** The metadata of the Action in action.yml. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** The parts of action.yml that tests read. */
interface Metadata {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
  readonly runs: { readonly using: string; readonly main: string }
}

/** The content of action.yml. */
export const metadata: Metadata = parse(readFileSync(join(import.meta.dirname, '..', '..', 'action.yml'), 'utf8'))
