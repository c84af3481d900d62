/** A workspace over GitHub's API: the tree of a commit, and the blobs of the files that are read. */

import { hasId } from './blob-id.ts'
import { MAXIMUM_FILE_SIZE, tooLarge } from './readings.ts'
import { type Blob, type Blobs, type Lookup, type TreeEntry, treeWorkspace } from './tree.ts'
import type { FileGap, Workspace } from './workspace.ts'

/** A request without a usable answer: our own sentence, without a full stop. */
export interface Failed {
  readonly failed: string
}

/** One answer to a request for a tree. Its paths are relative to that tree; folders have the mode `040000`. */
export interface TreePage {
  readonly entries: readonly TreeEntry[]
  /** Whether GitHub left entries out. */
  readonly isTruncated: boolean
}

/** What the workspace needs of the API. All content is hostile, and need not be what was asked for. */
export interface Contents {
  /** The entries of a tree, with those of all folders below it if `recursive` is set. Takes the id of a commit too. */
  tree(id: string, options: { readonly recursive: boolean }): Promise<TreePage | Failed>
  /** The texts of blobs by their ids, in one request. Some may be missing, and some not be what the blob holds. */
  texts(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array> | Failed>
  /** The content of one blob. */
  blob(id: string): Promise<Uint8Array | Failed>
}

/** Which part of a commit becomes a workspace, and where blobs are looked for first. */
export interface FromGithub {
  /** The scanned folder: `''` for the root of the repository, or a path without a slash at its end. */
  readonly folder?: string
  readonly atHand?: Lookup
}

const FOLDER = '040000'
/** The most requests for one tree that GitHub truncates. */
const MOST_TREES = 50
/** The blobs of one request for texts. */
const BATCH_LENGTH = 50
/** The maximum size of the texts of one request together, in bytes: GitHub gives it ten seconds. */
const BATCH_SIZE = 5_000_000
/**
 * GitHub cuts the texts of GraphQL after this many bytes: https://github.com/sveltia/sveltia-cms/issues/950. Other blobs are
 * asked for one by one.
 */
const LONGEST_TEXT = 512_000
/** The maximum size of the blobs that are kept because they may be read again, in bytes. */
const KEPT_SIZE = 64 * 1024 * 1024

/** Opens the files of a commit, or tells why its tree cannot be read. */
export async function githubWorkspace(
  contents: Contents,
  commit: string,
  { folder = '', atHand = async () => undefined }: FromGithub = {}
): Promise<Workspace | Failed> {
  const listed = await treeOf(contents, commit)
  if ('failed' in listed) return listed
  return treeWorkspace({ source: 'github', ...listed }, new FetchedBlobs(contents, atHand), folder)
}

/** The entries of a tree. Where GitHub truncates it, folder after folder; those beyond the limit are gaps. */
async function treeOf(
  contents: Contents,
  commit: string
): Promise<{ entries: readonly TreeEntry[]; gaps: readonly FileGap[] } | Failed> {
  const whole = await contents.tree(commit, { recursive: true })
  if ('failed' in whole) return whole
  if (!whole.isTruncated) return { entries: whole.entries.filter(isNoFolder), gaps: [] }
  const [entries, gaps]: [TreeEntry[], FileGap[]] = [[], []]
  // A folder whose whole tree was truncated is listed alone, and then each folder in it.
  const pending = [{ id: commit, path: '', recursive: false }]
  let requests = 1
  for (const { id, path, recursive } of pending) {
    const detail = 'GitHub did not list all files of this folder: not scanned'
    const page = requests++ < MOST_TREES ? await contents.tree(id, { recursive }) : { failed: detail }
    if ('failed' in page) {
      if (path === '') return page
      gaps.push({ kind: 'unreadable-file', path, detail: page.failed })
    } else if (page.isTruncated && recursive) pending.push({ id, path, recursive: false })
    else {
      const found = page.entries.map(entry => ({ ...entry, path: path === '' ? entry.path : `${path}/${entry.path}` }))
      entries.push(...found.filter(isNoFolder))
      if (page.isTruncated) gaps.push({ kind: 'unreadable-file', path, detail })
      if (!recursive)
        pending.push(...found.filter(isFolder).map(below => ({ id: below.id, path: below.path, recursive: true })))
    }
  }
  return { entries, gaps }
}

/** Blobs from GitHub. Of those announced, many are fetched together when the first one is read. */
class FetchedBlobs implements Blobs {
  private readonly contents: Contents
  private readonly atHand: Lookup
  /** The announced blobs that may have to be fetched, by their ids, in the order of the announcements. */
  private readonly announced = new Map<string, TreeEntry>()
  /** Fetched blobs, the oldest first. */
  private readonly kept = new Map<string, Uint8Array>()
  private keptSize = 0
  /** The ids of blobs that no text holds: binary ones, and those with bytes that a text loses. */
  private readonly textless = new Set<string>()
  private hasTexts = true
  /** The end of all reads so far. */
  private turn: Promise<unknown> = Promise.resolve()

