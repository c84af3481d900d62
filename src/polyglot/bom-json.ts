/**
 * Bills of materials in JSON: CycloneDX, SPDX 2 and SPDX 3, which share their file names. Their tools write them under any other name
 * too. Any other file is ignored.
 * Specifications: see `cyclonedx-json.ts`, `spdx-json.ts` and `spdx-3.ts`. Deliberately ignored: the formats of single
 * tools, such as syft's.
 */

import type { Entry, FileFormat } from '../ecosystems/file-format.ts'
import { parseJson } from '../syntax/json.ts'
import { child } from '../syntax/tree.ts'
import { BILL, type Bill, billNames, entriesOf, graphOf, NO_BILL } from './bill.ts'
import { CYCLONEDX_VERSIONS } from './cyclonedx.ts'
import { cycloneDxBill } from './cyclonedx-json.ts'
import { spdx3Bill } from './spdx-3.ts'
import { spdxBill } from './spdx-json.ts'

/** Part of every bill that is complete, unless it writes letters as escapes, which no tool does. */
const MARKER = /"bomFormat"|"spdxVersion"|rdf(?:\\?\/|\\u002f)3|\\u00(?:[46][1-9a-f]|[57][\da])/i
/** One that breaks off early may have no more than a package URL. */
const SIGN = new RegExp(`${MARKER.source}|"pkg:[a-z]`, 'i')

export const bomJson: FileFormat = {
  ...BILL,
  name: 'bom.json',
  specification: 'https://cyclonedx.org/docs/1.7/json/',
  versions: `${CYCLONEDX_VERSIONS}; SPDX 2.1 to 2.3 and 3.0`,
  names: billNames('json', 'jsonld'),
  read,
  role: { kind: 'inventory', chain: { graph: text => graphOf(text, billIn(text) ?? NO_BILL) } }
}

/** A bill whose name does not tell that it is one. */
export const otherJson: FileFormat = {
  ...bomJson,
  name: '*.json',
  names: { endings: ['.json', '.jsonld'] },
  prescreen: { ...BILL.prescreen, marker: MARKER }
}

async function* read(text: string): AsyncGenerator<Entry> {
  yield* entriesOf(text, billIn(text) ?? NO_BILL)
}

function billIn(text: string): Bill | undefined {
  if (!SIGN.test(text)) return undefined
  const { root, fault } = parseJson(text)
  // GitHub's API wraps its bills.
  const document = child(root, 'sbom') ?? root
  const bill = cycloneDxBill(document, fault) ?? spdxBill(document, fault) ?? spdx3Bill(document, fault)
  return bill ?? (fault && { ...NO_BILL, fault })
}
