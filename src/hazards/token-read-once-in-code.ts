/** The rule for source code that reads the token once and keeps the value. */

import type { LanguageName } from '../syntax/code-languages.ts'
import { endsByItself } from './documents/code-runs.ts'
import { offsetOf, type TokenFlow, tokenFlows } from './documents/token-flow.ts'
import type { Keeper } from './documents/token-keepers.ts'
import { type Hazard, type HazardSighting, looksInto } from './hazard.ts'

const KEEPERS: Readonly<Partial<Record<Keeper, string>>> = {
  field: 'The token is read once and stays in a field.',
  variable: 'The token is read once and stays in a variable of the program.',
  result: 'The token is read once: the function keeps its result.',
  loop: 'The token is read in front of a loop that has no end, and used in it.',
  function: 'The token is read once and used by a function that is called for as long as the program runs.',
  environment: 'The token is read once and stays in the environment of the program.',
  object: 'The token is read once, when this function makes an object with it.'
}

const READ_EACH_TIME: Readonly<Record<LanguageName, string>> = {
  python:
    'Read the file for each request: `def headers(): return {"Authorization": "Bearer " + Path(TOKEN).read_text().strip()}`. Or let the client do it: `config.load_incluster_config()` of kubernetes.',
  javascript:
    'Read the file for each request: `const headers = () => ({ Authorization: "Bearer " + readFileSync(TOKEN, "utf8") })`. Or let the client do it: `new KubeConfig().loadFromCluster()` of @kubernetes/client-node.',
  go: 'Use `rest.InClusterConfig()`. For other clients: `transport.NewCachedFileTokenSource(path)` of k8s.io/client-go/transport, or `os.ReadFile(path)` in RoundTrip.',
  java: 'Read the file for each request: `request.header("Authorization", "Bearer " + Files.readString(TOKEN))`. Or let the client do it: `ClientBuilder.cluster()` of io.kubernetes, `new KubernetesClientBuilder()` of io.fabric8.',
  kotlin:
    'Read the file for each request: `val token get() = File(TOKEN).readText()`. Or let the client do it: `KubernetesClientBuilder()` of io.fabric8.',
  ruby: 'Give kubeclient the path: `auth_options: { bearer_token_file: TOKEN }`. Other clients: `def token = File.read(TOKEN)`, called for each request.',
  csharp:
    'Read the file for each request, in a DelegatingHandler: `request.Headers.Authorization = new("Bearer", File.ReadAllText(TokenPath))`. Or use `KubernetesClientConfiguration.InClusterConfig()`.',
  rust: 'Read the file for each request: `client.get(url).bearer_auth(fs::read_to_string(TOKEN)?.trim())`. Or use `kube::Client::try_default()`.'
}

/** Names of keys with which a program signs: the token is a secret to it that must not change, and is sent to nobody. */
const SIGNS = /(?:jwt|session|cookie|signing)_?(?:\w*_)?(?:secret|key)|secret_?key|signing/i

function* inFlow({ source, kept }: TokenFlow): Generator<HazardSighting> {
  const isShort = kept.length > 0 && endsByItself(source)
  for (const { keeper, at, name } of kept) {
    const because = KEEPERS[keeper]
    if (because === undefined || (name !== undefined && SIGNS.test(name))) continue
    yield {
      at: offsetOf(source, at),
      because,
      advice: READ_EACH_TIME[source.code.language.name],
      ...(keeper === 'object' || isShort ? {} : { level: 'error' }),
      ...(name === undefined ? {} : { object: name })
    }
  }
}

const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token'
const FOLDER = '/run/secrets/kubernetes.io/serviceaccount'

