#!/usr/bin/env node
// Finds the client-go of each release of a Go project, and the observed behaviour of that client-go:
// `node evidence/images.mjs [PROJECT…]`, after a build. It fetches the sources of each release from the Go module
// proxy, scans them with our own command line, and writes evidence/images.json, with which a test compares the policy's
// rows for container images. Needs `go`; releases that the proxy does not have are skipped and counted.
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const cli = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url))
const file = new URL('images.json', import.meta.url)

/** The count of releases that are fetched at the same time. */
const CONCURRENCY = 4

/** Image → the Go modules that it is built from, and their releases: `1.3.0-6` are the patches 0 to 6 of 1.3. */
const PROJECTS = {
  'coredns/coredns': {
    modules: ['github.com/coredns/coredns'],
    releases: '1.2.0-6 1.3.0-1 1.4.0 1.5.0-2 1.6.0-9 1.7.0-1 1.8.0-4'
  },
  'amazon-k8s-cni': {
    modules: ['github.com/aws/amazon-vpc-cni-k8s'],
    releases: '1.0.0 1.1.0 1.2.0-1 1.3.0-3 1.4.0-1 1.5.0-7 1.6.0-4 1.7.0-10 1.8.0'
  },
  'amazon/aws-alb-ingress-controller': {
    modules: [
      'sigs.k8s.io/aws-load-balancer-controller',
      'sigs.k8s.io/aws-alb-ingress-controller',
      'github.com/kubernetes-sigs/aws-alb-ingress-controller'
    ],
    releases: '1.0.0-1 1.1.0-9 2.0.0-1'
  },
  'external-dns/external-dns': {
    modules: [
      'sigs.k8s.io/external-dns',
      'github.com/kubernetes-incubator/external-dns',
      'github.com/kubernetes-sigs/external-dns'
    ],
    releases: '0.5.0-18 0.6.0 0.7.0-6'
  },
  'jetstack/cert-manager-controller': {
    modules: ['github.com/jetstack/cert-manager'],
    releases: '0.5.0-2 0.6.0-6 0.7.0-2 0.8.0-1 0.9.0-1 0.10.0-1 0.11.0-1 0.12.0 0.13.0-1 0.14.0 0.15.0 1.0.0'
  },
  'prom/prometheus': {
    modules: ['github.com/prometheus/prometheus'],
    releases:
      '2.5.0 2.6.0-1 2.7.0-2 2.8.0-1 2.9.0-2 2.10.0 2.11.0-2 2.12.0 2.13.0-1 2.14.0 2.15.0-2 2.16.0 2.17.0-2 2.18.0'
  },
  'prometheus-operator/prometheus-operator': {
    modules: ['github.com/coreos/prometheus-operator', 'github.com/prometheus-operator/prometheus-operator'],
    releases:
      '0.23.0-2 0.24.0 0.25.0 0.26.0 0.27.0 0.28.0 0.29.0 0.30.0-1 0.31.0-1 0.32.0 0.33.0 0.34.0 0.35.0-1 0.36.0 0.37.0 0.38.0-3 0.39.0 0.40.0'
  },
  'metrics-server/metrics-server': {
    modules: [
      'sigs.k8s.io/metrics-server',
      'github.com/kubernetes-incubator/metrics-server',
      'github.com/kubernetes-sigs/metrics-server'
    ],
    releases: '0.2.0-1 0.3.0-7 0.4.0-4'
  },
  'kube-state-metrics/kube-state-metrics': {
    modules: ['k8s.io/kube-state-metrics', 'k8s.io/kube-state-metrics/v2'],
    releases: '1.3.0-1 1.4.0 1.5.0 1.6.0 1.7.0-2 1.8.0 1.9.0-8 2.0.0'
  },
  'node-problem-detector/node-problem-detector': {
    modules: ['k8s.io/node-problem-detector'],
    releases: '0.6.0-6 0.7.0-1 0.8.0-14'
  },
  'ingress-nginx/controller': {
    modules: ['k8s.io/ingress-nginx'],
    releases: '0.20.0 0.21.0 0.22.0 0.23.0 0.24.0-1 0.25.0-1 0.26.0-2 0.27.0-1 0.28.0 0.30.0'
  },
  traefik: {
    modules: [
      'github.com/containous/traefik',
      'github.com/containous/traefik/v2',
      'github.com/traefik/traefik/v2',
      'github.com/traefik/traefik'
    ],
    releases: '1.7.0-34 2.0.0-7 2.1.0-9 2.2.0-1'
  },
  'argoproj/argocd': {
    modules: ['github.com/argoproj/argo-cd'],
    releases: '0.10.0-6 0.11.0-2 0.12.0-3 1.0.0-2 1.1.0-2 1.2.0-5 1.3.0-6 1.4.0-3 1.5.0-8 1.6.0-2 1.7.0'
  },
  'velero/velero': {
    modules: ['github.com/heptio/velero', 'github.com/vmware-tanzu/velero'],
    releases: '0.11.0-1 1.0.0 1.1.0 1.2.0 1.3.0-2 1.4.0'
  },
  'kubernetesui/dashboard': { modules: ['github.com/kubernetes/dashboard'], releases: '1.8.0-3 1.10.0-1 2.0.0-5' },
  'kedacore/keda': {
    modules: ['github.com/kedacore/keda', 'github.com/kedacore/keda/v2'],
    releases: '1.0.0 1.1.0 1.2.0 1.3.0 1.4.0-1 1.5.0 2.0.0'
  },
  'descheduler/descheduler': {
    modules: ['sigs.k8s.io/descheduler'],
    releases: '0.6.0 0.7.0 0.8.0 0.9.0 0.10.0 0.18.0'
  },
  'grafana/loki': {
    modules: ['github.com/grafana/loki'],
    releases: '0.1.0 0.2.0 0.3.0 0.4.0 1.0.0-2 1.1.0 1.2.0 1.3.0 1.4.0-1 1.5.0 1.6.0-1'
  },
  'istio/pilot': { modules: ['istio.io/istio'], releases: '1.1.0-17 1.2.0-10 1.3.0-8 1.4.0-10 1.5.0-1' }
}

