/** The Ruby clients. */

import { type Requirement, type SourceRequirement, sourceRequirement } from '../../model/dependency.ts'
import type { Evidence } from '../../model/verdict.ts'
import type { Client, Example, Minimum, Observation } from '../client.ts'
import { CCE, EKS, KEP } from '../documents.ts'

const RELOAD: Evidence = {
  text: 'kubernetes-client/ruby#53, merged 2020-05-04, reads the token file again',
  url: 'https://github.com/kubernetes-client/ruby/pull/53',
  proof: 'source'
}
const KUBECLIENT_RELOAD: Evidence = {
  text: 'kubeclient 4.10.0 reads bearer_token_file again for every request',
  url: 'https://github.com/ManageIQ/kubeclient/commit/93bcee8',
  proof: 'source'
}
const METADATA_FILTER_CLIENT: Evidence = {
  text: 'fluent-plugin-kubernetes_metadata_filter#337 recreates the client after a 401',
  url: 'https://github.com/fabric8io/fluent-plugin-kubernetes_metadata_filter/commit/b80d65e',
  proof: 'source'
}
const METADATA_FILTER_WATCH: Evidence = {
  text: 'fluent-plugin-kubernetes_metadata_filter#352 starts the pod watch again after a 401',
  url: 'https://github.com/fabric8io/fluent-plugin-kubernetes_metadata_filter/commit/73f7b0d',
  proof: 'source'
}

const RUBY_CONTROLLER: Evidence = {
  text: 'ruby-kubernetes-controller 0.3.1, lib/ruby-kubernetes-controller/client.rb',
  url: 'https://github.com/IBM/ruby-kubernetes-controller/blob/0.3.1/lib/ruby-kubernetes-controller/client.rb',
  proof: 'source'
}

const MASTER: Minimum = { text: 'master branch', evidence: [KEP, EKS, CCE] }
const OFFICIAL = 'https://github.com/kubernetes-client/ruby'
// All spellings of the repository: https, http, git and ssh addresses, with or without a user, `.git`, a last slash.
const OFFICIAL_REMOTE =
  /^(?:(?:https?|git|ssh|git\+ssh):\/\/(?:[^@/]{1,100}@)?(?:www\.)?github\.com(?::\d{1,5})?\/|(?:[^@/:]{1,100}@)?github\.com:\/?)kubernetes-client\/ruby(?:\.git)?\/?$/i
const REVISION = /^[0-9a-f]{7,40}$/i
/** The commits of master that reload, from kubernetes-client/ruby#53 to the last one, of 2021-03-04. */
const RELOADING = [
  'aa77f9ba2761',
  'aacf14651a97',
  'acab6cc63149',
  '55cbf89b2393',
  '62f7dfea0685',
  '1c68ae9dd260',
  '33861097e2ea'
]
/** The last commit of master that does not reload, of 2020-03-03. Git shows seven digits if they are unique. */
const LAST_STATIC = 'af7b29c'
const MASTER_NAMES = new Set(['master', 'origin/master', 'refs/heads/master', 'HEAD'])

const KRANE = 'https://github.com/Shopify/krane'
const REPLACE = 'Replace it, for example by kubeclient 4.10.1 or newer with bearer_token_file.'
const INSTALL = `gem 'kubernetes-io', git: '${OFFICIAL}', branch: 'master'`

/** The observation for a git source of the official client: by its commit, else by its branch. */
function observeOfficialSource(requirement: Requirement): Observation | undefined {
  if (requirement.kind !== 'source' || requirement.url === undefined) return undefined
  const { url, branch } = requirement
  if (url.length > 500 || !OFFICIAL_REMOTE.test(url)) {
    return {
      behaviour: 'not-known',
      reason: 'fork',
      because: 'The gem comes from a repository other than the official one, whose commits say nothing about it.',
      evidence: [RELOAD]
    }
  }
  const revision = requirement.revision ?? branch ?? 'master'
  if (MASTER_NAMES.has(revision)) {
    return {
      behaviour: 'reloads',
      because: 'The master branch reads the token file again since 2020-05-04.',
      evidence: [RELOAD]
    }
  }
  if (names(revision, RELOADING)) {
    return { behaviour: 'reloads', because: 'This commit of master reads the token file again.', evidence: [RELOAD] }
  }
  if (names(revision, [LAST_STATIC])) {
    return {
      behaviour: 'reads-once',
      because: 'This commit lies before the one that made the client read the token file again.',
      evidence: [RELOAD]
    }
  }
  return {
    behaviour: 'not-known',
    reason: 'source',
    because: 'This commit or branch of the official repository is not among those whose code was read.',
    evidence: [RELOAD]
  }
}

