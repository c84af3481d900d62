// The clients for the JVM: the class path comes from Maven.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture, run } from '../process.mjs'

/** A program that creates its client, then requests the pods of a namespace in a loop and ignores the responses. */
function program(setUp, ask) {
  return `public class Program {
    public static void main(String[] arguments) throws Exception {
        ${setUp}
        while (true) {
            try {
                ${ask}
            } catch (Exception error) {
                System.err.println(error);
            }
            Thread.sleep(5000);
        }
    }
}
`
}

/** The arguments of the call change between releases: those beside the namespace are empty. */
const OFFICIAL = program(
  `Object pods = new io.kubernetes.client.openapi.apis.CoreV1Api(io.kubernetes.client.util.Config.fromCluster());
        java.lang.reflect.Method list = java.util.Arrays.stream(pods.getClass().getMethods())
            .filter(method -> method.getName().equals("listNamespacedPod")).findFirst().get();
        Object[] values = new Object[list.getParameterCount()];
        values[0] = "default";`,
  `Object answer = list.invoke(pods, values);
                // Since 20.0.0 the call is made by a second one.
                if (answer.getClass().getSimpleName().startsWith("API")) answer.getClass().getMethod("execute").invoke(answer);`
)
const fabric8 = make =>
  program(
    `io.fabric8.kubernetes.client.KubernetesClient client = ${make};`,
    'client.pods().inNamespace("default").list();'
  )

/** Since 6.0.0 a builder creates the client. */
const byBuilder = version => Number(version.split('.')[0]) >= 6

const PROGRAMS = {
  'io.kubernetes:client-java': () => OFFICIAL,
  'io.fabric8:kubernetes-client': version =>
    fabric8(
      byBuilder(version)
        ? 'new io.fabric8.kubernetes.client.KubernetesClientBuilder().build()'
        : 'new io.fabric8.kubernetes.client.DefaultKubernetesClient()'
    ),
  'io.fabric8:openshift-client': version =>
    fabric8(
      byBuilder(version)
        ? 'new io.fabric8.kubernetes.client.KubernetesClientBuilder().build().adapt(io.fabric8.openshift.client.OpenShiftClient.class)'
        : 'new io.fabric8.openshift.client.DefaultOpenShiftClient()'
    ),
  // Its discovery asks only where a service is looked for: this makes the client as its constructor does.
  'io.smallrye.stork:stork-service-discovery-kubernetes': version => {
    const config =
      'new io.fabric8.kubernetes.client.ConfigBuilder(io.fabric8.kubernetes.client.Config.autoConfigure(null))'
    const own = `${config}.withNamespace("default").build()`
    return fabric8(
      /^1\.[012]\./.test(version)
        ? `new io.fabric8.kubernetes.client.DefaultKubernetesClient(${own})`
        : `new io.fabric8.kubernetes.client.KubernetesClientBuilder().withConfig(${own}).build()`
    )
  }
}

const FABRIC8 = ['5.7.4', '5.8.0', '5.12.3', '5.12.4', '6.0.0', '6.1.0']

/** Client → versions: those on both sides of every bound, the newest, and some between. */
export const clients = {
  'io.kubernetes:client-java': [
    ...['7.0.0', '8.0.2', '9.0.0', '9.0.2', '10.0.1', '11.0.2', '12.0.1', '13.0.2', '15.0.1', '18.0.1'],
    ...['19.0.1', '20.0.1-legacy', '22.0.1', '24.0.0', '25.0.0-legacy', '26.0.1', '27.0.0'],
    ...['14.0.1', '16.0.3', '17.0.2', '21.0.2', '23.0.0']
  ],
  'io.fabric8:kubernetes-client': [
    ...FABRIC8,
    ...['6.0.0-RC1', '6.13.4', '7.8.0', '4.13.3', '5.4.1', '5.9.0', '5.10.2', '5.12.2', '6.2.0', '6.6.2', '6.9.2'],
    ...['6.12.1', '7.1.0', '7.4.0', '7.9.0', '8.0.0', '5.11.2', '6.4.1', '6.8.1', '7.6.1']
  ],
  'io.fabric8:openshift-client': [
    ...FABRIC8,
    ...[
      '6.6.2',
      '6.7.0',
      '6.10.0',
      '6.12.1',
      '6.13.0',
      '6.13.1',
      '6.13.2',
      '6.13.4',
      '7.0.0',
      '7.4.0',
      '7.7.0',
      '8.0.0'
    ]
  ],
  'io.smallrye.stork:stork-service-discovery-kubernetes': [...['1.0.0.Alpha6', '1.0.0.Alpha7', '1.2.0', '1.3.0']]
}

function projectOf(client, version) {
  const [group, artifact] = client.split(':')
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>evidence</groupId><artifactId>program</artifactId><version>0</version>
  <dependencies>
    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>
  </dependencies>
</project>
`
}

/** Copies the release and its dependencies into a folder and compiles the program against them. */
export async function install(client, version, folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'pom.xml'), projectOf(client, version))
  writeFileSync(join(folder, 'Program.java'), PROGRAMS[client](version))
  await run(['mvn', '-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=jars'], folder)
  if (!readdirSync(join(folder, 'jars')).some(name => name.includes(version))) throw new Error('Maven gave no jar')
  await run(['javac', '-nowarn', '-cp', 'jars/*', 'Program.java'], folder)
  return {
    command: ['java', '-Xmx256m', '-XX:TieredStopAtLevel=1', '-cp', '.:jars/*', 'Program'],
    cwd: folder,
    tools: await capture(['javac', '--version'])
  }
}