  constructor(contents: Contents, atHand: Lookup) {
    this.contents = contents
    this.atHand = atHand
  }

  announce(entries: readonly TreeEntry[]): void {
    for (const entry of entries) if (!this.kept.has(entry.id)) this.announced.set(entry.id, entry)
  }

  read(entry: TreeEntry): Promise<Blob> {
    const read = this.turn.then(() => this.readNext(entry))
    this.turn = read
    return read
  }

  private async readNext(entry: TreeEntry): Promise<Blob> {
    this.announced.delete(entry.id)
    const known = this.kept.get(entry.id) ?? (await this.atHand(entry))
    if (known) return { bytes: known }
    if (this.hasTexts && isShort(entry) && !this.textless.has(entry.id)) await this.fetchTexts(entry)
    const bytes = this.kept.get(entry.id) ?? (await this.contents.blob(entry.id))
    if ('failed' in bytes) return { unreadable: bytes.failed, isUnread: true }
    if (bytes.length > MAXIMUM_FILE_SIZE) return tooLarge(bytes.length)
    if (!hasId(bytes, entry.id)) return { unreadable: 'GitHub sent another content: not read', isUnread: true }
    this.keep(entry.id, bytes)
    return { bytes }
  }

  /** Fetches the text of a blob, and of others that were announced. */
  private async fetchTexts(first: TreeEntry): Promise<void> {
    const batch = await this.batchWith(first)
    const texts = await this.contents.texts(batch)
    this.hasTexts = !('failed' in texts)
    if ('failed' in texts) return
    for (const id of batch) {
      const bytes = texts.get(id)
      // A byte-order mark and bytes that are not UTF-8 are lost in a text.
      if (bytes && hasId(bytes, id)) this.keep(id, bytes)
      else this.textless.add(id)
    }
  }

  private async batchWith(first: TreeEntry): Promise<string[]> {
    const batch = [first.id]
    let size = first.size ?? 0
    for (const [id, entry] of this.announced) {
      if (batch.length === BATCH_LENGTH) break
      if (!isShort(entry) || size + (entry.size ?? 0) > BATCH_SIZE) continue
      this.announced.delete(id)
      if (await this.atHand(entry)) continue
      batch.push(id)
      size += entry.size ?? 0
    }
    return batch
  }

  private keep(id: string, bytes: Uint8Array): void {
    if (this.kept.has(id) || bytes.length > KEPT_SIZE) return
    this.kept.set(id, bytes)
    this.keptSize += bytes.length
    for (const [oldest, { length }] of this.kept) {
      if (this.keptSize <= KEPT_SIZE) break
      this.kept.delete(oldest)
      this.keptSize -= length
    }
  }
}

function isFolder({ mode }: TreeEntry): boolean {
  return mode === FOLDER
}

function isNoFolder(entry: TreeEntry): boolean {
  return !isFolder(entry)
}

/** Whether GraphQL returns the whole text. A file of unknown size may be cut. */
function isShort({ size }: TreeEntry): boolean {
  return size !== undefined && size <= LONGEST_TEXT
}
