// The released API server, built from its Go modules with one addition: a setting that moves its clock.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture, run } from '../process.mjs'

/** The environment variable that moves the clock of the API server, in seconds. Without it, the clock is right. */
export const CLOCK_SHIFT = 'EVIDENCE_CLOCK_SHIFT'

/** A file beside those of Go's package `time`. */
const SHIFT = `package time

import "syscall"

// clockShift is what every reading of the wall clock is moved by, in seconds.
var clockShift = func() int64 {
	text, _ := syscall.Getenv("${CLOCK_SHIFT}")
	seconds, _ := atoi(text)
	return int64(seconds)
}()
`
/** What building may take on a busy machine; half an hour was seen. */
const BUILD_MINUTES = 180

const READING = '\tsec, nsec, mono := runtimeNow()\n'
const NOW = `func Now() Time {\n${READING}`

/** Builds kube-apiserver of a version such as `1.37.2` in a folder, unless it is there. Returns its path. */
export async function build(version, folder) {
  const program = join(folder, 'kube-apiserver')
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  const module = `k8s.io/kubernetes@v${version}`
  const { GoMod } = JSON.parse(await run(['go', 'mod', 'download', '-json', module], folder))
  // Kubernetes has its libraries in its own repository, and publishes each as v0.MINOR.PATCH.
  const libraries = readFileSync(GoMod, 'utf8').matchAll(/^\t(\S+) => \.\/staging\//gm)
  const libraryVersion = version.replace(/^1\./, 'v0.')
  const lines = [
    'module evidence',
    'go 1.26',
    `require k8s.io/kubernetes v${version}`,
    ...Array.from(libraries, ([, library]) => `replace ${library} => ${library} ${libraryVersion}`)
  ]
  writeFileSync(join(folder, 'go.mod'), `${lines.join('\n')}\n`)
  writeFileSync(
    join(folder, 'main.go'),
    'package main\n\nimport _ "k8s.io/kubernetes/cmd/kube-apiserver/app"\n\nfunc main() {}\n'
  )
  await run(['go', 'mod', 'tidy'], folder)
  const overlay = ['-overlay', writeOverlay(await capture(['go', 'env', 'GOROOT']), folder)]
  // Not optimised, which builds sooner.
  const quickly = ['-gcflags=all=-N -l', '-ldflags=-s -w']
  const command = ['go', 'build', ...overlay, ...quickly, '-o', program, 'k8s.io/kubernetes/cmd/kube-apiserver']
  await run(command, folder, { CGO_ENABLED: '0' }, BUILD_MINUTES)
  return program
}

/** Writes the changed `time.Now`, and the list of files that Go reads in place of its own. Returns the list's path. */
function writeOverlay(root, folder) {
  const own = join(root, 'src', 'time', 'time.go')
  const text = readFileSync(own, 'utf8')
  if (!text.includes(NOW)) throw new Error(`time.Now of this Go is not the one known here: ${own}`)
  writeFileSync(join(folder, 'time.txt'), text.replace(NOW, `${NOW}\tsec += clockShift\n`))
  writeFileSync(join(folder, 'shift.txt'), SHIFT)
  const files = {
    [own]: join(folder, 'time.txt'),
    [join(root, 'src', 'time', 'clock_shift_evidence.go')]: join(folder, 'shift.txt')
  }
  const list = join(folder, 'overlay.json')
  writeFileSync(list, JSON.stringify({ Replace: files }))
  return list
}
