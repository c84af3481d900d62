#!/usr/bin/env node
// Writes the generated parts of the documents: `node scripts/docs.mjs`, after a build. Pure except for its last lines,
// so that a test can compare the documents with their generated parts.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ACTION = 'action.yml'
const SCHEMA = 'src/configuration/config.schema.json'

/** The documents that have generated parts. */
export const DOCUMENTS = [
  'README.md',
  'docs/commands.md',
  'docs/clients.md',
  'docs/formats.md',
  'docs/rules.md',
  ACTION,
  SCHEMA
]

/** The longest line that is written. */
const LINE_WIDTH = 120

/**
 * The documents with new generated parts.
 * @param documents name of the file → its text
 * @param sources the registries, the text of each format's case file, the policy, the command line, the settings in
 * words, the rules, alone and by statement, the kinds of files with hazards, the events and the outputs of the parsed
 * action.yml
 */
export function generate(documents, sources) {
  const parts = {
    inputs: inputTable(sources.inputs),
    outputs: outputTable(sources.outputs),
    events: eventTable(sources.events),
    formats: formatTable(sources),
    help: helpBlock(sources.help()),
    commands: sources.commandNames.map(name => `## ${name}\n\n${helpBlock(sources.help(name))}`).join('\n\n'),
    clients: sources.clients,
    rules: ruleTable(sources.rules),
    hazardFiles: hazardFileTable(sources.hazardFiles),
    statements: statementTable(sources.statements),
    explained: sources.rules.map(explained).join('\n\n')
  }
  return Object.fromEntries(
    Object.entries(documents).map(([name, text]) => {
      if (name === ACTION) return [name, withInputs(text, sources.inputs)]
      if (name === SCHEMA) return [name, withProperties(text, sources)]
      return [name, withExample(withParts(name, text, parts), sources.exampleLines)]
    })
  )
}

/** The generated documents that have no other parts: path → text. `pages` has the paths from `docs/`. */
export function wholePages(pages) {
  return Object.fromEntries(Array.from(pages, ([path, text]) => [`docs/${path}`, text]))
}

/** A text of `--help` as a code block. */
function helpBlock(text) {
  return `\`\`\`text\n${text}\`\`\``
}

/** A Markdown document with each part between its marks. */
function withParts(name, document, parts) {
  return document.replace(/(<!-- begin (\w+) -->\n)[\s\S]*?(\n<!-- end \2 -->)/g, (_whole, begin, part, end) => {
    if (!(part in parts)) throw new Error(`${name}: no generated part is called ${part}`)
    return `${begin}\n${parts[part]}\n${end}`
  })
}

