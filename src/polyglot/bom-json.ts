/**
 * Bills of materials in JSON: CycloneDX, SPDX 2 and SPDX 3, which share their file names. Any other file with such a
 * name is ignored.
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

// Part of every bill, unless its keys are written with escapes; one that breaks off early may have no more than a package URL.
const SIGN = /"bomFormat"|"spdxVersion"|spdx\.org\/rdf\/3|"pkg:[a-z]|\\u/

export const bomJson: FileFormat = {
  ...BILL,
  name: 'bom.json',
  specification: 'https://cyclonedx.org/docs/1.7/json/',
  versions: `${CYCLONEDX_VERSIONS}; SPDX 2.1 to 2.3 and 3.0`,
  names: billNames('json|jsonld'),
  read,
  role: { kind: 'inventory', chain: { graph: text => graphOf(text, billIn(text) ?? NO_BILL) } }
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