/** Whether a commit with at least seven digits is in the list, whose commits are abbreviated too. */
function names(revision: string, commits: readonly string[]): boolean {
  if (!REVISION.test(revision)) return false
  const digits = revision.toLowerCase()
  return commits.some(commit => digits.startsWith(commit) || commit.startsWith(digits))
}

const SOURCE_EXAMPLES: readonly Example[] = [
  { requirement: git(OFFICIAL, '33861097e2eab9954b3f07f6898e5e8199199731'), verdict: 'reloads' },
  { requirement: git(`${OFFICIAL}.git`, '3386109'), verdict: 'reloads' },
  { requirement: git('git@github.com:kubernetes-client/ruby.git', 'aacf14651a97'), verdict: 'reloads' },
  { requirement: git('ssh://git@github.com/kubernetes-client/ruby', 'AA77F9BA2761'), verdict: 'reloads' },
  { requirement: git('git://github.com/Kubernetes-Client/ruby.git/', 'master'), verdict: 'reloads' },
  { requirement: git('http://github.com/kubernetes-client/ruby'), verdict: 'reloads' },
  { requirement: { ...git(OFFICIAL), branch: 'master' }, verdict: 'reloads' },
  { requirement: git(OFFICIAL, 'af7b29c'), verdict: 'cannot-reload' },
  { requirement: { ...git(OFFICIAL, 'af7b29c'), branch: 'master' }, verdict: 'cannot-reload' },
  { requirement: git(OFFICIAL, '338610'), verdict: 'unknown', observed: 'not-known' },
  { requirement: git(OFFICIAL, '33861097e2eb'), verdict: 'unknown', observed: 'not-known' },
  { requirement: git(OFFICIAL, 'v1.0.0'), verdict: 'unknown', observed: 'not-known' },
  { requirement: { ...git(OFFICIAL), branch: 'topic' }, verdict: 'unknown', observed: 'not-known' },
  { requirement: git('https://github.com/acme/ruby', '33861097e2ea'), verdict: 'unknown', observed: 'not-known' },
  {
    requirement: git('https://github.example/kubernetes-client/ruby', 'master'),
    verdict: 'unknown',
    observed: 'not-known'
  },
  { requirement: git('https://github.com/kubernetes-client/ruby-extra'), verdict: 'unknown', observed: 'not-known' }
]

function git(url: string, revision?: string): SourceRequirement {
  return sourceRequirement(revision ?? url, { url, revision })
}

/** A tool of Shopify that connects to a cluster from outside, with a kubeconfig. */
function deployTool(name: string, examples: readonly string[]): Client {
  return {
    name,
    title: name,
    repository: KRANE,
    observed: [
      {
        behaviour: 'not-known',
        reason: 'no-loader',
        because:
          'It ends when the deployment is done, and takes its credentials from a kubeconfig: the kubeclient that it brings in decides what becomes of them.',
        evidence: [
          {
            text: 'Shopify/krane, lib/krane/kubeclient_builder.rb',
            url: `${KRANE}/blob/v3.9.1/lib/krane/kubeclient_builder.rb`,
            proof: 'source'
          }
        ]
      }
    ],
    brings: ['kubeclient'],
    fix: { advice: 'Ask for kubeclient 4.10.1 or newer beside it, or add a lockfile.' },
    examples: [
      ...examples.map(requirement => ({ requirement, verdict: 'unknown' as const })),
      { requirement: { kind: 'none' }, verdict: 'unknown' }
    ]
  }
}

