/** What is found in source code: the reads of the token, what keeps the value, and what reads it again. */

import { expect, test } from '@jest/globals'
import { SourceCode } from '../../../src/hazards/documents/source-code.ts'
import { keptTokens } from '../../../src/hazards/documents/token-keepers.ts'
import { tokenReads } from '../../../src/hazards/documents/token-reads.ts'
import { readCode } from '../../../src/syntax/code.ts'
import { type LanguageName, languages } from '../../../src/syntax/code-languages.ts'
import { LONG, long, withinBudget } from '../../support/hostile.ts'

const FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount'
const TOKEN = `${FOLDER}/token`
const sourceOf = (name: LanguageName, text: string) => new SourceCode(readCode(text, languages[name]))
const readsIn = (name: LanguageName, text: string) => tokenReads(sourceOf(name, text)).length
const keepersIn = (name: LanguageName, text: string) => keptTokens(sourceOf(name, text)).map(({ keeper }) => keeper)

test.each<[LanguageName, string]>([
  ['python', `D = "${FOLDER}/"\nopen(D + "token")`],
  ['python', `D = "${FOLDER}"\nopen(os.path.join(D, "token"))`],
  ['python', `(Path("${FOLDER}") / "token").read_text()`],
  ['python', `open("%s/token" % "${FOLDER}")`],
  ['python', `D = "${FOLDER}"\nopen(f"{D}/token")`],
  ['python', `def f(path="${TOKEN}"):\n    open(path)`],
  ['python', `subprocess.check_output(["cat", "${TOKEN}"])`],
  ['javascript', `fs.readFileSync(process.env.T || '${TOKEN}')`],
  ['javascript', `const D = '${FOLDER}'\nreadFile(path.join(D, 'token'))`],
  ['javascript', `Bun.file('${TOKEN}').text()`],
  ['go', `const D = "${FOLDER}"\nvar b, _ = os.ReadFile(filepath.Join(D, "token"))`],
  ['go', `func f() { p := fmt.Sprintf("%s/%s", "${FOLDER}", "token"); os.Open(p) }`],
  ['java', `class A { void f() { Files.readString(Path.of("${FOLDER}").resolve("token")); } }`],
  ['java', `class A { Reader r = new FileReader("${TOKEN}"); }`],
  ['kotlin', `val p = "${FOLDER}"\nval t = File("$p/token").readText()`],
  ['ruby', `D = '${FOLDER}'.freeze\nFile.read File.join(D, 'token')`],
  ['ruby', `t = \`cat ${TOKEN}\``],
  ['csharp', `class A { string t = File.ReadAllText(Path.Combine("${FOLDER}", "token")); }`],
  ['rust', `const D: &str = "${FOLDER}";\nfn f() { fs::read(format!("{}/token", D)); }`],
  ['rust', `fn f() { File::open(Path::new("/run/secrets/kubernetes.io/serviceaccount").join("token")); }`]
])('a read of the token in %s: %s', (name, text) => {
  expect(readsIn(name, text)).toBeGreaterThan(0)
})

test.each<[LanguageName, string]>([
  ['python', `os.path.exists("${TOKEN}")`],
  ['python', `open("${FOLDER}/ca.crt")`],
  ['python', `D = "${FOLDER}"\nopen(D + "/namespace", "token")`],
  ['go', `var c = rest.Config{BearerTokenFile: "${TOKEN}"}`],
  ['go', `var _, err = os.Stat("${TOKEN}")`],
  ['ruby', `a(bearer_token_file: '${TOKEN}')`],
  ['java', `class A { boolean b = Files.exists(Paths.get("${TOKEN}")); }`],
  ['javascript', `// readFileSync('${TOKEN}')`],
  ['javascript', `execSync('ls ${TOKEN}')`]
])('no read in %s: %s', (name, text) => {
  expect(readsIn(name, text)).toBe(0)
})

