/** Collects the documents of one file, and those in the texts of documents: a script in a manifest, a manifest in a script. */

import { type Assembled, offsetIn } from '../../syntax/assembled.ts'
import { parseJson } from '../../syntax/json.ts'
import { MASK, withoutExpressions } from '../../syntax/template.ts'
import type { Parsed } from '../../syntax/tree.ts'
import { documentsOf } from '../../syntax/yaml-documents.ts'
import { scriptsIn } from '../documents/embedded-scripts.ts'
import { flagSets, flagsOfScript, flagsOfTree } from '../documents/flags.ts'
import { type Run, readScript, scripts } from '../documents/script.ts'
import { Tree, trees } from '../documents/tree.ts'
import { type FileContent, type FoundDocument, found } from '../hazard.ts'

/** Texts in texts. */
const DEEPEST = 3
/** In characters, of one document. A person writes none that is so long, and a large one takes a second. */
export const LONGEST = 1_000_000
/** The keys of a schema are names of fields. */
const SCHEMA = /^kind:[ \t]*["']?CustomResourceDefinition\b/m
/** A text that is YAML: its first line has a key, or is an item with a key. */
export const YAML = /^\s*(?:#[^\n]*\n\s*|---[^\n]*\n\s*)*(?:- )?["']?[\w./\uE000-][\w./ \uE000-]{0,100}["']?:(?:\s|$)/
const JSON_TEXT = /^\s*[[{]\s*[{"]/
/** What a shell inserts into a here-document. */
const EXPANSION = /\$\{[^{}\n]*\}|\$\([^()\n]*\)|`[^`\n]*`/g
const ANY = /[^\r\n]/g

/** The documents of one file. */
export class Content implements FileContent {
  readonly documents: FoundDocument[] = []
  readonly unexamined: number[] = []
  private readonly file: string
  private readonly mentions: (text: string) => boolean

  /** Texts that do not mention a hazard are not parsed. */
  constructor(file: string, mentions: (text: string) => boolean) {
    this.file = file
    this.mentions = mentions
  }

  /** Adds a document. */
  add(...documents: readonly FoundDocument[]): void {
    this.documents.push(...documents)
  }

  /** Adds the documents of a YAML stream, which may be a template. */
  async yaml(stream: Assembled, depth = 0): Promise<void> {
    for (const document of documentsOf(stream)) {
      if (!this.mentions(document.text) || SCHEMA.test(document.text)) continue
      if (document.text.length > LONGEST) {
        this.unexamined.push(offsetIn(document, 0))
        continue
      }
      const { parseYaml } = await import('../../syntax/yaml.ts')
      const parsed = { ...document, text: withoutExpressions(document.text) }
      await this.parsed(parseYaml(parsed.text), parsed, depth)
    }
  }

  /** Adds a parsed document and the texts in it. */
  async parsed({ root, fault }: Parsed, text: Assembled, depth = 0): Promise<void> {
    if (fault) this.unexamined.push(offsetIn(text, fault.at))
    await this.tree(new Tree(root, text, this.file), depth)
  }

  /** Adds a tree, and the texts in it. */
  async tree(tree: Tree, depth = 0): Promise<void> {
    this.add(found(trees, tree), found(flagSets, flagsOfTree(tree, this.file)))
    if (depth >= DEEPEST) return
    for (const { text: script, ...run } of scriptsIn(tree)) await this.script(script, run, depth + 1)
    for (const inner of jsonIn(tree))
      if (this.mentions(inner.text)) await this.parsed(parseJson(inner.text), inner, depth + 1)
    for (const inner of textsIn(tree)) if (this.mentions(inner.text)) await this.yaml(inner, depth + 1)
  }

  /** Adds a script and the manifests in its here-documents. */
  async script(text: Assembled, run: Run, depth = 0): Promise<void> {
    if (!this.mentions(text.text)) return
    const { script, fault } = readScript(text, run)
    if (fault) this.unexamined.push(fault.at)
    this.add(found(scripts, script), found(flagSets, flagsOfScript(script, this.file)))
    if (depth >= DEEPEST) return
    for (const { text: document } of script.documents)
      if (YAML.test(document.text)) await this.yaml(withoutExpansions(document), depth + 1)
  }
}

/** The values of annotations and the like that are JSON. */
function* jsonIn(tree: Tree): Generator<Assembled> {
  for (const { map } of tree.spots)
    for (const { value } of map.members)
      if (value.kind === 'text' && JSON_TEXT.test(value.value)) yield tree.textOf(value)
}

/** The texts of several lines in a document that are YAML. */
function* textsIn(tree: Tree): Generator<Assembled> {
  for (const { map } of tree.spots) {
    for (const { value } of map.members) {
      for (const node of value.kind === 'list' ? value.items : [value]) {
        if (node.kind === 'text' && node.value.includes('\n') && YAML.test(node.value)) yield tree.textOf(node)
      }
    }
  }
}

/** A here-document with a mask for what the shell inserts. */
export function withoutExpansions(text: Assembled): Assembled {
  return { ...text, text: text.text.replace(EXPANSION, expansion => expansion.replace(ANY, MASK)) }
}