const wanted = process.argv.slice(2)
const known = JSON.parse(readFileSync(file, 'utf8'))
const results = { ...known }
const jobs = Object.entries(PROJECTS)
  .filter(([image]) => wanted.length === 0 || wanted.includes(image))
  .flatMap(([image, { modules, releases }]) => {
    results[image] = []
    return releases
      .split(' ')
      .flatMap(expand)
      .map(version => ({ image, modules, version }))
  })
let missing = 0
await Promise.all(
  Array.from({ length: CONCURRENCY }, async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const found = await lookUp(job)
      if (!found) missing++
      else results[job.image].push(found)
    }
  })
)
for (const rows of Object.values(results))
  rows.sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }))
writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`)
process.stdout.write(`${Object.values(results).flat().length} releases known, ${missing} not served by the proxy\n`)

function expand(text) {
  const { minor, first, last } = /^(?<minor>\d+\.\d+)\.(?<first>\d+)(?:-(?<last>\d+))?$/.exec(text).groups
  return Array.from({ length: Number(last ?? first) - Number(first) + 1 }, (_, at) => `${minor}.${Number(first) + at}`)
}

async function lookUp({ image, modules, version }) {
  for (const module of modules) {
    for (const tag of [`v${version}`, `v${version}+incompatible`, version]) {
      const folder = await sourceOf(`${module}@${tag}`)
      if (folder === undefined) continue
      const { stdout } = await run(process.execPath, [cli, 'scan', folder, '--format', 'json', '--fail-on', 'never'], {
        maxBuffer: 1 << 28
      }).catch(error => error)
      const all = JSON.parse(stdout).findings.filter(
        finding => finding.name === 'k8s.io/client-go' && finding.settledBy === undefined
      )
      const own =
        all.find(finding => /^(?:go\.mod|Gopkg\.lock|glide\.lock|vendor\/modules\.txt)$/.test(finding.path)) ?? all[0]
      if (!own) {
        process.stderr.write(`${image} ${version}: no client-go in ${module}@${tag}\n`)
        continue
      }
      const { requirement: clientGo, replacement, observed } = own
      return { version, module: `${module}@${tag}`, clientGo, ...(replacement ? { replacement } : {}), observed }
    }
  }
}

async function sourceOf(query) {
  const env = { ...process.env, GOFLAGS: '-mod=mod', GOSUMDB: 'off', GO111MODULE: 'on' }
  const { stdout } = await run('go', ['mod', 'download', '-json', query], { env, cwd: '/', timeout: 120_000 }).catch(
    error => error
  )
  try {
    return JSON.parse(stdout).Dir
  } catch {
    return undefined
  }
}
