/** The tags of images that a file of a repository lists, in place of tags of git: `FOLDER:TAG`, and further tags after commas. */
import { git, textsOf } from './clones.mjs'

const LISTED = /(?<folder>[\w./-]+):(?<tag>v\d[\w.-]*)/g

/** By tag: the folder that its image is built from, and the last commit of the main branch that lists the tag, with its last build. */
export function tagsListedBy(repository, file) {
  const commits = git(repository, ['rev-list', '--first-parent', '--reverse', 'HEAD']).toString().trim().split('\n')
  const texts = textsOf(
    repository,
    commits.map(commit => `${commit}:${file}`)
  )
  const last = new Map()
  for (const [index, commit] of commits.entries()) {
    for (const { groups } of (texts[index] ?? '').matchAll(LISTED))
      last.set(groups.tag, { commit, folder: groups.folder })
  }
  return last
}
