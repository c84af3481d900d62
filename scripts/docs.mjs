#!/usr/bin/env node
// Writes the generated parts of the documents: `node scripts/docs.mjs`, after a build. Pure but for its last lines, so
// that a test can hold the documents against what would be written.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The documents with their generated parts written anew.
 * @param documents name of the file → its text
 * @param sources the registries, the text of each format's case file, the policy, the command line and the parsed action.yml
 */
export function generate(documents, { ecosystems, polyglotFormats, casesOf, clients, rules, help, action }) {
  const parts = {
    inputs: table(
      ['Input', 'What it is'],
      Object.entries(action.inputs).map(([name, { description, default: value }]) => [
        code(name),
        `${oneLine(description)}${value === undefined ? '' : ` Default: ${code(value)}.`}`
      ])
    ),
    outputs: table(
      ['Output', 'What it is'],
      Object.entries(action.outputs).map(([name, { description }]) => [code(name), oneLine(description)])
    ),
    formats: table(
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
    ),
    help: `\`\`\`text\n${help()}\`\`\``,
    clients: clients.trimEnd(),
    rules: table(
      ['Rule', 'Meaning', 'Level', 'Waiver'],
      rules.map(({ id, meaning, level, waivable, page }) => [
        `[${code(id)}](${page}#${id})`,
        oneLine(meaning),
        level,
        waivable ? 'yes' : 'no'
      ])
    ),
    explained: rules.map(explained).join('\n\n')
  }
  return Object.fromEntries(
    Object.entries(documents).map(([name, text]) => [
      name,
      text.replace(/(<!-- begin (\w+) -->\n)[\s\S]*?(\n<!-- end \2 -->)/g, (_whole, begin, part, end) => {
        if (!(part in parts)) throw new Error(`${name}: no generated part is called ${part}`)
        return `${begin}\n${parts[part]}\n${end}`
      })
    ])
  )
}

/**
 * Where the cases of a format stand, from the root of the project: `requirements*.txt` → `requirements.txt.md`, `*.csproj` →
 * `csproj.md`. The ecosystem `''` has the formats of several.
 */
export function caseFile(ecosystem, format) {
  const name = `${format.replaceAll('*', '').replace(/^\./, '').replaceAll(' ', '-')}.md`
  return ecosystem === '' ? `__tests__/polyglot/${name}` : `__tests__/ecosystems/${ecosystem}/${name}`
}

/** The documents that have generated parts. */
export const DOCUMENTS = ['README.md', 'docs/clients.md', 'docs/formats.md', 'docs/rules.md']

/** One rule with all its texts; its identifier is the anchor. */
function explained({ id, level, meaning, why, fix, waivable }) {
  return [
    `## ${id}`,
    meaning,
    `**Why it matters.** ${why}`,
    `**Level.** ${level}${level === 'error' ? '' : '; a configuration can raise it'}.`,
    `**How to fix it.** ${fix}`,
    `**Waiver.** ${waivable ? 'Possible, with a reason, an owner and an end.' : 'None: a waiver cannot be waived.'}`
  ].join('\n\n')
}

/** Which line is reported: what the reader's own cases and references show. */
function positionOf({ references }, cases) {
  if (references) return 'the version, or what carries it in this file or another'
  return /^\d+:\d+ .* used at \d+:\d+/m.test(cases) ? 'the version, or what carries it' : 'the version'
}

/** How the table says that a file shows its chains: by itself, or by a command of its tool. */
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

function code(text) {
  return `\`${text}\``
}

function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = new URL('..', import.meta.url)
  const [{ ecosystems }, { polyglotFormats }, { policyAsMarkdown }, { rules }, { help }, { parse }] = await Promise.all(
    [
      import('../lib/ecosystems/index.js'),
      import('../lib/polyglot/index.js'),
      import('../lib/policy/describe.js'),
      import('../lib/rules/index.js'),
      import('../lib/commands.js'),
      import('yaml')
    ]
  )
  const clients = await policyAsMarkdown()
  const action = parse(readFileSync(new URL('action.yml', root), 'utf8'))
  const casesOf = (ecosystem, format) => readFileSync(new URL(caseFile(ecosystem, format), root), 'utf8')
  const before = Object.fromEntries(DOCUMENTS.map(name => [name, readFileSync(new URL(name, root), 'utf8')]))
  for (const [name, text] of Object.entries(
    generate(before, { ecosystems, polyglotFormats, casesOf, clients, rules, help, action })
  )) {
    writeFileSync(new URL(name, root), text)
  }
}
