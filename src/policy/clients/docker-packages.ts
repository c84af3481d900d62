/** Rows of images that are releases of a package with a row of its own: what its releases do, their tags do. */

import type { Client, ObservedRange } from '../client.ts'
import { observeTag } from './docker-tags.ts'
import { EXAMINED } from './examined.ts'
import { mavenClients } from './maven.ts'
import { pypiClients } from './pypi.ts'

/** An image: its names without a registry, its title, and the package that it holds in the version of its tag. */
interface OfPackage {
  readonly names: readonly [string, ...string[]]
  readonly title: string
  readonly ecosystem: 'maven' | 'pypi'
  readonly package: string
}

const IMAGES: readonly OfPackage[] = [
  {
    names: ['apache/spark', 'bitnami/spark', 'spark'],
    title: 'Apache Spark',
    ecosystem: 'maven',
    package: 'org.apache.spark:spark-kubernetes'
  },
  {
    names: ['apache/flink', 'bitnami/flink', 'flink'],
    title: 'Apache Flink',
    ecosystem: 'maven',
    package: 'org.apache.flink:flink-kubernetes'
  },
  {
    names: ['apachepulsar/pulsar', 'apachepulsar/pulsar-all'],
    title: 'Apache Pulsar',
    ecosystem: 'maven',
    package: 'org.apache.pulsar:pulsar-functions-runtime'
  },
  {
    names: ['rayproject/ray', 'bitnami/ray', 'rayproject/ray-ml'],
    title: 'Ray, autoscaler of KubeRay',
    ecosystem: 'pypi',
    package: 'ray'
  }
]
/** Bounds of packages before the first candidate of a release. Tags of images have the number alone. */
const BEFORE_CANDIDATES = /-alpha$/

/** The rows, in the order of the list. */
export const imagesOfPackages: readonly Client[] = IMAGES.map(rowOf)

function rowOf({ names: [name, ...alsoNamed], title, ecosystem, package: held }: OfPackage): Client {
  const client = [...mavenClients, ...pypiClients].find(each => each.name === held)
  if (!client) throw new Error(`the policy has no client ${held}`)
  const { repository, observed, fix, examples } = client
  const examined = client.examined ?? EXAMINED[`${ecosystem} ${held}`]
  return {
    name,
    alsoNamed,
    title,
    repository,
    observed: rangesOf(observed),
    ...(examined === undefined ? {} : { examined }),
    ...(fix ? { fix } : {}),
    observe: observeTag,
    examples: examples.filter(({ requirement }) => typeof requirement === 'string' && /^[\d.]+$/.test(requirement))
  }
}

/** The ranges of a package, without those that have only candidates, whose tags no image has. */
function rangesOf(observed: Client['observed']): readonly ObservedRange[] {
  const kept = observed.filter(({ releases }) => releases?.length !== 0)
  return kept.map(({ releases: _releases, from, before: _before, ...range }, index) => {
    const before = kept[index + 1]?.from
    return {
      ...range,
      ...(from === undefined ? {} : { from: from.replace(BEFORE_CANDIDATES, '') }),
      ...(before === undefined ? {} : { before: before.replace(BEFORE_CANDIDATES, '') })
    }
  })
}
