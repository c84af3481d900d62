/** The Action: inputs, scan, conclusion, deliveries, and last whether the job passes. A crash is never green. */

import { fail, run } from './github/run.ts'

try {
  await run(process.env)
} catch (error) {
  fail(error)
}
