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

/** The name of an option's value in `--help`, such as `LEVEL`; `''` for one without a value. */
export function operandOf({ name, kind, operand }: Setting): string {
  if (operand !== undefined || kind.words.length === 0 || kind.operand === '') return operand ?? kind.operand
  return name.slice(name.lastIndexOf('-') + 1).toUpperCase()
}

/** The text of an option in `--help`. `words`: its values, the default first, if the setting has none of its own. */
export function optionText(setting: Setting, words?: readonly string[]): string {
  const { help, kind, default: value, defaultText, optionHelp } = setting
  if (words !== undefined) return `${lowerFirst(withoutStop(help))}: ${wordsWithDefault(words)}`
  const text = optionHelp ?? lowerFirst(withoutStop(help))
  const named = kind.words.every(word => text.includes(word)) || kind.type === 'boolean'
  const possible = named ? text : `${text}: ${kind.words.join(', ')}`
  const usual = defaultText ?? value
  return optionHelp !== undefined || kind.type === 'boolean' || usual === undefined
    ? possible
    : `${possible} (default: ${usual})`
}

/** `text (default), json`, or the one word there is. */
function wordsWithDefault([usual = '', ...others]: readonly string[]): string {
  return others.length === 0 ? usual : [`${usual} (default)`, ...others].join(', ')
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
