/** Files with shell scripts: scripts, Makefiles, pipelines of Jenkins, Dockerfiles, units of systemd. */

import { type Assembled, cut, joined, offsetIn, standing } from '../../syntax/assembled.ts'
import { instructions } from '../../syntax/dockerfile.ts'
import { parseJson } from '../../syntax/json.ts'
import { lines } from '../../syntax/lines.ts'
import { MASK } from '../../syntax/template.ts'
import { items } from '../../syntax/tree.ts'
import { type FlagSet, flagSets, flagsInText, withVersion } from '../documents/flags.ts'
import type { Setting } from '../documents/script.ts'
import { found, type HazardFiles } from '../hazard.ts'
import { Content, withoutExpansions, YAML } from './content.ts'
import { KUBECONFIG, yamlFiles } from './yaml.ts'

const SHEBANG = /^#![^\n]*\b(?:ba|da|a|k|z)?sh\b/
const TEMPLATED = /\{\{|\{%/
const CONTINUED = /\\[ \t]*$/
const RECIPE = /^\t[-@+ \t]*/
/** A variable or function of make, and a dollar sign that make passes on. */
const OF_MAKE = /\$\$|\$\([^()]*\)|\$\{[^{}]*\}/g
/** A script of a pipeline: `sh '…'`, `sh("""…""")`, `sh(script: '…')`. */
const PIPELINE_STEP =
  /\b(?:sh|bash)[ \t]*\(?[ \t]*(?:\w+[ \t]*:[ \t]*\w+[ \t]*,[ \t]*)*(?:script[ \t]*:[ \t]*)?(?:'''|"""|'|")/g
/** `@"` or `@'` at the end of a line. */
const HERE_STRING = /@["'][ \t]*\r?\n/g
const COMMENT = /^\s*[#;]/
const SHELL = /^(?:\S*\/)?(?:ba|da|a|k|z)?sh$/

/** Reads a text that is one script. */
function reading(setting: Setting): HazardFiles['read'] {
  return async (text, mentions) => {
    const content = new Content(text, mentions)
    const masked = TEMPLATED.test(text) ? withoutTemplate(text) : text
    await content.script(standing(masked, 0), { setting })
    return content
  }
}

/** A text with a mask for the expressions of a template. */
function withoutTemplate(text: string): string {
  return text.replace(/\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}/g, expression => MASK.repeat(expression.length))
}

/** `*.sh`, and the templates of them. */
export const shellFiles: HazardFiles = {
  name: 'shell scripts',
  names: {
    extensions: ['.sh', '.bash', '.zsh', '.ksh', '.j2', '.tpl', '.tmpl', '.tftpl', '.erb'],
    pattern: /\.(?:sh|bash|zsh|ksh)(?:\.(?:j2|tpl|tmpl|tftpl|erb))?$|\.tftpl$/i
  },
  read: reading('file')
}

/** Files without an extension that are a script or a kubeconfig. */
export const filesWithoutExtension: HazardFiles = {
  name: 'files without an extension',
  names: { extensions: [''], pattern: /(?:^|\/)[^/.]+$/ },
  marker: new RegExp(`${SHEBANG.source}|${KUBECONFIG.source}`, 'm'),
  read: (text, mentions) => (SHEBANG.test(text) ? shellFiles : yamlFiles).read(text, mentions)
}

/** `Makefile`: https://www.gnu.org/software/make/manual/html_node/Recipes.html. */
export const makefiles: HazardFiles = {
  name: 'Makefiles',
  names: { exact: ['Makefile', 'makefile', 'GNUmakefile'], endings: ['.mk', '.mak'] },
  read: async (text, mentions) => {
    const content = new Content(text, mentions)
    for (const recipe of recipesOf(text)) await content.script(recipe, { setting: 'once' })
    return content
  }
}

/** The recipes of a Makefile: consecutive lines of one rule are one script, with the dollar signs that its shell sees. */
function* recipesOf(text: string): Generator<Assembled> {
  let recipe: Assembled[] = []
  let isContinued = false
  for (const line of lines(text)) {
    const prefix = RECIPE.exec(line.text)?.[0]
    if (prefix === undefined && !isContinued) {
      if (recipe.length > 0 && line.text.trim() !== '') {
        yield joined(recipe)
        recipe = []
      }
      continue
    }
    if (recipe.length === 0 && prefix === undefined) continue
    isContinued = CONTINUED.test(line.text)
    const begin = prefix?.length ?? 0
    recipe.push(ofShell(standing(`${line.text.slice(begin)}\n`, line.at + begin)))
  }
  if (recipe.length > 0) yield joined(recipe)
}

/** A line of a recipe as the shell sees it. */
function ofShell(line: Assembled): Assembled {
  const parts: Assembled[] = []
  let last = 0
  for (const { index, 0: found } of line.text.matchAll(OF_MAKE)) {
    parts.push(cut(line, last, index))
    if (found === '$$') parts.push(cut(line, index, index + 1))
    else parts.push({ ...cut(line, index, index + found.length), text: MASK.repeat(found.length) })
    last = index + found.length
  }
  parts.push(cut(line, last, line.text.length))
  return joined(parts.filter(part => part.text !== ''))
}

/** `Jenkinsfile`: the scripts of `sh` steps. */
export const jenkinsfiles: HazardFiles = {
  name: 'Jenkinsfiles',
  names: {
    exact: ['Jenkinsfile'],
    extensions: ['.jenkinsfile', '.groovy', 'jenkinsfile'],
    pattern: /(?:^|\/)Jenkinsfile[^/]*$|\.(?:jenkinsfile|groovy)$/i
  },
  read: async (text, mentions) => {
    const content = new Content(text, mentions)
    for (const { index, 0: step } of text.matchAll(PIPELINE_STEP)) {
      const quote = /(?:'''|"""|'|")$/.exec(step)?.[0] ?? "'"
      const from = index + step.length
      const end = text.indexOf(quote, from)
      if (end >= 0) await content.script(standing(text.slice(from, end), from), { setting: 'once' })
    }
    return content
  }
}

/** `Dockerfile`: what an image runs when it starts, and the files that here-documents write. */
export const dockerfiles: HazardFiles = {
  name: 'Dockerfiles',
  names: {
    exact: ['Dockerfile', 'Containerfile'],
    extensions: ['.dockerfile', '.containerfile'],
    pattern: /\.(?:dockerfile|containerfile)$/i
  },
  read: async (text, mentions) => {
    const content = new Content(text, mentions)
    for (const { name, body } of instructions(text)) {
      if (name === 'RUN') await content.script(body, { setting: 'once' })
      if (name === 'CMD' || name === 'ENTRYPOINT')
        for (const script of startedBy(body)) await content.script(script, { setting: 'image' })
    }
    return content
  }
}

/** The script of `CMD` or `ENTRYPOINT`: of the list form the arguments of a shell. */
function startedBy(body: Assembled): Assembled[] {
  if (!body.text.trimStart().startsWith('[')) return [body]
  const [first, ...others] = items(parseJson(body.text).root)
  if (first?.kind !== 'text' || !SHELL.test(first.value)) return []
  return others.flatMap(node => {
    if (node.kind !== 'text' || node.value.startsWith('-')) return []
    return [{ text: node.value, runs: [{ from: 0, at: offsetIn(body, node.at) }] }]
  })
}

/** Units of systemd, and files of variables: the flags that they start a component with. */
export const unitFiles: HazardFiles = {
  name: 'units',
  names: { endings: ['.service', '.env'] },
  read: text => ({ documents: [found(flagSets, flagsOfLines(text))], unexamined: [] })
}

/**
 * `*.ps1`: the flags in it, and the manifests in its here-strings. Deliberately ignored: what its commands do.
 * Specification: https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules#here-strings.
 */
export const powerShellFiles: HazardFiles = {
  name: 'PowerShell',
  names: { endings: ['.ps1', '.psm1'] },
  read: async (text, mentions) => {
    const content = new Content(text, mentions)
    content.add(found(flagSets, flagsOfLines(text)))
    for (const { index, 0: begin } of text.matchAll(HERE_STRING)) {
      const from = index + begin.length
      const end = text.indexOf(`\n${begin.charAt(1)}@`, from)
      if (end < 0) break
      const inner = standing(text.slice(from, text[end - 1] === '\r' ? end - 1 : end), from)
      if (YAML.test(inner.text)) await content.yaml(withoutExpansions(inner), 1)
    }
    return content
  }
}

/** The flags in the lines of a file that are no comments. */
function flagsOfLines(text: string): FlagSet {
  const all = Array.from(lines(text)).filter(line => !COMMENT.test(line.text))
  return withVersion(
    all.flatMap(line => flagsInText(line.text, index => line.at + index)),
    text
  )
}
