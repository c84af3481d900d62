/** Lets a script import the TypeScript of the sources and the tests: `register('./typescript-loader.mjs', import.meta.url)`. */

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { transform } from '@swc/core'

/** A hook of https://nodejs.org/api/module.html#loadurl-context-nextload. */
export async function load(url, context, nextLoad) {
  if (!url.endsWith('.ts')) return nextLoad(url, context)
  const source = await readFile(fileURLToPath(url), 'utf8')
  const { code } = await transform(source, {
    swcrc: false,
    filename: fileURLToPath(url),
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'es6' },
    sourceMaps: 'inline'
  })
  return { format: 'module', source: once(code), shortCircuit: true }
}

const ON_DEMAND = /\bimport\((?=['"][^'"\n]+['"]\))/g

/** A module whose imports on demand ask for each module once: each time costs a message to the thread of this hook. */
function once(code) {
  if (!ON_DEMAND.test(code)) return code
  return `${code.replace(ON_DEMAND, 'once$import(')}
const loaded$import = new Map();
async function once$import(name) {
  if (!loaded$import.has(name)) loaded$import.set(name, import(name));
  return loaded$import.get(name);
}
`
}
