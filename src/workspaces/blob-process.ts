/** Reads blobs of a clone through one process of git that lives as long as the run. */

import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import type { Socket } from 'node:net'
import { type Git, start } from './git-command.ts'
import { MAXIMUM_FILE_SIZE, tooLarge } from './readings.ts'
import type { Blob, Blobs, TreeEntry } from './tree.ts'

const LINE_END = 10
/** A header is an id, a type and a size. */
const LONGEST_HEADER = 256

const FAILED: Blob = { unreadable: 'git could not read it from the clone', isUnread: true }
const MISSING: Blob = {
  unreadable: 'its content is not in this clone, which was made without all objects: fetch it with git, and run again',
  isUnread: true
}

/** Why the process is of no use. */
class ProcessFault extends Error {}

/**
 * `git cat-file --batch` (https://git-scm.com/docs/git-cat-file#_batch_output): an id in, a header and the content out. One
 * blob is read at a time, and the process does not keep the run alive. After its first fault, no blob is read any more.
 */
export class BlobProcess implements Blobs {
  private readonly git: Git
  private readonly missing: ReadonlySet<string>
  private process: ChildProcessWithoutNullStreams | undefined
  private output: AsyncIterator<Buffer> | undefined
  /** What was received and not yet used. */
  private received: Buffer = Buffer.alloc(0)
  private hasFailed = false
  /** The end of all reads so far. */
  private turn: Promise<unknown> = Promise.resolve()

  /** `missing`: the ids of blobs that the clone lacks. They are never asked for: git would fetch them, or end. */
  constructor(git: Git, missing: ReadonlySet<string>) {
    this.git = git
    this.missing = missing
  }

  read({ id }: TreeEntry): Promise<Blob> {
    const read = this.turn.then(() => this.readNext(id))
    this.turn = read
    return read
  }

  private async readNext(id: string): Promise<Blob> {
    if (this.missing.has(id)) return MISSING
    if (this.hasFailed) return FAILED
    const process = this.started()
    const end = setTimeout(() => process.kill('SIGKILL'), this.git.patience)
    awake(process, true)
    try {
      return await this.ask(process, id)
    } catch (error) {
      if (!(error instanceof ProcessFault)) throw error
      this.hasFailed = true
      process.kill('SIGKILL')
      return FAILED
    } finally {
      clearTimeout(end)
      awake(process, false)
    }
  }

  private started(): ChildProcessWithoutNullStreams {
    if (this.process) return this.process
    const process = start(this.git, ['cat-file', '--batch'])
    // Each of these faults also ends the output.
    for (const source of [process, process.stdin, process.stdout]) source.on('error', () => undefined)
    process.stderr.resume()
    this.process = process
    this.output = process.stdout[Symbol.asyncIterator]()
    return process
  }

  private async ask(process: ChildProcessWithoutNullStreams, id: string): Promise<Blob> {
    process.stdin.write(`${id}\n`)
    const [answered, type, size] = (await this.header()).split(' ')
    const length = Number(size)
    if (answered !== id || type !== 'blob' || !Number.isSafeInteger(length)) throw new ProcessFault()
    const isTooLarge = length > MAXIMUM_FILE_SIZE
    const bytes = await this.take(length + 1, isTooLarge)
    return isTooLarge ? tooLarge(length) : { bytes: bytes.subarray(0, length) }
  }

  private async header(): Promise<string> {
    for (;;) {
      const end = this.received.indexOf(LINE_END)
      if (end >= 0) {
        const header = this.received.toString('latin1', 0, end)
        this.received = this.received.subarray(end + 1)
        return header
      }
      if (this.received.length > LONGEST_HEADER) throw new ProcessFault()
      this.received = Buffer.concat([this.received, await this.chunk()])
    }
  }

  /** The next bytes; none of them are kept if `discard` is set. */
  private async take(length: number, discard: boolean): Promise<Buffer> {
    const parts: Buffer[] = []
    let left = length
    for (;;) {
      const part = this.received.subarray(0, left)
      left -= part.length
      if (!discard) parts.push(part)
      this.received = this.received.subarray(part.length)
      if (left === 0) return Buffer.concat(parts)
      this.received = await this.chunk()
    }
  }

  private async chunk(): Promise<Buffer> {
    const { value, done } = (await this.output?.next().catch(() => undefined)) ?? { done: true }
    if (done) throw new ProcessFault()
    return value
  }
}

/** Lets the run wait for the process, or end without it. */
function awake(process: ChildProcessWithoutNullStreams, isAwake: boolean): void {
  // The pipes of a process are sockets: https://nodejs.org/api/child_process.html#subprocessstdout.
  for (const one of [process, process.stdin as Socket, process.stdout as Socket, process.stderr as Socket]) {
    if (isAwake) one.ref()
    else one.unref()
  }
}
