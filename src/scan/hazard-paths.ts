/**
 * The files in which hazards are not looked for: what does not run in a cluster, and what others wrote. Over public repositories nearly
 * all false findings were in them.
 */

/** Folders of which each folder is an environment, also one that is called `test`: it has a cluster as the others have. */
const OF_ENVIRONMENTS =
  '(?<!\\b(?:overlays?|env(?:ironment)?s?|clusters?|stages?|inventor(?:y|ies)|group_vars|host_vars)\\/)'
/** Folders, at any depth. */
const FOLDERS = [
  `${OF_ENVIRONMENTS}(?:tests?|testing)`,
  '[\\w.]+[-_]tests?',
  'test-?cases?',
  '__tests__',
  'test-?data',
  '__fixtures__',
  'fixtures?',
  'golden',
  'snapshots',
  '__snapshots__',
  'mocks?',
  'docs?',
  'documentation',
  'blog',
  // Not a package such as com.example.
  '(?<!\\b(?:com|net|org|io|dev)\\/)examples?',
  'samples?',
  'spec',
  'dist',
  'site-packages',
  'crds?',
  'vendor',
  'third[-_]party',
  'node_modules',
  'generated'
]
/** Names of files. */
const NAMES = [
  '[^/]*\\.golden(?:\\.[^/]*)?',
  '[^/]*\\.(?:input|expected)\\.[^/.]+',
  '[^/]*[._-]crds?\\.(?:yaml|yml|json)',
  'crds?-[^/]*\\.(?:yaml|yml|json)',
  '(?:swagger|openapi)[^/]*\\.(?:yaml|yml|json)',
  '[^/]*[._-]?schema\\.json',
  'zz_generated[^/]*',
  '[^/]*\\.(?:test|spec)\\.[^/.]+',
  '[^/]*_test\\.[^/.]+',
  'test_[^/]*\\.py',
  'conftest\\.py',
  '[^/]*_spec\\.rb',
  '[^/]*(?:Tests?|IT|TestCase)\\.(?:java|kt|cs)',
  '[^/]*(?:\\.generated|\\.gen|\\.pb)\\.[^/.]+',
  '(?:change-?log|release-?notes)[^/]*'
]
const UNSCANNED = new RegExp(`(?:^|/)(?:(?:${FOLDERS.join('|')})/|(?:${NAMES.join('|')})$)`, 'i')

/**
 * A word in the name of a folder or file with a cluster that no workload of the repository stays in: one of tests or of a lesson, or a
 * template of many. `.github` has the clusters of workflows, and a role of Ansible the defaults of whoever uses it.
 */
const PASSING =
  /(?:^|\/)\.github\/|(?:^|\/)roles\/[^/]+\/(?:defaults|vars|templates)\/|(?:^|[/._-])(?:tests?|testing|e2e|ci|hack|examples?|samples?|demos?|tutorials?|quick-?starts?|getting-started|workshops?|playground|sandbox|benchmarks?|scalability|conformance|kind|minikube|devel|dev-setup|templates?)(?=[/._-])/i

/** Whether a cluster that the file at a path makes may be one that workloads of the repository run in. */
export function mayMakeCluster(path: string): boolean {
  return mayHoldHazards(path) && !PASSING.test(path)
}

/** Whether hazards are looked for in the file at a path. */
export function mayHoldHazards(path: string): boolean {
  return !UNSCANNED.test(path)
}
