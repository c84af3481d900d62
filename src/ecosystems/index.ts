/** The registry: every ecosystem that is read, one line each. */

import { cargo } from './cargo/index.ts'
import { composer } from './composer/index.ts'
import { conan } from './conan/index.ts'
import { docker } from './docker/index.ts'
import type { Ecosystem } from './ecosystem.ts'
import { gem } from './gem/index.ts'
import { golang } from './golang/index.ts'
import { hackage } from './hackage/index.ts'
import { hex } from './hex/index.ts'
import { maven } from './maven/index.ts'
import { npm } from './npm/index.ts'
import { nuget } from './nuget/index.ts'
import { pub } from './pub/index.ts'
import { pypi } from './pypi/index.ts'
import { swift } from './swift/index.ts'
import { vcpkg } from './vcpkg/index.ts'

/** In the order of docs/formats.md. */
export const ecosystems: readonly Ecosystem[] = [
  golang,
  pypi,
  maven,
  npm,
  gem,
  hackage,
  nuget,
  cargo,
  composer,
  hex,
  swift,
  pub,
  vcpkg,
  conan,
  docker
]

/** The ecosystem of a purl type, if it is one of ours. */
export function ecosystemOf(id: string): Ecosystem | undefined {
  return ecosystems.find(ecosystem => ecosystem.id === id)
}
