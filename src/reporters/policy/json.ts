/** The policy for programs: a form of its own with a version. */

import type { PolicyRow } from '../../policy/policy-rows.ts'
import { jsonText } from '../json.ts'
import type { Reporter } from '../reporter.ts'

/** The version of the form. */
const SCHEMA = 1

/** The rows as JSON, for `policy --format json`. */
export const policyJson: Reporter<readonly PolicyRow[]> = {
  name: 'json',
  render: clients => `${jsonText({ schema: SCHEMA, clients }, 2)}\n`
}
