/** Gathers what is known of the cluster: what the settings state, and the evidence in the files that they name. */

import { Buffer } from 'node:buffer'
import { defined } from '../collections.ts'
import { ConfigError } from '../model/config-error.ts'
import type { Gap } from '../model/report.ts'
import type { EffectiveSettings } from '../settings/values.ts'
import { decode } from '../workspaces/decode.ts'
import { type AuditLog, readAuditLogs } from './audit-log.ts'
import type { StatedCluster } from './judged-by-cluster.ts'
import { type MetricsText, readMetrics, type TokenMetrics } from './metrics.ts'
import { contradiction, profileOf, statedFacts } from './profile.ts'

/** The world outside, as far as the evidence needs it. */
export interface EvidenceAccess {
  /** The day of the run as `YYYY-MM-DD`. */
  readonly today: string
  /** Opens a file that a setting names. Reading its bytes throws an error with a `code` where it cannot be read. */
  open(path: string, setting: 'metrics' | 'auditLog'): AuditLog
}

/** The largest metrics that are read, in bytes: those of an API server of a large cluster are a fifth of it. */
const LARGEST_METRICS = 64 * 1024 * 1024

/** What the settings and the evidence say of the cluster. Throws `ConfigError` where two settings contradict each other. */
export async function gatherCluster(settled: EffectiveSettings, access: EvidenceAccess): Promise<StatedCluster> {
  const { metrics, auditLog } = settled.values
  const facts = statedFacts(settled)
  const problem = contradiction(profileOf([facts]), access.today)
  if (problem !== undefined) throw new ConfigError(problem)
  const counted = metrics && (await gatherMetrics(metrics.map(path => access.open(path, 'metrics'))))
  const audit = auditLog && (await readAuditLogs(auditLog.map(path => access.open(path, 'auditLog'))))
  return { facts, evidence: defined({ metrics: counted, audit }) }
}

/** The metrics in files. One that cannot be read is a gap. */
async function gatherMetrics(files: readonly AuditLog[]): Promise<TokenMetrics> {
  const texts: MetricsText[] = []
  const gaps: Gap[] = []
  for (const file of files) {
    const text = await textOf(file)
    if ('text' in text) texts.push({ path: file.path, ...text })
    else gaps.push({ kind: 'unreadable-file', place: { path: file.path, line: 1, column: 1 }, detail: text.unreadable })
  }
  const read = readMetrics(texts)
  return { ...read, gaps: [...gaps, ...read.gaps] }
}

/** The text of a file, or why it cannot be read. */
async function textOf({ bytes }: AuditLog): Promise<{ readonly text: string } | { readonly unreadable: string }> {
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for await (const piece of bytes) {
      pieces.push(Buffer.from(piece))
      length += piece.length
      if (length > LARGEST_METRICS) return { unreadable: `larger than ${LARGEST_METRICS / 1024 / 1024} MiB` }
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return { unreadable: error.message }
  }
  const reading = decode(Buffer.concat(pieces))
  if ('text' in reading) return { text: reading.text }
  return { unreadable: 'unreadable' in reading ? reading.unreadable : reading.absent }
}
