/** Rows of the images whose client a lock file of their project states, out of the generated table (docker-table.ts). */

import type { Behaviour, Evidence } from '../../model/verdict.ts'
import type { Client, Example, Minimum, ObservedRange } from '../client.ts'
import { CCE, EKS, KEP } from '../documents.ts'
import { IMAGE_TABLE } from './docker-table.ts'
import { notKnown, observeTag } from './docker-tags.ts'

/** Some tags of an image in order, of which the client does the same. */
interface Stretch {
  /** The first of these tags; absent for the lowest stretch. */
  readonly from?: string
  readonly behaviour: Behaviour
  readonly isBelow: boolean
  /** The first and the last version of the client; none if no file of the sources states one. */
  readonly held: readonly string[]
}

/** The client in an image: its name in a sentence, and what is said of it. */
interface Held {
  readonly title: string
  readonly phrases: Readonly<Record<Behaviour, string>>
}

const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  r: 'reloads',
  l: 'reloads-late',
  o: 'reads-once',
  s: 'sends-no-token',
  x: 'stops'
}
const STRETCH = /^(?<from>[^=]*)=(?<letter>[rlosx?])(?<below>-?)(?<first>.*?)(?:\.\.(?<last>.*))?$/
/** The commit of a client: as many digits as Go writes. */
const COMMIT = /^[\da-f]{12}$/
/** A copy of the client in the sources of the program, whose version no file states. */
const COPY = 'copy'
/** Between name and version of a client that is not the usual one of the image. */
const OTHER = '@'

const GENERAL: Held['phrases'] = {
  reloads: 'reads the token file again while it runs',
  'reloads-late': 'reads the token file again, but late',
  'reads-once': 'reads the token file once',
  'sends-no-token': 'sends no token',
  stops: 'stops asking the API server',
  'not-known': 'nobody has looked at'
}
const CLIENT_GO: Held = {
  title: 'client-go',
  phrases: {
    ...GENERAL,
    reloads: 'reads the token file again every minute',
    'reloads-late': 'reads the token file again every five minutes only'
  }
}
const MINIMUM_EVIDENCE = [KEP, EKS, CCE]
/** Images whose client uses a token only under a condition that no file with the image shows: the end of a sentence about it. */
const CONDITIONS: Readonly<Record<string, string>> = {
  'kube-proxy': ', if its kubeconfig names that file and no certificate, as installers choose'
}

/** Programs whose releases have the version of a cluster. */
const OF_THE_CLUSTER: ReadonlySet<string> = new Set([
  'autoscaling/cluster-autoscaler',
  'kube-proxy',
  'provider-aws/cloud-controller-manager',
  'provider-os/openstack-cloud-controller-manager'
])

/** The rows of the table, in its order. */
export const imagesOfTable: readonly Client[] = IMAGE_TABLE.trim().split('\n').map(rowOf)

function rowOf(line: string): Client {
  const [names = '', title = '', source = '', client = '', newest = '', history = ''] = line.split('|')
  const [name = '', ...alsoNamed] = names.split(' ')
  const repository = `https://github.com/${source}`
  const held = client === '' ? CLIENT_GO : { title: client.slice(client.indexOf('/') + 1), phrases: GENERAL }
  const stretches = history.split(' ').map(stretchOf)
  const evidence: Evidence = {
    text: `releases of ${source} and their ${held.title}`,
    url: `${repository}/releases`,
    proof: CONDITIONS[name] === undefined ? 'source' : 'unsure'
  }
  const condition = CONDITIONS[name] ?? ''
  const observed = stretches.map((stretch, index) => {
    const range = rangeOf(stretch, stretches[index + 1]?.from, held, evidence)
    return { ...range, because: range.because.replace(/\.$/, `${condition}.`) }
  })
  const minimum = minimumOf(stretches, held)
  const isGood = stretches.at(-1)?.behaviour === 'reloads'
  const isBad = stretches.every(({ behaviour }) => behaviour === 'reads-once')
  return {
    name,
    ...(alsoNamed.length > 0 ? { alsoNamed } : {}),
    title,
    repository,
    ...(minimum ? { minimum } : {}),
    observed,
    examined: newest,
    ...(OF_THE_CLUSTER.has(name) ? { ofTheCluster: true } : {}),
    // Of an image whose every release is bad, the tag does not matter.
    observe: isBad ? requirement => observeTag(requirement) && observed[0] : observeTag,
    ...(isGood
      ? {}
      : { fix: { advice: `No release up to ${newest} is known to reload the token: ask the project for one.` } }),
    examples: [{ requirement: newest, ...expectedOf(stretches.at(-1)) }]
  }
}

function stretchOf(text: string): Stretch {
  const { from = '', letter = '', below = '', first = '', last = '' } = STRETCH.exec(text)?.groups ?? {}
  return {
    ...(from === '' ? {} : { from }),
    behaviour: BEHAVIOURS[letter] ?? 'not-known',
    isBelow: below !== '',
    held: [first, last].filter(version => version !== '')
  }
}

function rangeOf(stretch: Stretch, before: string | undefined, held: Held, evidence: Evidence): ObservedRange {
  const { from, behaviour, isBelow } = stretch
  const bounds = {
    ...(from === undefined ? {} : { from }),
    ...(before === undefined ? {} : { before }),
    belowMinimum: isBelow
  }
  if (behaviour === 'not-known') {
    const because =
      stretch.held.length === 0
        ? `Nobody knows which ${held.title} these releases hold.`
        : `Nobody has looked at ${versionsOf(stretch, held)}, which these releases hold.`
    return { ...bounds, ...notKnown('not-examined', because) }
  }
  const because = `It holds ${versionsOf(stretch, held)}, which ${held.phrases[behaviour]}.`
  return { ...bounds, behaviour, because, evidence: [evidence] }
}

/** The versions of a client in words. */
function versionsOf({ held }: Stretch, { title }: Held): string {
  if (held[0] === COPY) return `a copy of ${title} in its sources`
  const names = held.map(text => (text.includes(OTHER) ? text.replace(OTHER, ' ') : versionOf(text)))
  return `${held[0]?.includes(OTHER) ? '' : `${title} `}${names.join(' to ')}`
}

function versionOf(text: string): string {
  return COMMIT.test(text) ? `commit ${text}` : text
}

/** The first tag from which on no release is below the documented minimum; none if all are above it. */
function minimumOf(stretches: readonly Stretch[], held: Held): Minimum | undefined {
  const last = stretches.findLastIndex(({ behaviour, isBelow }) => isBelow || behaviour === 'reads-once')
  const next = stretches[last + 1]
  if (last < 0 || next?.from === undefined) return undefined
  const [first] = next.held
  const version = first === undefined || first === COPY ? '' : ` (${held.title} ${versionOf(first)})`
  return { version: next.from, text: `${next.from}${version}`, evidence: MINIMUM_EVIDENCE }
}

/** What the newest release is to be judged as; what all others are, the records of evidence/ say. */
function expectedOf(last: Stretch | undefined): Pick<Example, 'verdict' | 'observed'> {
  const { behaviour = 'not-known', isBelow = false } = last ?? {}
  return { verdict: verdictOf(behaviour, isBelow), observed: behaviour }
}

function verdictOf(behaviour: Behaviour, isBelow: boolean): Example['verdict'] {
  switch (behaviour) {
    case 'reloads':
    case 'reloads-late':
      return isBelow ? 'below-minimum' : behaviour
    case 'reads-once':
    case 'stops':
      return 'cannot-reload'
    case 'sends-no-token':
      return behaviour
    case 'not-known':
      return isBelow ? 'cannot-reload' : 'unknown'
  }
}
