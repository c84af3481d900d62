// The Go clients: one module per version, built with `go build`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture, run } from '../process.mjs'

/** A program that creates its client, then requests the pods of a namespace in a loop and ignores the responses. */
function program(imports, setUp, ask) {
  return `package main

import (
${imports.map(line => `\t${line}`).join('\n')}
	"log"
	"time"
)

func main() {
${setUp}
	for {
${ask}
		time.Sleep(5 * time.Second)
	}
}
`
}

/** The REST client of every typed client in client-go, without the types, which take minutes to compile. */
const CLIENT_GO = program(
  [
    '"context"',
    '"reflect"',
    '"k8s.io/apimachinery/pkg/runtime"',
    '"k8s.io/apimachinery/pkg/runtime/serializer"',
    '"k8s.io/client-go/rest"'
  ],
  `	config, err := rest.InClusterConfig()
	if err != nil {
		log.Fatal(err)
	}
	config.UserAgent = rest.DefaultKubernetesUserAgent()
	config.NegotiatedSerializer = serializer.NewCodecFactory(runtime.NewScheme())
	client, err := rest.UnversionedRESTClientFor(config)
	if err != nil {
		log.Fatal(err)
	}`,
  `		// DoRaw takes a context since v0.18.
		do := reflect.ValueOf(client.Get().AbsPath("/api/v1/namespaces/default/pods")).MethodByName("DoRaw")
		arguments := []reflect.Value{}
		if do.Type().NumIn() == 1 {
			arguments = append(arguments, reflect.ValueOf(context.Background()))
		}
		if results := do.Call(arguments); !results[1].IsNil() {
			log.Print(results[1].Interface())
		}`
)
const ERICCHIANG = program(
  ['"context"', '"github.com/ericchiang/k8s"', 'corev1 "github.com/ericchiang/k8s/apis/core/v1"'],
  `	client, err := k8s.NewInClusterClient()
	if err != nil {
		log.Fatal(err)
	}`,
  `		var pods corev1.PodList
		if err := client.List(context.Background(), "default", &pods); err != nil {
			log.Print(err)
		}`
)

// Releases without a go.mod do not have their requirements, and those of 1.15 require versions that do not exist: these
// are the lines of go.mod for each Kubernetes release.
const replace = (module, version) => `replace ${module} => ${module} ${version}`
const apimachinery = version => replace('k8s.io/apimachinery', version)
const BUILT_WITH = {
  'kubernetes-1.10': [
    apimachinery('v0.0.0-20180228050457-302974c03f7e'),
    replace('k8s.io/api', 'v0.0.0-20180308224125-73d903622b73')
  ],
  'kubernetes-1.11': [apimachinery('v0.0.0-20180621070125-103fd098999d')],
  'kubernetes-1.13': [apimachinery('v0.0.0-20181127025237-2b1284ed4c93')],
  'kubernetes-1.14': [apimachinery('v0.0.0-20190404173353-6a84e37a896d')],
  'kubernetes-1.15': [apimachinery('v0.0.0-20190612205821-1799e75a0719')],
  later: []
}
/** The Kubernetes release of each release and commit. */
const CLIENT_GO_VERSIONS = {
  'kubernetes-1.10': ['v7.0.0+incompatible'],
  'kubernetes-1.11': ['v0.0.0-20181126192323-d4cbff6e80d2', 'v8.0.0+incompatible'],
  // 1.12 does not compile with its own requirements, so it has those of the next one.
  'kubernetes-1.13': [
    'v9.0.0+incompatible',
    'v0.0.0-20181126152608-d082d5923d3c',
    'v0.0.0-20181205110444-5e6a3d4e34f6',
    'v0.0.0-20190115164855-701b91367003',
    'v0.0.0-20190528110200-4f3abb12cae2',
    'v0.0.0-20181121191925-a47917edff34',
    'v10.0.0+incompatible',
    'v0.0.0-20181213151034-8d9ed539ba31',
    'v0.0.0-20190228174230-b40b2a5939e4',
    'v0.0.0-20190307161346-7621a5ebb88b',
    'v0.0.0-20190521190702-177766529176'
  ],
  'kubernetes-1.14': [
    'v0.0.0-20190313235726-6ee68ca5fd83',
    'v11.0.0+incompatible',
    'v11.0.1-0.20190409021438-1a26190bd76a+incompatible',
    'v11.0.1-0.20190516230509-ae8359b20417+incompatible',
    'v11.0.1-0.20190805182717-6502b5e7b1b5+incompatible'
  ],
  'kubernetes-1.15': [
    'v0.0.0-20190425172711-65184652c889',
    'v0.0.0-20190515063710-7b18d6600f6b',
    'v0.0.0-20190602130007-e65ca70987a6',
    'v0.0.0-20190619194437-42f9eb3046f9',
    'v0.0.0-20190620085054-d014f46af78e',
    'v0.0.0-20190620085101-78d2af792bab',
    'v12.0.0+incompatible'
  ],
  // The first three have the package in another folder, or require libraries that no longer compile.
  later: [
    'v1.4.0',
    'v1.5.2',
    'v2.0.0+incompatible',
    'v0.0.0-20190918160344-1fbdaa4c8d90',
    'v0.0.0-20191114101535-6c5935290e33',
    'v0.15.7',
    'v0.15.12',
    'v0.16.4',
    'v0.17.0',
    'v0.20.5',
    'v0.24.2',
    'v0.28.4',
    'v0.32.0',
    'v0.37.2',
    'v0.18.19',
    'v0.22.17',
    'v0.26.15',
    'v0.30.14',
    'v0.35.4'
  ]
}