/** A document with the settings in its example of a configuration: from the line that names the schema to `paths`. */
function withExample(document, lines) {
  return document.replace(/(?<=^# yaml-language-server: .*\n)[\s\S]*?(?=^paths:)/m, () => `${lines.join('\n')}\n`)
}

/** action.yml with its section `inputs`, which ends where `outputs` begins. */
function withInputs(document, inputs) {
  const entries = inputs.map(({ name, description, default: value }) =>
    [
      `  ${name}:`,
      '    description: >-',
      ...wrapped(description, LINE_WIDTH - 6).map(line => `      ${line}`),
      ...(value === undefined ? [] : [`    default: ${value}`])
    ].join('\n')
  )
  return document.replace(/^inputs:\n[\s\S]*?(?=\noutputs:\n)/m, () => `inputs:\n${entries.join('\n')}\n`)
}

/** The schema of the configuration with the properties of settings, and with each rule and the levels it can have. */
function withProperties(document, { settingProperties, structuredKeys, rules }) {
  const schema = JSON.parse(document)
  const structured = Object.entries(schema.properties).filter(([name]) => structuredKeys.includes(name))
  schema.properties = { ...settingProperties, ...Object.fromEntries(structured) }
  schema.properties.rules.properties = Object.fromEntries(
    rules.map(({ id, level }) => [id, oneOf(levelsAtLeast(level))])
  )
  const waivable = rules.filter(rule => rule.waivable).map(({ id }) => id)
  schema.properties.waivers.items.properties.rule = { enum: waivable }
  return `${jsonText(schema)}\n`
}

function levelsAtLeast(level) {
  const levels = ['error', 'warning', 'notice']
  return levels.slice(0, levels.indexOf(level) + 1)
}

function oneOf(words) {
  return words.length === 1 ? { const: words[0] } : { enum: words }
}

function inputTable(inputs) {
  return table(
    ['Input', 'What it is'],
    inputs.map(({ name, description, default: value }) => [
      code(name),
      `${oneLine(description)}${value === undefined ? '' : ` Default: ${code(value)}.`}`
    ])
  )
}

function outputTable(outputs) {
  return table(
    ['Output', 'What it is'],
    Object.entries(outputs).map(([name, { description }]) => [code(name), oneLine(description)])
  )
}

/** Events with the same words share a row. */
function eventTable(events) {
  const rows = new Map()
  for (const { name, comparedWith, comment, note } of events) {
    const words = [comparedWith, comment, note]
    const key = words.join('\n')
    const row = rows.get(key) ?? { names: [], words }
    row.names.push(name === '' ? 'others' : code(name))
    rows.set(key, row)
  }
  return table(
    ['Event', 'Compared with', 'Comment', 'Notes'],
    Array.from(rows.values(), ({ names, words }) => [names.join(', '), ...words])
  )
}

function ruleTable(rules) {
  return table(
    ['Rule', 'Meaning', 'Level', 'Waiver'],
    rules.map(({ id, meaning, level, waivable, page }) => [
      `[${code(id)}](${page}#${id})`,
      oneLine(meaning),
      level,
      waivable ? 'yes' : 'no'
    ])
  )
}

/** What the vendor documents state, with links to the rules that answer it; last, the rules beyond that. */
function statementTable(statements) {
  return table(
    ['Statement', 'Documents', 'Rules'],
    statements.map(({ statement, rules }) => [
      statement
        ? [code(statement.id), statement.text, statement.how].filter(Boolean).join(' ')
        : 'Beyond the statements',
      statement?.documents.map(({ text, url }) => `[${text}](${url})`).join(', ') ?? '–',
      rules.map(({ id }) => `[${code(id)}](#${id})`).join(', ')
    ])
  )
}

/** Patterns say little to readers: exact names and ends that match stand for them. */
function hazardFileTable(files) {
  return table(
    ['Kind', 'Names'],
    files.map(({ name, names: { exact = [], endings = [], extensions = [], pattern }, marker }) => {
      const dotted = extensions.filter(end => end.startsWith('.') && pattern.test(`name${end}`))
      const all = [...exact, ...[...endings, ...dotted].map(end => `*${end}`)]
      const words = all.map(code).join(', ') || 'names without a dot'
      return [upperFirst(name), marker ? `${words}, where the text shows it` : words]
    })
  )
}

function formatTable({ ecosystems, polyglotFormats, casesOf }) {
  return table(
    ['Ecosystem', 'File', 'What it is', 'Versions of the format', 'Position', 'Chain', 'Settled by'],
    [...ecosystems, { id: '', title: 'several', formats: polyglotFormats }].flatMap(({ id, title, formats }) =>
      formats.map(format => [
        title,
        `[${code(format.name)}](${format.specification})`,
        format.role.kind,
        format.versions ?? '–',
        positionOf(format, casesOf(id, format.name)),
        chainOf(format),
        namesOf(formats.filter(other => settled(other).includes(format)))
      ])
    )
  )
}

/**
 * The case file of a format, relative to the project: `requirements*.txt` → `requirements.txt.md`, `*.csproj` →
 * `csproj.md`. The ecosystem `''` has the formats with packages of several ecosystems.
 */
export function caseFile(ecosystem, format) {
  const name = `${format.replaceAll('*', '').replace(/^\./, '').replaceAll(' ', '-')}.md`
  return ecosystem === '' ? `__tests__/polyglot/${name}` : `__tests__/ecosystems/${ecosystem}/${name}`
}

/** One rule with all its texts; its identifier is the anchor. */
function explained({ id, level, meaning, why, fix, waivable }) {
  return [
    `## ${id}`,
    meaning,
    `**Why it matters.** ${why}`,
    `**Level.** ${level}${level === 'error' ? '' : '; a configuration can raise it'}.`,
    `**How to fix it.** ${fix}`,
    `**Waiver.** ${waivable ? 'Possible, with a reason, an owner and a last day.' : 'None: it cannot be waived.'}`
  ].join('\n\n')
}

/** The line that is reported, as the cases and references of the reader show it. */
function positionOf({ references }, cases) {
  if (references) return 'the version, or its definition in this file or another'
  return /^\d+:\d+ .* used at \d+:\d+/m.test(cases) ? 'the version, or its definition' : 'the version'
}

/** The words of the table for the chains of a file: from the file itself, or from a command of its tool. */
function chainOf({ role: { chain } }) {
  const ways = [...(chain?.graph ? ['yes'] : []), ...(chain?.command ? [code(chain.command('NAME'))] : [])]
  return ways.join(', else ') || '–'
}

function settled({ role }) {
  return role.locks ?? role.settles ?? []
}

function namesOf(formats) {
  return formats.map(({ name }) => code(name)).join(', ') || '–'
}

function table(head, rows) {
  const line = cells => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function upperFirst(text) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function code(text) {
  return `\`${text}\``
}

function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|')
}

/** A text in lines of at most `width` characters, broken at blanks. */
function wrapped(text, width) {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line === '') lines[lines.length - 1] = word
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

/** JSON in lines of at most `LINE_WIDTH` characters. `column` is the length of the text before the value. */
function jsonText(value, indent = '', column = 0) {
  const line = jsonLine(value)
  // After it a comma may follow.
  if (typeof value !== 'object' || column + line.length < LINE_WIDTH) return line
  const inner = `${indent}  `
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const members = Object.entries(value).map(([key, member]) => {
    const before = Array.isArray(value) ? inner : `${inner}${JSON.stringify(key)}: `
    return before + jsonText(member, inner, before.length)
  })
  return `${open}\n${members.join(',\n')}\n${indent}${close}`
}

function jsonLine(value) {
  if (Array.isArray(value)) return `[${value.map(jsonLine).join(', ')}]`
  if (typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${jsonLine(member)}`)
  return `{ ${members.join(', ')} }`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = new URL('..', import.meta.url)
  const [
    { ecosystems },
    { polyglotFormats },
    { policyRows },
    { policyIndex, policyPages },
    { commandNames, help },
    { rules },
    { byStatement }
  ] = await Promise.all([
    import('../lib/ecosystems/index.js'),
    import('../lib/polyglot/index.js'),
    import('../lib/policy/policy-rows.js'),
    import('../lib/reporters/policy/markdown.js'),
    import('../lib/commands.js'),
    import('../lib/rules/index.js'),
    import('../lib/rules/statements.js')
  ])
  const { actionInputs, exampleLines, fileProperties } = await import('../lib/settings/describe.js')
  const { STRUCTURED_KEYS } = await import('../lib/configuration/parse.js')
  const { hazardFiles } = await import('../lib/hazards/files/index.js')
  const { eventRows } = await import('../lib/github/events.js')
  const { parse } = await import('yaml')
  const read = name => readFileSync(new URL(name, root), 'utf8')
  const rows = await policyRows()
  const written = generate(Object.fromEntries(DOCUMENTS.map(name => [name, read(name)])), {
    ecosystems,
    polyglotFormats,
    casesOf: (ecosystem, format) => read(caseFile(ecosystem, format)),
    clients: policyIndex(rows),
    commandNames,
    help,
    inputs: actionInputs(),
    outputs: parse(read(ACTION)).outputs,
    settingProperties: fileProperties(),
    exampleLines: exampleLines(),
    structuredKeys: STRUCTURED_KEYS,
    rules,
    statements: byStatement(rules),
    hazardFiles,
    events: eventRows()
  })
  mkdirSync(new URL('docs/clients', root), { recursive: true })
  for (const [name, text] of Object.entries({ ...written, ...wholePages(policyPages(rows)) })) {
    writeFileSync(new URL(name, root), text)
  }
}
