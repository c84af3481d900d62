// A package registry on this machine alone, for the oracles that let package managers resolve made-up packages: npm tarballs
// and Python wheels, made in memory. A package is { name, version, needs: [{ name, range, extra? }], extras: { extra: [need] } }.
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import zlib from 'node:zlib'

/** Serves the packages; returns the address for each kind of client, and a function that ends the server. */
export async function serve(packages) {
  const answers = new Map([...npmAnswers(packages), ...pypiAnswers(packages)])
  const server = createServer(({ url = '', headers }, response) => {
    const answer = answers.get(decodeURIComponent(url.split(/[?#]/)[0]).replace(/\/$/, ''))
    const body = typeof answer === 'function' ? answer(`http://${headers.host}`) : answer
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': url.startsWith('/simple') ? 'text/html' : 'application/json'
    })
    response.end(body)
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${server.address().port}`
  return { npm: `${address}/`, pypi: `${address}/simple/`, close: () => server.close() }
}

function* npmAnswers(packages) {
  for (const [name, versions] of groupBy(packages)) {
    const tarballs = versions.map(one => ({ ...one, tarball: tarballOf(manifestOf(one)) }))
    yield [
      `/${name}`,
      host => {
        const documents = tarballs.map(({ tarball, ...one }) => [
          one.version,
          {
            ...manifestOf(one),
            dist: {
              tarball: `${host}/-/${encodeURIComponent(name)}-${one.version}.tgz`,
              shasum: createHash('sha1').update(tarball).digest('hex'),
              integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}`
            }
          }
        ])
        const [latest] = documents.at(-1)
        const time = Object.fromEntries(documents.map(([version]) => [version, '2020-01-01T00:00:00.000Z']))
        return JSON.stringify({ name, 'dist-tags': { latest }, versions: Object.fromEntries(documents), time })
      }
    ]
    for (const { version, tarball } of tarballs) yield [`/-/${name}-${version}.tgz`, tarball]
  }
}

function groupBy(packages) {
  const groups = new Map()
  for (const one of packages) groups.set(one.name, [...(groups.get(one.name) ?? []), one])
  return groups
}

function manifestOf({ name, version, needs }) {
  return { name, version, dependencies: Object.fromEntries(needs.map(need => [need.name, need.range])) }
}

/** A gzipped tar archive with `package/package.json`. */
function tarballOf(manifest) {
  const content = Buffer.from(JSON.stringify(manifest))
  const header = Buffer.alloc(512)
  header.write('package/package.json', 0)
  header.write('0000644\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\0', 257)
  header.write('00', 263)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  const padding = Buffer.alloc((512 - (content.length % 512)) % 512)
  return zlib.gzipSync(Buffer.concat([header, content, padding, Buffer.alloc(1024)]))
}

function* pypiAnswers(packages) {
  for (const [name, versions] of groupBy(packages)) {
    const wheels = versions.map(one => ({
      file: `${name.replaceAll('-', '_')}-${one.version}-py3-none-any.whl`,
      wheel: wheelOf(one)
    }))
    const links = wheels.map(({ file, wheel }) => {
      const hash = createHash('sha256').update(wheel).digest('hex')
      return `<a href="/files/${file}#sha256=${hash}">${file}</a>`
    })
    yield [`/simple/${name}`, `<!DOCTYPE html><html><body>${links.join('<br>')}</body></html>`]
    for (const { file, wheel } of wheels) yield [`/files/${file}`, wheel]
  }
}

/** A wheel without code. */
function wheelOf({ name, version, needs, extras = {} }) {
  const folder = `${name.replaceAll('-', '_')}-${version}.dist-info`
  const required = need => `${need.name}${need.extra ? `[${need.extra}]` : ''}${need.range}`
  const metadata = [
    'Metadata-Version: 2.1',
    `Name: ${name}`,
    `Version: ${version}`,
    ...Object.keys(extras).map(extra => `Provides-Extra: ${extra}`),
    ...needs.map(need => `Requires-Dist: ${required(need)}`),
    ...Object.entries(extras).flatMap(([extra, list]) =>
      list.map(need => `Requires-Dist: ${required(need)} ; extra == '${extra}'`)
    )
  ]
  return zipOf({
    [`${folder}/METADATA`]: `${metadata.join('\n')}\n`,
    [`${folder}/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: oracle\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    [`${folder}/RECORD`]: [`${folder}/METADATA,,`, `${folder}/WHEEL,,`, `${folder}/RECORD,,`, ''].join('\n')
  })
}

/** A zip archive of texts, not compressed. */
function zipOf(files) {
  const parts = []
  const entries = []
  let at = 0
  for (const [path, text] of Object.entries(files)) {
    const [name, content] = [Buffer.from(path), Buffer.from(text)]
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x21, 8)
    facts.writeUInt32LE(checksum(content), 10)
    facts.writeUInt32LE(content.length, 14)
    facts.writeUInt32LE(content.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name, content])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(at, 10)
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, where, name]))
    parts.push(local)
    at += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, directory, end])
}

/** Node before 22.2 has no `crc32`. */
function checksum(bytes) {
  if (zlib.crc32) return zlib.crc32(bytes)
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xed_b8_83_20 : 0)
  }
  return ~sum >>> 0
}
