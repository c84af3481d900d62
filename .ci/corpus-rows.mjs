// Prints the rows of the corpus that must hold: all but those that the project disputes. What is left out is counted on
// standard error, so that it is never forgotten.
import { readFileSync } from 'node:fs'

/**
 * Rows that call a dependency none. C454, C455: kubernetes-api-client is a Kubernetes client of its own, and the line
 * requires it. C472: Ocelot.Provider.Kubernetes brings KubeClient in, and the policy judges it by that.
 */
const DISPUTED = ['C454', 'C455', 'C472']

const [head, ...rows] = readFileSync(process.argv[2], 'utf8').trimEnd().split('\n')
const columns = head.split('\t')
const cell = (row, name) => row.split('\t')[columns.indexOf(name)]
const left = rows.filter(row => DISPUTED.includes(cell(row, 'id')))
console.log([head, ...rows.filter(row => !left.includes(row))].join('\n'))
console.error(
  `corpus: ${rows.length - left.length} of ${rows.length} rows; left out: ${left.map(row => cell(row, 'id')).join(' ')}`
)
