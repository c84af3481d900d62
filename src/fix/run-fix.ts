/** The command `fix`: finds the edits of a folder, and makes them or prints them as a diff. Runs nothing. */

import { defined } from '../collections.ts'
import { closest } from '../configuration/closest.ts'
import { ecosystems } from '../ecosystems/index.ts'
import { ConfigError } from '../model/config-error.ts'
import type { Report } from '../model/report.ts'
import type { JudgeSettings } from '../policy/judge.ts'
import { clientNamed, type Policy } from '../policy/policy.ts'
import { purlText } from '../purl-text.ts'
import type { EditableFiles } from '../workspaces/disk-edits.ts'
import type { Workspace } from '../workspaces/workspace.ts'
import { unifiedDiff } from './diff.ts'
import { type FixedFile, type FixResult, fixOf, followUpsOf, type LeftFinding } from './fix.ts'
import type { Selection } from './selection.ts'
import { type UpdaterRule, updaterRules } from './updaters.ts'

/** What `fix` depends on beside the files. */
export interface FixOptions {
  readonly level: Selection['level']
  /** The name or package URL of the one package to fix. */
  readonly only?: string
  /** Whether to print the edits only. */
  readonly dryRun: boolean
  /** Whether to edit files with changes that are not committed. */
  readonly force: boolean
  /** What the paths of the diff lack, and outside of which nothing is edited: `''`, or a folder with a slash at its end. */
  readonly prefix: string
  readonly policy: Policy
  readonly minimum: JudgeSettings['minimum']
}

/** What `fix` did. */
export interface FixRun {
  readonly result: FixResult
  /** The rules for the programs that propose versions in this repository. */
  readonly rules: readonly UpdaterRule[]
  /** The edits as a unified diff, where nothing was to be changed. */
  readonly diff?: string
  /** 0: nothing is left, 1: something is. */
  readonly exitCode: 0 | 1
}

/**
 * Fixes the files of a workspace. `scan` returns the report with one finding for each dependency. Throws `ConfigError` for a
 * package that is no client.
 */
export async function runFix(
  workspace: Workspace,
  files: EditableFiles,
  scan: (workspace: Workspace) => Promise<Report>,
  { level, only, dryRun, force, prefix, policy, minimum }: FixOptions
): Promise<FixRun> {
  const isMeant = only === undefined ? undefined : meaning(only, policy)
  const planned = await fixOf(workspace, scan, { level, ...(isMeant ? { isMeant } : {}) })
  const paths = planned.files.map(({ path }) => path)
  const dirty = force || dryRun ? new Map<string, string>() : await files.uncommitted(paths)
  const refused = new Map<string, string>()
  const diffs: string[] = []
  for (const file of planned.files) {
    const { path } = file
    const outcome = await delivered(file, files, { dryRun, prefix, dirty: dirty.get(path) })
    if (outcome.refused !== undefined) refused.set(path, outcome.refused)
    else diffs.push(outcome.diff ?? '')
  }
  const result = without(refused, planned)
  const isDone = result.left.length + followUpsOf(result.files).length === 0
  const findings = [...result.files.flatMap(({ edits }) => edits), ...result.left].map(({ finding }) => finding)
  const listed = findings.length === 0 ? [] : (await workspace.list()).files.map(({ path }) => path)
  const rules = await updaterRules(listed, findings, { minimum, policy })
  return { result, rules, exitCode: isDone ? 0 : 1, ...(dryRun ? { diff: diffs.join('') } : {}) }
}

/** Writes a file, or makes its diff; or the reason why not. */
async function delivered(
  { path, before, after }: FixedFile,
  files: EditableFiles,
  { dryRun, prefix, dirty }: Pick<FixOptions, 'dryRun' | 'prefix'> & { readonly dirty: string | undefined }
): Promise<{ readonly refused?: string; readonly diff?: string }> {
  if (!path.startsWith(prefix)) return { refused: 'it is outside of the folder' }
  if (dirty !== undefined) return { refused: `${dirty}: commit them, or give --force` }
  const opened = await files.open(path)
  if ('refused' in opened) return opened
  const { file } = opened
  if (file.text !== before) return { refused: 'it changed while it was read' }
  if (!dryRun) return defined({ refused: await files.write(path, file, after) })
  if (!file.utf8) return { refused: 'it is not in UTF-8, so that no diff can show it; without --dry-run it is edited' }
  const { mark } = file.utf8
  const shown = path.slice(prefix.length)
  return { diff: unifiedDiff(shown, mark + before, mark + after) }
}

/** The result without the files that were not written: their findings are left. */
function without(refused: ReadonlyMap<string, string>, { files, left }: FixResult): FixResult {
  const more = files.flatMap(({ path, edits }): LeftFinding[] => {
    const because = refused.get(path)
    return because === undefined ? [] : edits.map(({ finding }) => ({ finding, because }))
  })
  return { files: files.filter(({ path }) => !refused.has(path)), left: [...left, ...more] }
}

/** Makes the test for the package that a user names. Throws `ConfigError` where no client has the name. */
function meaning(only: string, policy: Policy): (ecosystem: string, name: string) => boolean {
  const meant = new Set<string>()
  const names: string[] = []
  for (const ecosystem of ecosystems) {
    const prefix = `pkg:${ecosystem.id}/`
    if (only.startsWith('pkg:') && !only.startsWith(prefix)) continue
    for (const { name } of policy.clientsOf(ecosystem.id)) {
      const purl = purlText({ ecosystem: ecosystem.id, name, requirement: { kind: 'none' } })
      names.push(name)
      if (purl === only) meant.add(`${ecosystem.id} ${name}`)
    }
    const client = only.startsWith('pkg:') ? undefined : clientNamed(policy, ecosystem, only)
    if (client) meant.add(`${ecosystem.id} ${client.name}`)
  }
  if (meant.size > 0) return (ecosystem, name) => meant.has(`${ecosystem} ${name}`)
  const near = closest(only, names)
  throw new ConfigError(
    `--only ${only}: no client is called that. ${near === undefined ? '`policy` prints every client.' : `Did you mean ${near}?`}`
  )
}
