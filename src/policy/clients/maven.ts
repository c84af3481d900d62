/** The clients for the JVM, one file for each group of rows. */

import type { Client } from '../client.ts'
import { bundledClients } from './maven-bundles.ts'
import { fabric8Clients } from './maven-fabric8.ts'
import { frameworkClients } from './maven-frameworks.ts'
import { officialJavaClients } from './maven-official.ts'
import { jvmParents } from './maven-parents.ts'
import { scalaClients } from './maven-scala.ts'

/** The rows of the JVM's ecosystem. */
export const mavenClients: readonly Client[] = [
  ...officialJavaClients,
  ...fabric8Clients,
  ...scalaClients,
  ...frameworkClients,
  ...jvmParents,
  ...bundledClients
]
