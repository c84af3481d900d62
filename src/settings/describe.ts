/** The descriptions of settings: inputs in action.yml, options in `--help`, keys in the configuration's schema. */

import { defined } from '../collections.ts'
import { KUBERNETES_VERSION } from './kind.ts'
import { fileKeyOf, type Setting, settingsIn } from './settings.ts'

const MAPPING = {
  description: 'What is known of the cluster in which the code runs.',
  type: 'object',
  additionalProperties: false
}
const PATH = { type: 'string', minLength: 1 }

/** An input as action.yml declares it. */
export interface ActionInput {
  readonly name: string
  readonly description: string
  /** Only for values of the runner: a default would look like a value that the workflow sets. */
  readonly default?: string
}

/** The inputs of the Action. */
export function actionInputs(): readonly ActionInput[] {
  return settingsIn('input').map(setting => ({
    name: setting.name,
    description: [inputText(setting), ...builtInText(setting)].join(' '),
    ...defined({ default: setting.runnerDefault })
  }))
}

/** An option and its text, as in `['--output FILE', 'write the report to a file']`. */
export type OptionLine = readonly [string, string]

/** The options of the command line. `registered` maps an option to its values, for values that come from a registry. */
export function optionLines(registered: Readonly<Record<string, readonly string[]>>): readonly OptionLine[] {
  return settingsIn('option').map(setting => {
    const { name, kind } = setting
    const operand = registered[name]?.join('|') ?? kind.operand
    return [operand === '' ? `--${name}` : `--${name} ${operand}`, setting.optionHelp ?? optionText(setting)]
  })
}

/** The properties of the configuration's JSON schema that are settings. Those of a mapping are in its own schema. */
export function fileProperties(): Readonly<Record<string, object>> {
  const properties: Record<string, object> = {}
  for (const setting of settingsIn('file')) {
    const [key = '', own] = fileKeyOf(setting).split('.')
    const schema = { description: setting.help, ...valueSchema(setting) }
    if (own === undefined) properties[key] = schema
    else properties[key] = withProperty(properties[key] ?? MAPPING, own, schema)
  }
  return properties
}

/** The schema of a mapping with one more property. */
function withProperty(mapping: object, key: string, schema: object): object {
  const { properties = {} } = mapping as { readonly properties?: object }
  return { ...mapping, properties: { ...properties, [key]: schema } }
}

/** The lines of an example configuration that states each default. */
export function exampleLines(): readonly string[] {
  return settingsIn('file').flatMap(({ name, kind, help, default: value }) => {
    if (value === undefined) return []
    if (kind.type === 'list') return [`${name}: [${kind.words.join(', ')}] # ${lowerFirst(withoutStop(help))}`]
    const others = kind.words.filter(word => word !== String(value))
    return [`${name}: ${value} # ${others.length > 0 ? `or ${others.join(', ')}` : lowerFirst(withoutStop(help))}`]
  })
}

function inputText({ help, kind }: Setting): string {
  if (kind.type === 'boolean') return `"true" ${lowerFirst(help)}`
  if (kind.type === 'list') return `${help} Several are written with commas between them.`
  const explained = kind.words.every(word => help.includes(`"${word}"`))
  return explained ? help : `${withoutStop(help)}: ${alternatives(kind.words)}.`
}

function builtInText({ default: value, defaultText }: Setting): readonly string[] {
  if (defaultText !== undefined) return [`Built-in default: ${defaultText}.`]
  return value === undefined ? [] : [`Built-in default: "${value}".`]
}

function optionText({ help, kind, default: value, defaultText }: Setting): string {
  const text = lowerFirst(withoutStop(help))
  const usual = defaultText ?? value
  return kind.type === 'boolean' || usual === undefined ? text : `${text} (default: ${usual})`
}

function valueSchema({ kind, default: value }: Setting): object {
  const usual = defined({ default: value })
  if (kind.type === 'boolean') return { type: 'boolean', ...usual }
  if (kind.type === 'list') return { type: 'array', items: { enum: kind.words }, minItems: 1, ...usual }
  if (kind.type === 'number') return { type: 'integer', minimum: 0, ...usual }
  if (kind.type === 'paths') return { oneOf: [PATH, { type: 'array', items: PATH, minItems: 1 }] }
  // An unquoted `1.23` is a number to an editor.
  if (kind === KUBERNETES_VERSION) return { type: ['string', 'number'] }
  if (kind.type === 'text') return { type: 'string', minLength: 1, ...usual }
  return kind.words.length === 1 ? { const: kind.words[0] } : { enum: kind.words, ...usual }
}

/** `"a", "b" or "c"`. */
function alternatives(words: readonly string[]): string {
  const quoted = words.map(word => `"${word}"`)
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '')
}