/** Client → versions: those on both sides of every bound, the newest, and some between. */
export const clients = {
  'k8s.io/client-go': Object.values(CLIENT_GO_VERSIONS).flat(),
  'github.com/openshift/kubernetes-client-go': ['v11.0.1-0.20190701222832-70952d66b5d1+incompatible'],
  'github.com/rancher/client-go': ['v1.14.5-rancher.1', 'v1.20.0-rancher.1'],
  'github.com/ericchiang/k8s': ['v1.2.0']
}

/** The requirements of a version, as lines of go.mod, and the program for it. */
function buildOf(client, version) {
  const require = `require k8s.io/client-go ${version}`
  switch (client) {
    case 'github.com/ericchiang/k8s':
      // Later releases of protobuf refuse the names of its messages.
      return {
        lines: [`require ${client} ${version}`, replace('github.com/golang/protobuf', 'v1.3.5')],
        source: ERICCHIANG
      }
    case 'k8s.io/client-go': {
      const release = Object.keys(CLIENT_GO_VERSIONS).find(key => CLIENT_GO_VERSIONS[key].includes(version)) ?? 'later'
      return { lines: [require, ...BUILT_WITH[release]], source: CLIENT_GO }
    }
    default: {
      // A fork replaces client-go, as in projects with the fork.
      const release = /^v(?:11\.|1\.14\.)/.test(version) ? 'kubernetes-1.14' : 'later'
      const fork = `replace k8s.io/client-go => ${client} ${version}`
      return { lines: ['require k8s.io/client-go v0.0.0', fork, ...BUILT_WITH[release]], source: CLIENT_GO }
    }
  }
}

/** Builds the program against one version. */
export async function install(client, version, folder) {
  mkdirSync(folder, { recursive: true })
  const { lines, source } = buildOf(client, version)
  writeFileSync(join(folder, 'go.mod'), `${['module program', 'go 1.16', ...lines].join('\n')}\n`)
  writeFileSync(join(folder, 'main.go'), source)
  await run(['go', 'build', '-mod=mod', '-o', 'program', '.'], folder)
  return { command: [join(folder, 'program')], cwd: folder, tools: await capture(['go', 'env', 'GOVERSION']) }
}