/** A value that a program keeps. */
export const tokenReadOnceInCode: Hazard = {
  rule: {
    id: 'token-read-once-in-code',
    level: 'warning',
    title: 'read once',
    meaning: 'A program reads the token once, and keeps the value for longer than the token is sure to live.',
    why: 'The kubelet renews the file, and the value stays. When the token expires, every request of the program is refused until it is restarted.',
    fix: 'Read the file for each request, or at most a minute before it. Or use the loader of a client that reads the token again.',
    waivable: true,
    answers: [],
    harm: 'keeps-token',
    page: 'docs/rules.md',
    evidence: [
      {
        text: 'Kubernetes: the application is responsible for reloading the token',
        url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#launch-a-pod-using-service-account-token-projection',
        proof: 'documented'
      },
      {
        text: 'ray-project/kuberay#2324: a client that is built once is refused after an hour',
        url: 'https://github.com/ray-project/kuberay/issues/2324',
        proof: 'documented'
      }
    ]
  },
  keywords: ['kubernetes.io/serviceaccount'],
  finders: [looksInto(tokenFlows, inFlow)],
  examples: {
    fires: [
      {
        'a.py': `T = open("${TOKEN}").read()\n\ndef pods():\n    return get(URL, headers={"Authorization": "Bearer " + T})\n`
      },
      {
        'a.py': `class C:\n    def __init__(self):\n        with open("${TOKEN}") as f:\n            self.token = f.read()\n`
      },
      { 'a.py': `@functools.lru_cache\ndef token():\n    return Path("${FOLDER}", "token").read_text()\n` },
      {
        'a.py': `def main():\n    t = open("${TOKEN}").read()\n    while True:\n        get(URL, auth=t)\n        sleep(5)\n`
      },
      {
        'a.js': `const t = fs.readFileSync(\`${FOLDER}/token\`);\nexports.get = u => axios.get(u, { headers: { a: t } });\n`
      },
      { 'a.ts': `let t: string | undefined\nexport const token = () => (t ??= readFileSync('${TOKEN}', 'utf8'))\n` },
      { 'a.ts': `class A {\n  private readonly token = readFileSync('${TOKEN}', 'utf8')\n}\n` },
      { 'a.go': `package a\n\nvar token = mustReadFile("${TOKEN}")\n` },
      {
        'a.go': `package a\n\nfunc NewClient() (*client, error) {\n\tb, err := os.ReadFile("${TOKEN}")\n\tif err != nil {\n\t\treturn nil, err\n\t}\n\treturn &client{token: string(b)}, nil\n}\n`
      },
      {
        'A.java': `class A {\n  private static final String T = new String(Files.readAllBytes(Paths.get("${TOKEN}")));\n}\n`
      },
      {
        'A.java': `class A {\n  private String token;\n  String token() throws IOException {\n    if (token == null) {\n      token = Files.readString(Path.of("${FOLDER}", "token"));\n    }\n    return token;\n  }\n}\n`
      },
      { 'A.kt': `class A {\n    private val token by lazy { File("${TOKEN}").readText() }\n}\n` },
      { 'A.kt': `class A {\n    private val token: String = File("${TOKEN}").readText().trim()\n}\n` },
      { 'a.rb': `class A\n  def initialize\n    @token = File.read('${TOKEN}')\n  end\nend\n` },
      {
        'a.rb': `module A\n  def self.token\n    @token ||= File.read("#{DIR}/token")\n  end\n  DIR = '${FOLDER}'\nend\n`
      },
      { 'A.cs': `class A {\n  private readonly string token = File.ReadAllText("${TOKEN}");\n}\n` },
      {
        'A.cs': `class A {\n  public A(HttpClient http) {\n    var t = File.ReadAllText(@"${TOKEN}");\n    this.http = http;\n    this.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", t);\n  }\n}\n`
      },
      {
        'A.cs': `builder.Services.AddSingleton<IVault>(provider => new Vault(address, File.ReadAllText("${TOKEN}")));\n`
      },
      {
        'a.js': `function start() {\n  const t = fs.readFileSync('${TOKEN}', 'utf8');\n  const work = async () => { await axios.get(url, { headers: { authorization: t } }); };\n  setInterval(work, 5000);\n}\n`
      },
      { 'a.rs': `static TOKEN: LazyLock<String> = LazyLock::new(|| fs::read_to_string("${TOKEN}").unwrap());\n` },
      {
        'a.rs': `impl Client {\n    pub fn new() -> Result<Self> {\n        let token = fs::read_to_string("${TOKEN}")?;\n        Ok(Self { token })\n    }\n}\n`
      }
    ],
    silent: [
      {
        'a.py': `def get_pods():\n    t = open("${TOKEN}").read()\n    return requests.get(URL, headers={"Authorization": "Bearer " + t})\n`
      },
      { 'a.py': `N = open("${FOLDER}/namespace").read()\n\ndef f():\n    return N\n` },
      {
        'a.js': `const token = () => fs.readFileSync('${TOKEN}');\nexports.get = u => axios.get(u, { headers: { a: token() } });\n`
      },
      {
        'a.ts': `let t = readFileSync('${TOKEN}', 'utf8')\nsetInterval(() => { t = readFileSync('${TOKEN}', 'utf8') }, 60000)\nexport const token = () => t\n`
      },
      { 'a.go': `package a\n\nfunc token() string {\n\tb, _ := os.ReadFile("${TOKEN}")\n\treturn string(b)\n}\n` },
      { 'a.go': `package a\n\nvar inCluster = exists("${TOKEN}")\n` },
      {
        'A.java': `class A {\n  String token() throws IOException {\n    return Files.readString(Path.of("${TOKEN}"));\n  }\n}\n`
      },
      { 'A.kt': `class A {\n    private val token get() = File("${TOKEN}").readText()\n}\n` },
      { 'a.rb': `def token\n  File.read('${TOKEN}')\nend\n` },
      {
        'A.cs': `class A {\n  public async Task<List<Pod>> Pods() {\n    var http = factory.CreateClient();\n    if (inCluster) {\n      var t = File.ReadAllText("${TOKEN}");\n      http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", t);\n    }\n    return await http.GetFromJsonAsync<List<Pod>>("pods");\n  }\n}\n`
      },
      {
        'a.ts': `class A {\n  async pods(): Promise<Pod[]> {\n    let t\n    t = await readFile('${TOKEN}', 'utf8')\n    return get(url, { headers: { authorization: t } })\n  }\n}\n`
      },
      {
        'A.java': `class A {\n  synchronized List<Pod> pods() throws IOException {\n    String t = Files.readString(Path.of("${TOKEN}"));\n    return send(new Request(t));\n  }\n}\n`
      },
      { 'A.cs': `class A {\n  string Token => File.ReadAllText("${TOKEN}");\n}\n` },
      { 'a.rs': `fn token() -> io::Result<String> {\n    fs::read_to_string("${TOKEN}")\n}\n` },
      { 'a.py': `@lru_cache\ndef jwt_token_secret():\n    return open("${TOKEN}").read()\n` },
      { 'settings.py': `SECRET_KEY = open("${TOKEN}").read()\n` },
      { 'a_test.go': `package a\n\nvar token = mustReadFile("${TOKEN}")\n` }
    ]
  }
}
