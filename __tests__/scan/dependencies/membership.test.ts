/** Whose lockfile settles a requirement. What a member is was found with the tools themselves, as the sentences say. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { findingLines, gapLines, type Part, scanned } from '../../support/findings.ts'
import { parseScenarios } from '../../support/scenarios.ts'

const FOLDER = join(import.meta.dirname, 'members')
const PARTS: readonly Part[] = ['line', 'requirement', 'settledOrLevel']

describe.each(readdirSync(FOLDER))('%s', document => {
  test.each(parseScenarios(readFileSync(join(FOLDER, document), 'utf8')))('$title', async ({ files, expected }) => {
    const { findings, gaps } = await scanned(files)
    const lockfiles = ({ origin }: { readonly origin: string }) => origin === 'lockfile'
    const manifests = findings.filter(({ dependency }) => !lockfiles(dependency))
    expect([...findingLines(manifests, PARTS), ...gapLines(gaps)]).toEqual(expected)
  })
})
