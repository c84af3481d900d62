/** Where the documents of this project explain things: the addresses that pages link to. */

import type { Help, HelpTopic } from './page/options.ts'

/** Makes the function that gives each topic its address. `root`: a commit of this project, such as `https://github.com/o/r/blob/v1`. */
export function helpAt(root: string): Help {
  return topic => `${root}/${pathOf(topic)}`
}

function pathOf(topic: HelpTopic): string {
  switch (topic.kind) {
    case 'about':
      return 'README.md'
    case 'when':
      return 'README.md#why'
    case 'waivers':
      return 'README.md#configuration'
    case 'rule':
      return `docs/rules.md#${topic.id}`
    case 'client':
      return `docs/${pageOfClient(topic.purl)}`
  }
}

/** The section of a client, from the folder of the documents: `clients/pypi.md#pkg-pypi-kubernetes`. */
export function pageOfClient(purl: string): string {
  const type = /^pkg:([a-z]+)\//.exec(purl)?.[1] ?? ''
  return `clients/${type}.md#${anchorOf(purl)}`
}

/** The anchor of a title or a package URL in a document that this project generates. */
export function anchorOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/-$/, '')
}
