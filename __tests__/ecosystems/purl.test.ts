/** Package URLs: the examples of the specification, and that what is written for a client is read as the same client. */

import { describe, expect, test } from '@jest/globals'
import { ecosystems } from '../../src/ecosystems/index.ts'
import { readPurl } from '../../src/ecosystems/purl.ts'
import { namesOf } from '../../src/policy/client.ts'
import { clientsOf } from '../../src/policy/clients/index.ts'
import { purlText } from '../../src/purl-text.ts'

describe.each(ecosystems)('$id', ({ id, purl }) => {
  const clients = clientsOf(id)
  const names = clients.flatMap(namesOf)

  test('the path of a name is read as the name', () => {
    expect(names.map(name => purl.parse(purl.format(name)))).toEqual(names)
  })

  test('the package URL of a version is read as the version', () => {
    const packages = clients.flatMap(client => {
      const versions = client.examples.flatMap(({ requirement: written }) =>
        typeof written === 'string' ? [written] : []
      )
      return namesOf(client).flatMap(name =>
        [...versions, '1.0.0'].map(text => ({ ecosystem: id, name, requirement: { kind: 'version', text } as const }))
      )
    })
    expect(packages.map(named => readPurl(purlText(named)))).toEqual(packages)
  })
})

// From https://github.com/package-url/purl-spec/tree/main/types, where the type has a definition.
test.each([
  ['pkg:cargo/rand@0.7.2', 'rand', '0.7.2'],
  ['pkg:composer/laravel/laravel@5.5.0', 'laravel/laravel', '5.5.0'],
  ['pkg:conan/openssl@3.0.3', 'openssl', '3.0.3'],
  ['pkg:conan/openssl.org/openssl@3.0.3?user=bincrafters&channel=stable', 'openssl.org/openssl', '3.0.3'],
  ['pkg:docker/cassandra@latest', 'cassandra', 'latest'],
  [
    'pkg:docker/customer/dockerimage@sha256%3A244fd47e07d10?repository_url=gcr.io',
    'customer/dockerimage',
    'sha256:244fd47e07d10'
  ],
  ['pkg:gem/ruby-advisory-db-check@0.12.4', 'ruby-advisory-db-check', '0.12.4'],
  [
    'pkg:golang/github.com/gorilla/context@234fd47e07d1004f0aed9c',
    'github.com/gorilla/context',
    '234fd47e07d1004f0aed9c'
  ],
  [
    'pkg:golang/github.com/gorilla/context@234fd47e07d1004f0aed9c#api',
    'github.com/gorilla/context/api',
    '234fd47e07d1004f0aed9c'
  ],
  ['pkg:golang/k8s.io%2Fclient-go@v0.15.6', 'k8s.io/client-go', 'v0.15.6'],
  ['pkg:hackage/AC-HalfInteger@1.2.1', 'AC-HalfInteger', '1.2.1'],
  ['pkg:hex/jason@1.1.2', 'jason', '1.1.2'],
  ['pkg:hex/acme/foo@2.3.', 'acme/foo', '2.3.'],
  [
    'pkg:maven/org.apache.xmlgraphics/batik-anim@1.9.1?classifier=sources',
    'org.apache.xmlgraphics:batik-anim',
    '1.9.1'
  ],
  ['pkg:npm/foobar@12.3.1', 'foobar', '12.3.1'],
  ['pkg:npm/%40angular/animation@12.3.1', '@angular/animation', '12.3.1'],
  ['pkg:nuget/EnterpriseLibrary.Common@6.0.1304', 'EnterpriseLibrary.Common', '6.0.1304'],
  ['pkg:pypi/django-allauth@12.23', 'django-allauth', '12.23'],
  ['pkg:swift/github.com/Alamofire/Alamofire@5.4.3', 'github.com/Alamofire/Alamofire', '5.4.3'],
  ['pkg:vcpkg/kubernetes@0.13.0', 'kubernetes', '0.13.0']
])('%s', (text, name, version) => {
  expect(readPurl(text)).toMatchObject({ name, requirement: { kind: 'version', text: version } })
})

test('a type that is not ours has the names of most types', () => {
  expect(readPurl('pkg:github/package-url/purl-spec@244fd47e')).toEqual({
    ecosystem: 'github',
    name: 'package-url/purl-spec',
    requirement: { kind: 'version', text: '244fd47e' }
  })
})
