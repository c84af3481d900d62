/** Writes what evidence/newer.mjs found as the text of an issue. */

/** The first line of the text, by which the workflow finds its issue again. */
export const MARKER = '<!-- bound-token-check: freshness -->'
/** In characters: what an issue holds, with room for its end. */
const LONGEST = 60_000
/** Newer releases that are named. */
const NAMED = 4
/** Lines of a difference that are shown. */
const SHOWN = 12

/**
 * The text in Markdown. `markup` has the functions `code`, `codeBlock`, `prose` and `table` of src/reporters/markup.ts, through which
 * every text of a registry passes. `ran` has by `ECOSYSTEM NAME VERSION` the `observation` of a release that was run, or why it
 * `couldNotRun`.
 */
export function proposalOf(results, markup, ran = new Map()) {
  const { code, codeBlock, prose, table } = markup
  const labelOf = ({ subject }) => code(`${subject.ecosystem} ${subject.name}`, { table: true })
  const known = results.filter(({ state, comparison }) => state === 'newer' && comparison !== undefined)
  const ranWith = ({ subject, newest }) => ran.get(`${subject.ecosystem} ${subject.name} ${newest}`) ?? {}
  const judged = ({ subject, newest }) => subject.observedOf(subject.name, newest)
  const isSame = result => {
    const { observation } = ranWith(result)
    return observation === undefined ? result.comparison.kind === 'same' : observation === judged(result)
  }
  const [raise, look] = [known.filter(isSame), known.filter(result => !isSame(result))]
  const undated = results.filter(({ state, comparison }) => state === 'newer' && comparison === undefined)
  const unasked = results.filter(({ state }) => state === 'not-asked')
  const current = results.filter(({ state }) => state === 'nothing-newer')
  const ranOf = result => {
    const { observation, couldNotRun } = ranWith(result)
    const texts = [observation && `run: ${observation}`, couldNotRun && `it could not be run: ${couldNotRun}`]
    return texts.filter(Boolean).map(text => prose(text, { table: true }))
  }
  const saidOf = result => {
    return [prose(result.comparison.what, { table: true }), ...ranOf(result)].join('; ')
  }

  const parts = [
    MARKER,
    `Asked for: ${results.length} clients and images. Newer than what somebody looked at: ${known.length}. Nothing newer: ${current.length}. Without a row that says up to where somebody looked: ${undated.length}. Could not be asked: ${unasked.length}.`
  ]
  if (raise.length > 0) {
    const rows = raise.map(result => [
      labelOf(result),
      code(result.subject.examined, { table: true }),
      code(result.newest, { table: true }),
      prose(judged(result), { table: true }),
      saidOf(result)
    ])
    parts.push(
      '## Nothing differs: raise “looked at up to”',
      'The newest release reads the token as the last one did that was looked at.',
      table(['Client', 'Looked at', 'Newest', 'Policy', 'Compared'], rows)
    )
  }
  if (look.length > 0) {
    parts.push('## Look at these', 'The policy judges them as its last range, and says so.')
    for (const result of look) parts.push(...lookOf(result))
  }
  if (undated.length > 0) {
    parts.push(
      '## No row says up to which release somebody looked',
      undated
        .map(result => `- ${labelOf(result)}: ${[`the newest is ${code(result.newest)}`, ...ranOf(result)].join('; ')}`)
        .join('\n')
    )
  }
  if (unasked.length > 0) {
    parts.push(
      '## Could not be asked',
      unasked.map(result => `- ${labelOf(result)}: ${prose(result.reason)}`).join('\n')
    )
  }
  return shortened(parts)

  function lookOf(result) {
    const { subject, newest, newer, comparison } = result
    const others = newer.filter(version => version !== newest)
    const and =
      others.length === 0
        ? ''
        : ` Also newer: ${others
            .slice(-NAMED)
            .map(text => code(text))
            .join(', ')}${others.length > NAMED ? ` and ${others.length - NAMED} more` : ''}.`
    const { details = [] } = comparison
    const cut = details.length > SHOWN ? [`… ${details.length - SHOWN} lines more`] : []
    return [
      `### ${labelOf(result)}: ${code(subject.examined)} → ${code(newest)}`,
      `${saidOf(result)}. The policy says ${prose(judged(result))}.${and}`,
      ...(details.length === 0 ? [] : [codeBlock([...details.slice(0, SHOWN), ...cut])])
    ]
  }
}

/** As many parts as an issue holds; the rest is counted. */
function shortened(parts) {
  let length = 0
  const kept = parts.filter(part => {
    length += part.length + 2
    return length <= LONGEST
  })
  const left = parts.length - kept.length
  return `${[...kept, ...(left > 0 ? [`${left} paragraphs are left out here; the log of the run has them.`] : [])].join('\n\n')}\n`
}
