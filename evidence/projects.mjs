// The packages whose releases evidence/sources.mjs reads. `pins` finds the version of the client in a file of each release, by the
// first pattern that matches; `loader` finds what the loader in the package does with the token file. `tags` takes the version
// from a tag of the repository. Without one the registry is asked: Maven for POMs, which take the place of files, npm and pip for what
// they say of dependencies.

const PLAIN = /^v?(\d.*)$/
const csproj = name => new RegExp(`<Package(?:Reference|Version) Include="${name}" Version="([\\d.]+|\\[[^"]+)"`)
const property = name => new RegExp(`<${name.replaceAll('.', '\\.')}>(\\d[^<]*)<`)

const SPRING_POM = 'spring-cloud-kubernetes-dependencies/pom.xml'
const PEKKO_LEASE =
  'lease-kubernetes/src/main/scala/org/apache/pekko/coordination/lease/kubernetes/internal/AbstractKubernetesApiImpl.scala'
const PEKKO_DISCOVERY =
  'discovery-kubernetes-api/src/main/scala/org/apache/pekko/discovery/kubernetes/KubernetesApiServiceDiscovery.scala'
const AKKA_DISCOVERY =
  'discovery-kubernetes-api/src/main/scala/akka/discovery/kubernetes/KubernetesApiServiceDiscovery.scala'
const SPRING_VAULT = 'spring-vault-core/src/main/java/org/springframework/vault/authentication'
const AKKA_LEASE = 'lease-kubernetes/src/main/scala/akka/coordination/lease/kubernetes/internal/KubernetesApiImpl.scala'
const KUBE_PING = 'src/main/java/org/jgroups/protocols/kubernetes/KUBE_PING.java'
const SKYWALKING = 'oap-server/server-cluster-plugin/cluster-kubernetes-plugin/pom.xml'
const YAKC = 'kubernetes-client/src/main/java/com/marcnuri/yakc/config/ConfigurationResolver.java'
const APPLICATION_INSIGHTS = 'src/ApplicationInsights.Kubernetes'

