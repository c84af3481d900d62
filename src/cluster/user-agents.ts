/** Which client sent a request, by its user agent. */

import type { Dependency } from '../model/dependency.ts'

/** The clients that a user agent may be of. */
export interface MeantClients {
  /** Such as `the Python client`. */
  readonly title: string
  /** The purl type of the clients. */
  readonly ecosystem: string
  readonly names: readonly string[]
  /** The version of the client, where the user agent has it. */
  readonly version?: string
}

interface UserAgentForm extends Omit<MeantClients, 'version'> {
  /** Its group `version` is the version of the client. */
  readonly pattern: RegExp
}

/**
 * The user agents of clients, whose programs may state others. `OpenAPI-Generator` and `Swagger-Codegen` are what the templates of
 * both generators write, with the version of the client. The forms of Go are those of
 * https://github.com/kubernetes/client-go/blob/master/rest/config.go, `DefaultKubernetesUserAgent`, and of net/http. Those of
 * Python, Java, JavaScript and Go were recorded: evidence/kube-apiserver.
 */
const FORMS: readonly UserAgentForm[] = [
  {
    title: 'a Python client',
    ecosystem: 'pypi',
    names: ['kubernetes', 'kubernetes-asyncio'],
    pattern: /^(?:OpenAPI-Generator|Swagger-Codegen)\/(?<version>[\w.]{1,40})\/python$/
  },
  { title: 'pykube-ng', ecosystem: 'pypi', names: ['pykube-ng'], pattern: /^pykube-ng\/(?<version>[\w.]{1,40})$/ },
  { title: 'a Python program', ecosystem: 'pypi', names: ['pykube'], pattern: /^python-requests\// },
  { title: 'a Python program', ecosystem: 'pypi', names: ['lightkube', 'kr8s'], pattern: /^python-httpx\// },
  { title: 'a Python program', ecosystem: 'pypi', names: ['kopf'], pattern: /^(?:kopf\/|Python\/\S{1,20} aiohttp\/)/ },
  {
    title: 'the Java client',
    ecosystem: 'maven',
    names: ['io.kubernetes:client-java'],
    pattern:
      /^(?:Kubernetes Java Client\/(?<version>\d[\w.]{0,40})|(?:OpenAPI-Generator|Swagger-Codegen)\/[\w.-]{1,40}\/java$)/
  },
  {
    title: 'the Java client of fabric8',
    ecosystem: 'maven',
    names: ['io.fabric8:kubernetes-client'],
    pattern: /^(?:fabric8-kubernetes-client\/(?<version>[\w.]{1,40})$|okhttp\/)/
  },
  {
    title: 'a JavaScript client',
    ecosystem: 'npm',
    names: ['@kubernetes/client-node'],
    pattern: /^(?:node-fetch$|node-fetch\/|OpenAPI-Generator\/[\w.]{1,40}\/(?:javascript|typescript)$)/i
  },
  {
    title: 'a Ruby client',
    ecosystem: 'gem',
    names: ['kubernetes', 'kubernetes-io'],
    pattern: /^(?:OpenAPI-Generator|Swagger-Codegen)\/[\w.-]{1,40}\/ruby$/
  },
  {
    title: 'a Ruby program',
    ecosystem: 'gem',
    names: ['kubeclient'],
    pattern: /^(?:rest-client\/|Faraday v|http\.rb\/)/
  },
  {
    title: 'a Haskell client',
    ecosystem: 'hackage',
    names: ['kubernetes-client'],
    pattern: /^(?:OpenAPI-Generator|Swagger-Codegen)\/[\w.-]{1,40}\/haskell/i
  },
  {
    title: 'a Go program',
    ecosystem: 'golang',
    names: ['k8s.io/client-go', 'github.com/kubernetes/client-go'],
    pattern: /^(?:Go-http-client\/|\S{1,200} \(\w{1,20}\/\w{1,20}\) kubernetes\/)/i
  }
]

/** The clients that a user agent may be of; undefined where no client is known to send it. */
export function clientsMeant(userAgent: string): MeantClients | undefined {
  for (const { pattern, title, ecosystem, names } of FORMS) {
    const match = pattern.exec(userAgent)
    const version = match?.groups?.['version']
    if (match) return { title, ecosystem, names, ...(version === undefined ? {} : { version }) }
  }
  return undefined
}

/** Whether a dependency may be what sent a user agent: the same client, and no other version of it. */
export function isMeant({ ecosystem, names, version }: MeantClients, dependency: Dependency): boolean {
  if (dependency.ecosystem !== ecosystem || !names.includes(dependency.name)) return false
  const { requirement } = dependency
  return version === undefined || requirement.kind !== 'version' || requirement.text.replace(/^v/, '') === version
}
