/**
 * Rows of images that are releases of a package with a row of its own: what its releases do, their tags do. Each of these programs
 * uses its client only where it is told to, which the file with the image need not show, so that its findings are notices.
 */

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
  /** Where it uses the client: the end of a sentence. */
  readonly when: string
}

const IMAGES: readonly OfPackage[] = [
  {
    names: ['apache/spark', 'bitnami/spark', 'spark'],
    title: 'Apache Spark',
    ecosystem: 'maven',
    package: 'org.apache.spark:spark-kubernetes',
    when: 'Kubernetes is its cluster manager'
  },
  {
    names: ['apache/flink', 'bitnami/flink', 'flink'],
    title: 'Apache Flink',
    ecosystem: 'maven',
    package: 'org.apache.flink:flink-kubernetes',
    when: 'it runs natively on Kubernetes or keeps its leader there'
  },
  {
    names: ['apachepulsar/pulsar', 'apachepulsar/pulsar-all'],
    title: 'Apache Pulsar',
    ecosystem: 'maven',
    package: 'org.apache.pulsar:pulsar-functions-runtime',
    when: 'its functions run on Kubernetes'
  },
  {
    names: ['rayproject/ray', 'bitnami/ray', 'rayproject/ray-ml'],
    title: 'Ray, autoscaler of KubeRay',
    ecosystem: 'pypi',
    package: 'ray',
    when: 'its autoscaler runs beside the head node'
  }
]
/** Bounds of packages before the first candidate of a release. Tags of images have the number alone. */
const BEFORE_CANDIDATES = /-alpha$/

/** The rows, in the order of the list. */
export const imagesOfPackages: readonly Client[] = IMAGES.map(rowOf)

function rowOf({ names: [name, ...alsoNamed], title, ecosystem, package: held, when }: OfPackage): Client {
  const client = [...mavenClients, ...pypiClients].find(each => each.name === held)
  if (!client) throw new Error(`the policy has no client ${held}`)
  const { repository, observed, fix, examples } = client
  const examined = client.examined ?? EXAMINED[`${ecosystem} ${held}`]
  return {
    name,
    alsoNamed,
    title,
    repository,
    observed: rangesOf(observed, when),
    ...(examined === undefined ? {} : { examined }),
    ...(fix ? { fix } : {}),
    observe: observeTag,
    examples: examples.filter(({ requirement }) => typeof requirement === 'string' && /^[\d.]+$/.test(requirement))
  }
}

/** The ranges of a package, without those that have only candidates, whose tags no image has. */
function rangesOf(observed: Client['observed'], when: string): readonly ObservedRange[] {
  const kept = observed.filter(({ releases }) => releases?.length !== 0)
  return kept.map(({ releases: _releases, from, before: _before, ...range }, index) => {
    const before = kept[index + 1]?.from
    return {
      ...range,
      because: range.because.replace(/\.$/, `; that matters only where ${when}.`),
      evidence: range.evidence.map(evidence => ({ ...evidence, proof: 'unsure' as const })),
      ...(from === undefined ? {} : { from: from.replace(BEFORE_CANDIDATES, '') }),
      ...(before === undefined ? {} : { before: before.replace(BEFORE_CANDIDATES, '') })
    }
  })
}