export const PROJECTS = [
  {
    ecosystem: 'maven',
    packages: ['org.springframework.cloud:spring-cloud-kubernetes-dependencies'],
    client: 'io.fabric8:kubernetes-client',
    repository: 'spring-cloud/spring-cloud-kubernetes',
    tags: PLAIN,
    pins: [
      [SPRING_POM, property('kubernetes-fabric8-client.version')],
      [SPRING_POM, property('kubernetes-client.version')]
    ]
  },
  {
    ecosystem: 'maven',
    packages: ['org.springframework.cloud:spring-cloud-kubernetes-client-config'],
    client: 'io.kubernetes:client-java',
    repository: 'spring-cloud/spring-cloud-kubernetes',
    tags: PLAIN,
    module: ['spring-cloud-kubernetes-client-config/pom.xml', /./],
    pins: [[SPRING_POM, property('kubernetes-(?:java|native)-client.version')]]
  },
  {
    ecosystem: 'maven',
    packages: ['org.springframework.cloud:spring-cloud-dependencies'],
    client: 'org.springframework.cloud:spring-cloud-kubernetes-dependencies',
    repository: 'spring-cloud/spring-cloud-release',
    tags: /^v((?:\d{4}\.\d|Hoxton|Greenwich).*)$/,
    pins: [['spring-cloud-dependencies/pom.xml', property('spring-cloud-kubernetes.version')]]
  },
  {
    ecosystem: 'maven',
    packages: ['io.javaoperatorsdk:operator-framework-core'],
    client: 'io.fabric8:kubernetes-client',
    repository: 'operator-framework/java-operator-sdk',
    tags: PLAIN,
    pins: [['pom.xml', property('fabric8-client.version')]]
  },
  {
    ecosystem: 'maven',
    packages: ['org.csanchez.jenkins.plugins:kubernetes'],
    client: 'org.jenkins-ci.plugins:kubernetes-client-api',
    repository: 'jenkinsci/kubernetes-plugin',
    tags: /^(?:kubernetes-)?(\d.*)$/,
    pins: [
      ['pom.xml', /<artifactId>kubernetes-client-api<\/artifactId>\s*<version>([^<]+)/],
      ['pom.xml', property('kubernetes-client.version')]
    ]
  },
  {
    ecosystem: 'maven',
    packages: ['org.apache.flink:flink-kubernetes-operator'],
    client: 'io.fabric8:kubernetes-client',
    repository: 'apache/flink-kubernetes-operator',
    tags: /^release-(\d.*)$/,
    pins: [['pom.xml', property('fabric8.version')]]
  },
  {
    ecosystem: 'maven',
    packages: ['io.micronaut.kubernetes:micronaut-kubernetes-client'],
    client: 'io.kubernetes:client-java',
    repository: 'micronaut-projects/micronaut-kubernetes',
    tags: PLAIN,
    pins: [
      ['gradle/libs.versions.toml', /^io-kubernetes-client-java *= *['"]([\d.]+)/m],
      ['gradle.properties', /^ioKubernetesClientJava *[=:] *([\d.]+)/m]
    ]
  },
  {
    ecosystem: 'maven',
    packages: ['org.wildfly:wildfly-galleon-pack'],
    client: 'org.jgroups.kubernetes:jgroups-kubernetes',
    repository: 'wildfly/wildfly',
    tags: PLAIN,
    pins: [['pom.xml', property('version.org.jgroups.kubernetes')]]
  },
  {
    ecosystem: 'maven',
    packages: ['org.infinispan:infinispan-cloud'],
    client: 'org.jgroups.kubernetes:jgroups-kubernetes',
    repository: 'infinispan/infinispan',
    tags: PLAIN,
    module: ['cloud/pom.xml', /<artifactId>jgroups-kubernetes</],
    pins: [
      ['build-configuration/bom/pom.xml', property('versionx.org.jgroups.kubernetes.jgroups-kubernetes')],
      ['build-configuration/pom.xml', property('versionx.org.jgroups.kubernetes.jgroups-kubernetes')],
      ['bom/pom.xml', property('version.jgroups.kubernetes')],
      ['pom.xml', property('versionx.org.jgroups.kubernetes.jgroups-kubernetes')]
    ]
  },
  {
    ecosystem: 'maven',
    packages: ['org.springframework.cloud:spring-cloud-deployer-kubernetes'],
    client: 'io.fabric8:kubernetes-client',
    repository: 'spring-cloud/spring-cloud-deployer-kubernetes',
    tags: PLAIN,
    pins: [['pom.xml', property('kubernetes-client.version')]]
  },
  {
    ecosystem: 'maven',
    packages: ['io.smallrye.stork:stork-service-discovery-kubernetes'],
    client: 'io.fabric8:kubernetes-client',
    repository: 'smallrye/smallrye-stork',
    tags: PLAIN,
    pins: [['pom.xml', property('kubernetes-client.version')]]
  },
  {
    ecosystem: 'maven',
    packages: ['org.apache.dubbo:dubbo-registry-kubernetes'],
    client: 'io.fabric8:kubernetes-client',
    repository: 'apache/dubbo',
    tags: /^dubbo-(\d.*)$/,
    module: ['dubbo-registry/dubbo-registry-kubernetes/pom.xml', /./],
    pins: [['dubbo-dependencies-bom/pom.xml', property('fabric8_kubernetes_version')]]
  },
  {
    ecosystem: 'maven',
    packages: ['org.apache.logging.log4j:log4j-kubernetes'],
    client: 'io.fabric8:kubernetes-client',
    repository: 'apache/logging-log4j2',
    tags: /^rel\/(\d.*)$/,
    module: ['log4j-kubernetes/pom.xml', /kubernetes-client/],
    pins: [
      ['pom.xml', property('kubernetes-client.version')],
      ['log4j-parent/pom.xml', property('kubernetes-client.version')]
    ]
  },
  {
    ecosystem: 'maven',
    packages: ['io.fabric8:elasticsearch-cloud-kubernetes'],
    client: 'io.fabric8:kubernetes-client',
    repository: 'fabric8io/elasticsearch-cloud-kubernetes',
    tags: /^elasticsearch-cloud-kubernetes-(\d.*)$/,
    pins: [['pom.xml', property('kubernetes-client.version')]]
  },
  {
    ecosystem: 'maven',
    packages: ['org.apache.camel:camel-kubernetes'],
    client: 'io.fabric8:kubernetes-client',
    pins: [['org.apache.camel:camel-parent', property('kubernetes-client-version')]]
  },
  {
    ecosystem: 'maven',
    packages: ['org.apache.flink:flink-kubernetes'],
    client: 'io.fabric8:kubernetes-client',
    pins: [['org.apache.flink:flink-kubernetes', property('kubernetes.client.version')]]
  },
  {
    ecosystem: 'maven',
    packages: ['org.apache.pulsar:pulsar-functions-runtime'],
    client: 'io.kubernetes:client-java',
    // Before 2.7 the module itself has the version: 2.0.0.
    pins: [['org.apache.pulsar:pulsar', property('kubernetesclient.version')]]
  },
  {
    ecosystem: 'maven',
    packages: ['org.apache.pekko:pekko-lease-kubernetes'],
    repository: 'apache/pekko-management',
    tags: PLAIN,
    loader: [
      [PEKKO_LEASE, /def apiToken\(/, 'reloads'],
      [PEKKO_LEASE, /lazy val apiToken\b/, 'reads-once'],
      [PEKKO_LEASE.replace('Abstract', ''), /lazy val apiToken\b/, 'reads-once']
    ]
  },
  {
    ecosystem: 'maven',
    packages: ['org.apache.pekko:pekko-discovery-kubernetes-api'],
    repository: 'apache/pekko-management',
    tags: PLAIN,
    loader: [[PEKKO_DISCOVERY, /val apiToken = readConfigVar/, 'reads-once']]
  },
  {
    ecosystem: 'maven',
    packages: ['com.lightbend.akka.discovery:akka-discovery-kubernetes-api'],
    repository: 'akka/akka-management',
    tags: PLAIN,
    loader: [
      [AKKA_DISCOVERY, /apiTokenTtl/, 'reloads'],
      [AKKA_DISCOVERY, /readConfigVarFromFilesystem\(settings\.apiTokenPath/, 'reads-once']
    ]
  },
  {
    ecosystem: 'maven',
    packages: ['com.lightbend.akka.management:akka-lease-kubernetes'],
    repository: 'akka/akka-management',
    tags: PLAIN,
    loader: [
      [AKKA_LEASE, /loadApiToken: \(\) => Future\[String\]/, 'reloads'],
      [AKKA_LEASE, /(?:lazy val apiToken = readConfigVar|^ +apiToken: String,$)/m, 'reads-once']
    ]
  },
  {
    ecosystem: 'maven',
    packages: ['org.jgroups.kubernetes:jgroups-kubernetes'],
    repository: 'jgroups-extras/jgroups-kubernetes',
    tags: /^(?:jgroups-kubernetes-)?(\d.*)$/,
    loader: [
      [KUBE_PING, /new TokenStreamProvider\(saTokenFile,/, 'reloads'],
      [KUBE_PING, /readFileToString\(saTokenFile\)/, 'reads-once']
    ]
  },
  {
    ecosystem: 'maven',
    packages: ['org.apache.skywalking:cluster-kubernetes-plugin'],
    client: 'io.kubernetes:client-java',
    repository: 'apache/skywalking',
    tags: /^v((?:[678]|9\.[0-5])\..*)$/,
    module: [SKYWALKING, /<artifactId>client-java</],
    pins: [
      ['oap-server-bom/pom.xml', property('kubernetes.version')],
      ['oap-server/pom.xml', property('kubernetes.version')]
    ]
  },
  {
    ecosystem: 'maven',
    packages: ['org.springframework.vault:spring-vault-core'],
    repository: 'spring-projects/spring-vault',
    tags: PLAIN,
    loader: [
      [`${SPRING_VAULT}/ResourceCredentialSupplier.java`, /new String\(readToken\(this\.resource\)/, 'reloads'],
      [`${SPRING_VAULT}/KubernetesServiceAccountTokenFile.java`, /this\.token = readToken\(resource\)/, 'reads-once']
    ]
  },
  {
    ecosystem: 'maven',
    packages: ['com.marcnuri.yakc:kubernetes-client'],
    repository: 'manusa/yakc',
    tags: PLAIN,
    loader: [
      [YAKC, /\.token\(\(\) -> readFile\(new File\(SA_TOKEN_POD_FILE/, 'reloads'],
      [YAKC, /\.token\(readFile\(new File\(SA_TOKEN_POD_FILE/, 'reads-once']
    ]
  },
  {
    ecosystem: 'nuget',
    packages: ['Microsoft.ApplicationInsights.Kubernetes'],
    client: 'KubernetesClient',
    repository: 'microsoft/ApplicationInsights-Kubernetes',
    tags: PLAIN,
    pins: [
      [`${APPLICATION_INSIGHTS}/ApplicationInsights.Kubernetes.csproj`, csproj('KubernetesClient')],
      ['Directory.Packages.props', csproj('KubernetesClient')],
      ['src/Directory.Packages.props', csproj('KubernetesClient')]
    ]
  },
  {
    ecosystem: 'nuget',
    packages: ['Akka.Discovery.KubernetesApi'],
    client: 'KubernetesClient',
    repository: 'akkadotnet/Akka.Management',
    tags: PLAIN,
    pins: [['src/Directory.Build.props', property('KubernetesClientVersion(?:NetStandard)?')]]
  },
  {
    ecosystem: 'nuget',
    packages: ['Microsoft.Orleans.Hosting.Kubernetes'],
    client: 'KubernetesClient',
    repository: 'dotnet/orleans',
    tags: PLAIN,
    pins: [
      ['Directory.Build.props', property('(?:Netstandard20)?KubernetesClientVersion')],
      ['Directory.Packages.props', csproj('KubernetesClient')]
    ]
  },
  {
    ecosystem: 'nuget',
    packages: ['Steeltoe.Common.Kubernetes'],
    client: 'KubernetesClient',
    repository: 'SteeltoeOSS/Steeltoe',
    // From 3.1.1 to 3.3 it asks for two versions, by the version of .NET.
    tags: /^(3\.(?:[04]\.\d+|1\.0)(?:-.*)?)$/,
    pins: [['versions.props', property('KubernetesClientVersion')]]
  },
  {
    ecosystem: 'nuget',
    packages: ['KubeOps'],
    client: 'KubernetesClient',
    repository: 'buehler/dotnet-operator-sdk',
    tags: PLAIN,
    pins: [['src/KubeOps/KubeOps.csproj', csproj('KubernetesClient')]]
  },
  {
    ecosystem: 'nuget',
    packages: ['KubeOps.KubernetesClient'],
    client: 'KubernetesClient',
    repository: 'buehler/dotnet-operator-sdk',
    tags: PLAIN,
    pins: [
      ['src/KubeOps.KubernetesClient/KubeOps.KubernetesClient.csproj', csproj('KubernetesClient')],
      ['src/KubeOps.Abstractions/KubeOps.Abstractions.csproj', csproj('KubernetesClient')]
    ]
  },
  {
    ecosystem: 'nuget',
    packages: ['Ocelot.Provider.Kubernetes'],
    client: 'KubeClient',
    repository: 'ThreeMammals/Ocelot',
    tags: PLAIN,
    pins: [['src/Ocelot.Provider.Kubernetes/Ocelot.Provider.Kubernetes.csproj', csproj('KubeClient')]]
  },
  {
    ecosystem: 'npm',
    packages: ['pepr'],
    client: 'kubernetes-fluent-client'
  },
  {
    ecosystem: 'npm',
    packages: ['@dot-i/k8s-operator'],
    client: '@kubernetes/client-node'
  },
  {
    ecosystem: 'npm',
    packages: ['openshift-rest-client'],
    client: 'kubernetes-client'
  },
  {
    ecosystem: 'npm',
    packages: ['@backstage/plugin-kubernetes-backend'],
    client: '@kubernetes/client-node'
  },
  {
    ecosystem: 'pypi',
    packages: ['kfp'],
    client: 'kubernetes',
    among: /^(?:1\.[48]\.|2\.)/
  },
  {
    ecosystem: 'pypi',
    packages: ['jupyter-enterprise-gateway'],
    client: 'kubernetes'
  },
  {
    ecosystem: 'pypi',
    packages: ['k8s-agent-sandbox'],
    client: 'kubernetes'
  }
]

/** The files that a project is judged by. */
export function filesOf({ module, pins = [], loader = [] }) {
  return [...new Set([...(module ? [module] : []), ...pins, ...loader].map(([path]) => path))]
}

/** The first thing that the files of a release say, by the first pattern that matches. */
export function said({ module, pins, loader }, textOf) {
  if (module && !module[1].test(textOf(module[0]) ?? '')) return undefined
  for (const [path, pattern] of pins ?? []) {
    const found = pattern.exec(textOf(path) ?? '')
    if (found) return found[1]
  }
  for (const [path, pattern, behaviour] of loader ?? []) if (pattern.test(textOf(path) ?? '')) return behaviour
}
