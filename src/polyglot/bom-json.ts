/**
 * Bills of materials in JSON, which go by the same names whatever they hold: CycloneDX, SPDX 2 and SPDX 3. A file of such a
 * name that is none of them is none of our business.
 * Specifications: see `cyclonedx-json.ts`, `spdx-json.ts` and `spdx-3.ts`. Leaves out on purpose: what single tools write of
 * their own, such as syft's.
 */

import type { Entry, FileFormat } from '../ecosystems/file-format.ts'
import { parseJson } from '../syntax/json.ts'
import { child } from '../syntax/tree.ts'
import { BILL, type Bill, billNames, entriesOf, graphOf, NO_BILL } from './bill.ts'
import { CYCLONEDX_VERSIONS } from './cyclonedx.ts'
import { cycloneDxBill } from './cyclonedx-json.ts'
import { spdx3Bill } from './spdx-3.ts'
import { spdxBill } from './spdx-json.ts'

// What every bill holds; one that breaks off may have got no further than a package.
const SIGN = /"bomFormat"|"spdxVersion"|spdx\.org\/rdf\/3|"pkg:[a-z]/

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