/** The rows of the RubyGems ecosystem. */
export const gemClients: readonly Client[] = [
  {
    name: 'kubernetes-io',
    title: 'Kubernetes Ruby client',
    repository: OFFICIAL,
    minimum: MASTER,
    observed: [
      {
        behaviour: 'reads-once',
        because:
          'No released gem reads the token file again: the only release, 1.0.0.pre.alpha2, is a year older than the code that does.',
        evidence: [RELOAD]
      }
    ],
    observe: observeOfficialSource,
    procedure:
      'The documents name the master branch and no release: no released gem reloads. Of a git source of kubernetes-client/ruby the locked commit decides, and where there is none the branch: master reloads since 2020-05-04. Another repository is a fork.',
    fix: { advice: `Take the gem from the master branch: ${INSTALL}` },
    examples: [
      { requirement: '1.0.0.pre.alpha2', verdict: 'cannot-reload', observed: 'reads-once' },
      { requirement: '1.0.0.pre.alpha1', verdict: 'cannot-reload', observed: 'reads-once' },
      { requirement: { kind: 'range', text: '~> 1.0.0.pre.alpha1' }, verdict: 'cannot-reload' },
      ...SOURCE_EXAMPLES
    ]
  },
  {
    // The same client before its gemspec was renamed; in the registry, this name is another project.
    name: 'kubernetes',
    title: 'Kubernetes Ruby client before 2019-04-26',
    repository: OFFICIAL,
    minimum: MASTER,
    observed: [
      {
        behaviour: 'not-known',
        reason: 'no-loader',
        because:
          "The registry's gem of this name is not the official client, which was called so in its git repository only.",
        evidence: [RELOAD]
      }
    ],
    observe: observeOfficialSource,
    fix: { advice: `If the official client is meant, take it from the master branch: ${INSTALL}` },
    examples: [{ requirement: '1.0.0', verdict: 'unknown', observed: 'not-known' }, ...SOURCE_EXAMPLES]
  },
  {
    name: 'kubeclient',
    title: 'kubeclient',
    repository: 'https://github.com/ManageIQ/kubeclient',
    observed: [
      {
        before: '4.10.0',
        behaviour: 'reads-once',
        because: 'The token is read once, also when it is given as bearer_token_file.',
        evidence: [KUBECLIENT_RELOAD]
      },
      {
        from: '4.10.0',
        behaviour: 'reloads-late',
        because:
          'The token file is read again for every request, but only when it is given as bearer_token_file; a bearer_token stays as it is.',
        evidence: [
          KUBECLIENT_RELOAD,
          {
            text: 'kubeclient 4.10.1 stops 4.10.0 from logging how it handles the token',
            url: 'https://github.com/ManageIQ/kubeclient/blob/f6d7628f74e9/CHANGELOG.md',
            proof: 'documented'
          }
        ]
      }
    ],
    fix: {
      version: '4.10.1',
      advice: 'Give the token as bearer_token_file, never as bearer_token: only the file is read again.'
    },
    examples: [
      { requirement: '1.1.4', verdict: 'cannot-reload', observed: 'reads-once' },
      { requirement: '4.9.2', verdict: 'cannot-reload', observed: 'reads-once' },
      { requirement: '4.9.3', verdict: 'cannot-reload', observed: 'reads-once' },
      { requirement: '4.10.0', verdict: 'reloads-late' },
      { requirement: '4.10.1', verdict: 'reloads-late' },
      { requirement: '4.13.0', verdict: 'reloads-late' },
      { requirement: { kind: 'range', text: '~> 4.9.0' }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '~> 4.10' }, verdict: 'reloads-late' },
      { requirement: { kind: 'range', text: ">= 4.0', '< 4.10" }, verdict: 'cannot-reload' },
      { requirement: { kind: 'range', text: '~> 4.9' }, verdict: 'reloads-late' }
    ]
  },
  {
    name: 'k8s-client',
    title: 'k8s-client',
    repository: 'https://github.com/kontena/k8s-client',
    observed: [
      {
        behaviour: 'reads-once',
        because: 'Transport.in_cluster_config reads the token once, in every release up to the last, 0.10.4.',
        evidence: [
          {
            text: 'kontena/k8s-client, lib/k8s/transport.rb',
            url: 'https://github.com/kontena/k8s-client',
            proof: 'source'
          }
        ]
      }
    ],
    fix: { advice: REPLACE },
    examples: [
      { requirement: '0.1.0', verdict: 'cannot-reload', observed: 'reads-once' },
      { requirement: '0.10.4', verdict: 'cannot-reload', observed: 'reads-once' }
    ]
  },
  {
    name: 'k8s-ruby',
    title: 'k8s-ruby',
    repository: 'https://github.com/k8s-ruby/k8s-ruby',
    observed: [
      {
        behaviour: 'reads-once',
        because:
          'Transport.in_cluster_config reads the token once, in every release up to 0.16.0, as in k8s-client, whose fork it is.',
        evidence: [
          {
            text: 'k8s-ruby/k8s-ruby, lib/k8s/transport.rb',
            url: 'https://github.com/k8s-ruby/k8s-ruby',
            proof: 'source'
          }
        ]
      }
    ],
    fix: { advice: REPLACE },
    examples: [
      { requirement: '0.10.5', verdict: 'cannot-reload', observed: 'reads-once' },
      { requirement: '0.16.0', verdict: 'cannot-reload', observed: 'reads-once' }
    ]
  },
  {
    name: 'fluent-plugin-kubernetes_metadata_filter',
    title: 'Fluentd filter for Kubernetes metadata',
    repository: 'https://github.com/fabric8io/fluent-plugin-kubernetes_metadata_filter',
    observed: [
      {
        before: '2.11.1',
        behaviour: 'reads-once',
        because:
          'It reads the token file itself and hands the text to kubeclient, so that no version of kubeclient helps.',
        evidence: [METADATA_FILTER_CLIENT]
      },
      {
        from: '2.11.1',
        before: '3.1.1',
        behaviour: 'reloads-late',
        because:
          'It hands the token file to kubeclient and recreates the client after a 401, but not the watch on pods.',
        evidence: [METADATA_FILTER_CLIENT, METADATA_FILTER_WATCH]
      },
      {
        from: '3.1.1',
        behaviour: 'reloads',
        because:
          'It hands the token file to kubeclient, which from 4.10.0 on reads it for every request, and recreates the client and the watch on pods after a 401.',
        evidence: [METADATA_FILTER_CLIENT, METADATA_FILTER_WATCH]
      }
    ],
    handles: ['kubeclient'],
    with: [
      {
        own: { from: '3.1.1' },
        package: 'kubeclient',
        versions: { before: '4.10.0' },
        behaviour: 'reloads-late',
        because:
          'It hands the token file to kubeclient, which before 4.10.0 reads it once, and recreates the client after a 401.',
        evidence: [METADATA_FILTER_CLIENT, KUBECLIENT_RELOAD],
        fix: {
          other: '4.10.1',
          advice:
            'Move kubeclient to 4.10.1 or newer as well: the filter allows every 4.x, and only from 4.10 on is the file read for each request.'
        }
      }
    ],
    examples: [
      { requirement: '2.6.0', verdict: 'cannot-reload', observed: 'reads-once' },
      { requirement: '2.11.0', verdict: 'cannot-reload', observed: 'reads-once' },
      { requirement: '2.11.1', verdict: 'reloads-late' },
      { requirement: '3.1.0', verdict: 'reloads-late' },
      { requirement: '3.1.1', verdict: 'reloads' },
      { requirement: '3.8.0', verdict: 'reloads' },
      { requirement: '2.11.1', with: { kubeclient: '4.9.3' }, verdict: 'reloads-late' },
      { requirement: '3.1.1', with: { kubeclient: '4.9.3' }, verdict: 'reloads-late' },
      { requirement: '3.2.0', with: { kubeclient: '4.11.0' }, verdict: 'reloads' },
      { requirement: '3.2.0', with: { kubeclient: { kind: 'range', text: '~> 4.0' } }, verdict: 'unknown' },
      { requirement: '2.10.0', with: { kubeclient: '4.11.0' }, verdict: 'cannot-reload', observed: 'reads-once' }
    ]
  },
  {
    name: 'ruby-kubernetes-controller',
    title: 'Ruby Kubernetes Controller',
    repository: 'https://github.com/IBM/ruby-kubernetes-controller',
    observed: [
      {
        before: '0.3.0',
        behaviour: 'not-known',
        reason: 'no-loader',
        because: 'Before 0.3.0 it reads no token file: the program hands the token over, once.',
        evidence: [RUBY_CONTROLLER]
      },
      {
        from: '0.3.0',
        behaviour: 'reads-once',
        because: 'The token file is read once, when the client is made without a token.',
        evidence: [RUBY_CONTROLLER]
      }
    ],
    fix: { advice: REPLACE },
    examples: [
      { requirement: '0.2.4', verdict: 'unknown' },
      { requirement: '0.3.0', verdict: 'cannot-reload' },
      { requirement: '0.3.1', verdict: 'cannot-reload' }
    ]
  },
  deployTool('krane', ['1.0.0', '2.3.6']),
  deployTool('kubernetes-deploy', ['0.20.0', '0.31.1'])
]