test.each<[LanguageName, string, readonly string[]]>([
  ['python', `def f():\n    os.environ["T"] = g()\n\ndef g():\n    return open("${TOKEN}").read()\n`, []],
  ['python', `os.environ["T"] = open("${TOKEN}").read()`, ['variable']],
  [
    'python',
    `def main():\n    s = requests.Session()\n    s.headers.update({"a": open("${TOKEN}").read()})\n    while True:\n        s.get(u)\n`,
    ['loop']
  ],
  [
    'python',
    `def main():\n    t = open("${TOKEN}").read()\n    while True:\n        if get(t):\n            break\n`,
    []
  ],
  ['python', `T = open("${TOKEN}").read()\nget(u, T)\n`, []],
  ['javascript', `class A { b() { if (!this.c) this.c = readFileSync('${TOKEN}'); return this.c } }`, ['field']],
  [
    'javascript',
    `function f() { const t = readFileSync('${TOKEN}'); setInterval(() => get(t), 1) }\nf()`,
    ['function']
  ],
  ['javascript', `const a = once(() => readFileSync('${TOKEN}'))`, ['result']],
  ['javascript', `class A { constructor() { fs.readFile('${TOKEN}', (e, d) => { this.t = d }) } }`, ['field']],
  ['javascript', `class A { constructor() { fs.promises.readFile('${TOKEN}').then(d => { this.t = d }) } }`, ['field']],
  ['go', `func f() { b, _ := os.ReadFile("${TOKEN}"); os.Setenv("T", string(b)) }`, ['environment']],
  ['go', `func main() { b, _ := os.ReadFile("${TOKEN}"); go func() { for { get(b) } }() }`, ['loop']],
  ['go', `var t = sync.OnceValue(func() string { b, _ := os.ReadFile("${TOKEN}"); return string(b) })`, ['result']],
  ['go', `func f() { b, _ := os.ReadFile("${TOKEN}"); r.Header.Set("a", string(b)); c.Do(r) }`, []],
  ['java', `class A { @Bean String t() { return Files.readString(Path.of("${TOKEN}")); } }`, ['result']],
  ['java', `class A { String t; void f() { this.t = Files.readString(Path.of("${TOKEN}")); } }`, []],
  ['kotlin', `class A { val t = try { File("${TOKEN}").readText() } catch (e: E) { "" } }`, ['field']],
  ['csharp', `class A { Lazy<string> t = new Lazy<string>(() => File.ReadAllText("${TOKEN}")); }`, ['result']],
  [
    'rust',
    `fn new() -> A { let mut t = String::new(); File::open("${TOKEN}")?.read_to_string(&mut t)?; A { t } }`,
    ['object']
  ],
  [
    'rust',
    `fn new() -> A { let t = match fs::read_to_string("${TOKEN}") { Ok(t) => t, Err(e) => panic!() }; A { t } }`,
    ['object']
  ]
])('%s: %s', (name, text, keepers) => {
  expect(keepersIn(name, text)).toEqual(keepers)
})

test.each<[LanguageName, string]>([
  [
    'javascript',
    `let t = f()\nfunction f() { return readFileSync('${TOKEN}') }\nsetInterval(() => { t = f() }, 1)\nexport { t }`
  ],
  [
    'javascript',
    `let t = readFileSync('${TOKEN}')\nfunction load() { t = readFileSync('${TOKEN}') }\nfs.watch(p, load)\nexport { t }`
  ],
  [
    'python',
    `class A:\n    def __init__(self):\n        self.t = self.read()\n    def read(self):\n        return open("${TOKEN}").read()\n    def refresh(self):\n        self.t = self.read()\n`
  ],
  [
    'python',
    `class A:\n    def get(self):\n        if self.t is None or time.time() > self.until:\n            self.t = open("${TOKEN}").read()\n        return self.t\n`
  ],
  [
    'java',
    `class A { String t = r(); @Scheduled(fixedRate = 1) void u() { t = r(); } String r() { return Files.readString(Path.of("${TOKEN}")); } }`
  ],
  [
    'go',
    `var t = read()\nfunc read() string { b, _ := os.ReadFile("${TOKEN}"); return string(b) }\nfunc run() { for range ticker.C { t = read() } }`
  ]
])('nothing is kept where the file is read again, in %s: %s', (name, text) => {
  expect(keepersIn(name, text)).toEqual([])
})

test('hostile texts take time in proportion to their length', async () => {
  for (const piece of [
    `a = open("${TOKEN}")\n`,
    'a = a + a\n',
    'open(',
    'f(f(',
    `def f(a):\n  return open(a)\nf("${TOKEN}")\n`
  ])
    await withinBudget(LONG, 5000, () => keepersIn('python', long(piece)))
})

test.each<[LanguageName, string, string]>([
  ['rust', 'fn load() -> Self {\n', `let token = fs::read_to_string("${TOKEN}")?;`],
  ['javascript', 'function load() {\nload()\n', `token = fs.readFileSync("${TOKEN}")`],
  ['go', 'load := func load() {\nload()\n', `token = os.ReadFile("${TOKEN}")`],
  ['javascript', 'if (Date.now() < a) { load() }\nfunction load() {\n', `token = fs.readFileSync("${TOKEN}")`]
])(
  '%s: functions of one name in each other are looked at once for each of their callers',
  async (name, piece, read) => {
    const text = long(piece) + read
    await withinBudget(text.length, 1000, () => keepersIn(name, text))
  }
)
