/** Sentences as Markdown. */

import type { Finding } from '../../model/finding.ts'
import { purlText } from '../../purl-text.ts'
import { code, link, prose } from '../markup.ts'
import { dependencyOf, subjectName } from '../subject.ts'
import type { Voice } from '../voice.ts'
import type { Help, Page } from './options.ts'

const PLACE_LENGTH = 120

/** The voice of a page: texts of the repository are code, places lead to their lines, names to what is known of the client. */
export function markdownVoice({ link: address, help }: Pick<Page, 'link' | 'help'>): Voice {
  return {
    code: (text, most) => code(text, most === undefined ? {} : { most }),
    name: finding => link(code(subjectName(finding)), rowOf(finding, help)),
    prose: text => prose(text),
    strong: words => `**${words}**`,
    place: (place, side = 'head') =>
      link(code(`${place.path || '.'}:${place.line}`, { most: PLACE_LENGTH }), address(place, side)),
    link
  }
}

/** The address of what is known of a client; undefined for one that only the scanned repository knows. */
function rowOf(finding: Finding, help: Help): string | undefined {
  const dependency = dependencyOf(finding)
  if (!dependency || finding.explanation.evidence.some(({ proof }) => proof === 'stated')) return undefined
  const { ecosystem, name } = dependency
  return help({ kind: 'client', purl: purlText({ ecosystem, name, requirement: { kind: 'none' } }) })
}
