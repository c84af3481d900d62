/** Go against the laws. */

import { golang } from '../../../src/ecosystems/golang/index.ts'
import { holdsTheLaws } from '../../support/ecosystem-laws.ts'

holdsTheLaws(golang)
