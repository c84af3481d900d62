/** Suggestions on the lines of a pull request: posted once, kept, deleted, and silent where they are not allowed. */

import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import { openClient } from '../../src/github/client.ts'
import { eventOf } from '../../src/github/event.ts'
import { RETRY_POLICY, sender } from '../../src/github/requests.ts'
import { openReviews } from '../../src/github/reviews.ts'
import { deliverSuggestions, MOST_SUGGESTIONS } from '../../src/github/suggestions.ts'
import { fold } from '../../src/policy/fold.ts'
import { scan } from '../../src/scan/scan.ts'
import type { StandIn } from '../support/api/server.ts'
import { stoppedClock } from '../support/clock.ts'
import { memoryWorkspace } from '../support/memory-workspace.ts'
import { randomNumbers } from '../support/numbers.ts'
import { check, closeGitHub, HEAD, NEXT, operations, ours, payload, startGitHub } from '../support/pull-request.ts'
import { resultOf } from '../support/report.ts'
import type { Files } from '../support/trees.ts'

afterEach(closeGitHub)

const BOT = 'github-actions[bot]'
const PIN = 'kubernetes==11.0.0'
const BLOCK = '```suggestion\nkubernetes==12.0.0\n```'

const blobOf = (text: string) =>
  createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex')
const contentOf = (content: Files[string] | undefined) => (typeof content === 'string' ? content : '')

/** Serves the files as what the pull request adds; those of `untouched` as files that it leaves alone. */
function serve(api: StandIn, files: Files, untouched: readonly string[] = []): Files {
  api.reviews.files = Object.entries(files)
    .filter(([path]) => !untouched.includes(path))
    .map(([path, content]) => {
      const lines = contentOf(content).trimEnd().split('\n')
      const patch = [`@@ -0,0 +1,${lines.length} @@`, ...lines.map(line => `+${line}`)].join('\n')
      return { path, blob: blobOf(contentOf(content)), patch }
    })
  return files
}

const written = (api: StandIn) => operations(api).filter(name => /create-review|delete-review/.test(name))
const bodies = (api: StandIn) => api.reviews.comments.map(({ body }) => body)

describe('a suggestion', () => {
  test('is on the added line, in one review, once', async () => {
    const api = await startGitHub()
    const files = serve(api, { 'jobs/requirements.txt': `requests==2.32.0\n${PIN}  # old\n` })
    const { exitCode, log, summary } = await check(api, files)
    expect(exitCode).toBe(1)
    expect(api.reviews.comments).toMatchObject([{ author: BOT, path: 'jobs/requirements.txt', line: 2 }])
    expect(bodies(api)[0]).toContain('```suggestion\nkubernetes==12.0.0  # old\n```')
    expect(api.reviews.reviews).toHaveLength(1)
    expect(log).toContain('suggestions delivered')
    // The comment does not repeat the edit; the summary, which has no suggestions beside it, does.
    const body = () => ours(api)[0]?.body
    expect(body()).toContain(
      'Use `12.0.0` or newer (the newest of its major version seen to reload: `12.0.1`): commit the suggestion on the line.'
    )
    expect(body()).not.toContain('```')
    expect(summary).toContain('`kubernetes==12.0.0`')

    const again = await check(api, files)
    expect(api.reviews.comments).toHaveLength(1)
    expect(written(api)).toEqual(['pulls/create-review'])
    expect(again.log).not.toContain('suggestions')
    expect(body()).toContain('commit the suggestion on the line.')
  })

  test('is not made for a line that the pull request leaves alone, or a file without a patch', async () => {
    const api = await startGitHub()
    const files = {
      'a/requirements.txt': `${PIN}\n`,
      'b/requirements.txt': `x==1\n${PIN}\n`,
      'c/requirements.txt': `${PIN}\n`
    }
    const unchanged = `@@ -1,2 +1,2 @@\n-x==0\n+x==1\n ${PIN}`
    serve(api, files, ['a/requirements.txt'])
    api.reviews.files = [
      { path: 'b/requirements.txt', blob: blobOf(files['b/requirements.txt']), patch: unchanged },
      { path: 'c/requirements.txt', blob: blobOf(files['c/requirements.txt']) }
    ]
    await check(api, files)
    expect(api.reviews.comments).toEqual([])
  })

  test('is not made where the head has another file than what was scanned', async () => {
    const api = await startGitHub()
    const files = serve(api, { 'requirements.txt': `${PIN}\n` })
    api.reviews.files = api.reviews.files.map(file => ({ ...file, blob: '0'.repeat(40) }))
    await check(api, files)
    expect(api.reviews.comments).toEqual([])
  })

  test('is not made beside a lockfile, and the comment has the command', async () => {
    const api = await startGitHub()
    const lock = 'GEM\n  specs:\n    kubeclient (4.9.3)\n\nDEPENDENCIES\n  kubeclient (= 4.9.3)\n'
    await check(api, serve(api, { Gemfile: "gem 'kubeclient', '4.9.3'\n", 'Gemfile.lock': lock }))
    expect(api.reviews.comments).toEqual([])
    expect(ours(api)[0]?.body).toContain('bundle update kubeclient')
  })

  test('has a longer fence where the line has backticks', async () => {
    const api = await startGitHub()
    await check(api, serve(api, { 'requirements.txt': `${PIN}  # \`\`\`\`\n` }))
    expect(bodies(api)[0]).toContain('\n`````suggestion\nkubernetes==12.0.0  # ````\n`````')
  })

  test.each(['a\u202eb', 'a\u200bb', 'a\rb', '<!-- x -->', 'x'.repeat(2_000)])(
    'is not made for a line with %j',
    async text => {
      const api = await startGitHub()
      await check(api, serve(api, { 'requirements.txt': `${PIN}  # ${text}\n` }))
      expect(api.reviews.comments).toEqual([])
    }
  )

  test('is one for each of equal lines, and one for two edits of a line', async () => {
    const api = await startGitHub()
    const dockerfile = `FROM x\nRUN pip install ${PIN} kubernetes-asyncio==11.0.0\n`
    const files = serve(api, { 'requirements.txt': `${PIN}\n${PIN}\n`, Dockerfile: dockerfile })
    await check(api, files)
    expect(api.reviews.comments.map(({ path, line }) => `${path}:${line}`).toSorted()).toEqual([
      'Dockerfile:2',
      'requirements.txt:1',
      'requirements.txt:2'
    ])
    expect(bodies(api).join('\n')).toContain('RUN pip install kubernetes==12.0.0 kubernetes-asyncio==24.2.3\n')
    await check(api, files)
    expect(api.reviews.comments).toHaveLength(3)
  })

  test('is left out beyond a number', async () => {
    const api = await startGitHub()
    const files = serve(
      api,
      Object.fromEntries(
        Array.from({ length: MOST_SUGGESTIONS + 5 }, (_, index) => [`r${index}/requirements.txt`, `${PIN}\n`])
      )
    )
    await check(api, files)
    await check(api, files)
    expect(api.reviews.comments).toHaveLength(MOST_SUGGESTIONS)
  })

  test('of another run on the pull request is left alone', async () => {
    const api = await startGitHub()
    const files = serve(api, { 'requirements.txt': `${PIN}\n` })
    await check(api, files, { inputs: { 'comment-key': 'one' } })
    await check(api, files, { inputs: { 'comment-key': 'two' } })
    await check(api, { 'requirements.txt': 'kubernetes==12.0.0\n' }, { inputs: { 'comment-key': 'two' } })
    expect(api.reviews.comments).toHaveLength(1)
  })
})

describe('the findings that need no command beside their suggestions', () => {
  test('are those with a suggestion at each of their places', async () => {
    const api = await startGitHub()
    const files = serve(
      api,
      {
        'a/requirements.txt': `${PIN}\n`,
        'b/requirements.txt': `${PIN}\n`,
        'c/requirements.txt': 'kubernetes==10.0.0\n'
      },
      ['b/requirements.txt']
    )
    const event = eventOf(
      { GITHUB_API_URL: api.url, GITHUB_EVENT_NAME: 'schedule', GITHUB_REPOSITORY: 'acme/shop', GITHUB_SHA: HEAD },
      {}
    )
    const reviews = openReviews(await openClient(api.token, event), event, 7, sender(RETRY_POLICY, stoppedClock()))
    const texts = Object.fromEntries(Object.entries(files).map(([path, content]) => [path, contentOf(content)]))
    const result = resultOf(fold(await scan(memoryWorkspace(texts), { minimum: 'documented' })))
    const target = {
      headSha: HEAD,
      token: api.token,
      key: '',
      viewerLogin: async () => BOT,
      remembered: async () => undefined,
      isBlob: async (path: string, id: string) => blobOf(texts[path] ?? '') === id
    }
    const first = await deliverSuggestions(reviews, target, result)
    const second = await deliverSuggestions(reviews, target, result)
    const paths = [first, second].map(({ findings }) => Array.from(findings, ({ place }) => place.path))
    expect(paths).toEqual([['c/requirements.txt'], ['c/requirements.txt']])
    expect(api.reviews.comments.map(({ path }) => path)).toEqual(['a/requirements.txt', 'c/requirements.txt'])
    expect(second.delivery).toBeUndefined()
  })
})

describe('when it is done with', () => {
  const FIXED = { 'requirements.txt': 'kubernetes==12.0.0\n' }

  async function posted(): Promise<StandIn> {
    const api = await startGitHub()
    await check(api, serve(api, { 'requirements.txt': `${PIN}\n` }))
    expect(bodies(api)).toEqual([expect.stringContaining(BLOCK)])
    return api
  }

  test('it is deleted', async () => {
    const api = await posted()
    const { log } = await check(api, serve(api, FIXED))
    expect(api.reviews.comments).toEqual([])
    expect(log).toContain('suggestions delivered (1 old one deleted)')
  })

  test('it stays where somebody answered', async () => {
    const api = await posted()
    const [own] = api.reviews.comments
    api.reviews.plant({ author: 'octocat', body: 'why?', path: 'requirements.txt', line: 1, replyTo: own?.id ?? 0 })
    await check(api, serve(api, FIXED))
    expect(api.reviews.comments).toHaveLength(2)
  })

  test('an outdated one is replaced', async () => {
    const api = await posted()
    for (const comment of api.reviews.comments) comment.line = undefined
    await check(api, serve(api, { 'requirements.txt': `x==1\n${PIN}\n` }))
    expect(api.reviews.comments).toMatchObject([{ line: 2 }])
  })

  test('one that moved with its line is kept', async () => {
    const api = await posted()
    for (const comment of api.reviews.comments) comment.line = 2
    await check(api, serve(api, { 'requirements.txt': `x==1\n${PIN}\n` }))
    expect(written(api)).toEqual(['pulls/create-review'])
  })

  test('what another author wrote is left alone, even with our hidden line', async () => {
    const api = await posted()
    const [body = ''] = bodies(api)
    api.reviews.plant({ author: 'octocat', body, path: 'requirements.txt', line: 1 })
    await check(api, serve(api, FIXED))
    expect(api.reviews.comments).toMatchObject([{ author: 'octocat' }])
  })

  test('an older run changes nothing', async () => {
    const api = await posted()
    api.push(NEXT)
    await check(api, serve(api, FIXED))
    expect(api.reviews.comments).toHaveLength(1)
    await check(api, serve(api, FIXED), { payload: payload({ headSha: NEXT }) })
    expect(api.reviews.comments).toEqual([])
  })
})

describe('one that a person deleted', () => {
  const FILES = { 'a/requirements.txt': `${PIN}\n`, 'b/requirements.txt': `${PIN}\n` }
  const placed = (api: StandIn) => api.reviews.comments.map(({ path, line }) => `${path}:${line}`)

  async function declined(): Promise<StandIn> {
    const api = await startGitHub()
    await check(api, serve(api, FILES))
    expect(placed(api)).toEqual(['a/requirements.txt:1', 'b/requirements.txt:1'])
    api.reviews.comments.shift()
    return api
  }

  test('is not posted again, in any later run, and the others stay', async () => {
    const api = await declined()
    for (let run = 0; run < 3; run++) await check(api, serve(api, FILES))
    expect(placed(api)).toEqual(['b/requirements.txt:1'])
    expect(written(api)).toEqual(['pulls/create-review'])
  })

  test('is remembered beside new ones, and while nothing can be judged', async () => {
    const api = await declined()
    const files = { ...FILES, 'c/requirements.txt': `${PIN}\n` }
    await check(api, serve(api, files))
    const broken = { ...files, '.github/bound-token-check.yml': 'fail-on: sometimes\n' }
    expect((await check(api, broken)).exitCode).toBe(3)
    await check(api, serve(api, files))
    expect(placed(api)).toEqual(['b/requirements.txt:1', 'c/requirements.txt:1'])
  })

  test('is remembered where the requests for suggestions fail meanwhile', async () => {
    const api = await declined()
    await check(api, serve(api, FILES))
    api.fail('pulls/list-review-comments', { status: 502 })
    await check(api, serve(api, FILES))
    api.fail('pulls/list-review-comments', { status: 502, times: 0 })
    await check(api, serve(api, FILES))
    expect(placed(api)).toEqual(['b/requirements.txt:1'])
  })

  test('is posted for another text of the line, and for one that came back after it was fixed', async () => {
    const api = await declined()
    await check(api, serve(api, { ...FILES, 'a/requirements.txt': `${PIN}  # again\n` }))
    expect(placed(api)).toEqual(['b/requirements.txt:1', 'a/requirements.txt:1'])
    await check(api, serve(api, { ...FILES, 'a/requirements.txt': 'kubernetes==12.0.0\n' }))
    await check(api, serve(api, FILES))
    expect(placed(api).toSorted()).toEqual(['a/requirements.txt:1', 'b/requirements.txt:1'])
  })
})

describe('where nothing can be judged', () => {
  const BROKEN = { '.github/bound-token-check.yml': 'fail-on: sometimes\n' }

  test('those of lines that are gone are deleted, the others stay', async () => {
    const api = await startGitHub()
    await check(api, serve(api, { 'a/requirements.txt': `${PIN}\n`, 'b/requirements.txt': `${PIN}\n` }))
    for (const comment of api.reviews.comments) if (comment.path.startsWith('a/')) comment.line = undefined
    const outcome = await check(api, { ...BROKEN, 'a/requirements.txt': 'x==1\n', 'b/requirements.txt': `${PIN}\n` })
    expect([outcome.exitCode, outcome.outputs['verdict']]).toEqual([3, 'invalid'])
    expect(api.reviews.comments.map(({ path }) => path)).toEqual(['b/requirements.txt'])
    expect(outcome.log).toContain('suggestions delivered (1 old one deleted)')
    // It was not a person who deleted it.
    await check(api, serve(api, { 'a/requirements.txt': `${PIN}\n`, 'b/requirements.txt': `${PIN}\n` }))
    expect(api.reviews.comments).toHaveLength(2)
  })

  test('a failure of these requests changes nothing else', async () => {
    const api = await startGitHub()
    await check(api, serve(api, { 'requirements.txt': `${PIN}\n` }))
    api.fail('pulls/list-review-comments', { status: 502 })
    const outcome = await check(api, BROKEN)
    expect([outcome.exitCode, ours(api).length]).toEqual([3, 1])
  })
})

describe('faults', () => {
  const files = { 'a/requirements.txt': `${PIN}\n`, 'b/requirements.txt': `${PIN}\n` }

  test.each([403, 404])('a token that may not write them (%d) is no news', async status => {
    const api = await startGitHub()
    api.fail('pulls/create-review', { status })
    const { exitCode, log } = await check(api, serve(api, files))
    expect(exitCode).toBe(1)
    expect(log).not.toContain('suggestions')
    expect(ours(api)).toHaveLength(1)
  })

  test('with contents: read alone nothing is posted and nothing complains', async () => {
    const api = await startGitHub({ permissions: { contents: 'read' }, private: true })
    const { log } = await check(api, serve(api, files))
    expect(api.reviews.comments).toEqual([])
    expect(log).not.toContain('suggestions')
  })

  // https://github.com/parkerbxyz/suggest-changes/issues/48
  test('one line that GitHub refuses does not lose the others', async () => {
    const api = await startGitHub()
    serve(api, files)
    api.reviews.files = api.reviews.files.map(file => (file.path.startsWith('a/') ? { ...file, refuses: true } : file))
    const { log } = await check(api, files)
    expect(api.reviews.comments.map(({ path }) => path)).toEqual(['b/requirements.txt'])
    expect(log).toContain('suggestions delivered (1 line with a new one)')
  })

  test.each([
    'pulls/list-review-comments',
    'pulls/list-files',
    'pulls/create-review',
    'pulls/delete-review-comment'
  ] as const)('a failure of %s changes nothing else', async operation => {
    const api = await startGitHub()
    await check(api, serve(api, { 'old/requirements.txt': `${PIN}\n` }))
    api.fail(operation, { status: 502 })
    const { exitCode, outputs, log } = await check(api, serve(api, files))
    expect(exitCode).toBe(1)
    expect(outputs['comment-url']).not.toBe('')
    expect(log).not.toContain('suggestions failed')
  })

  test('an attempt without an answer is not repeated, and the next run finds what it did', async () => {
    const api = await startGitHub()
    api.fail('pulls/create-review', { status: 502, way: 'afterwards', times: 1 })
    await check(api, serve(api, files))
    await check(api, serve(api, files))
    expect(api.reviews.comments).toHaveLength(2)
  })
})

describe('settings and events', () => {
  const files = { 'requirements.txt': `${PIN}\n` }

  test.each([{ suggestions: 'false' }, { comment: 'never' }, { token: '' }])(
    'with %j there are none, and no request',
    async inputs => {
      const api = await startGitHub()
      await check(api, serve(api, files), { inputs })
      expect(operations(api).filter(name => name.startsWith('pulls/list') || name.startsWith('pulls/create'))).toEqual(
        []
      )
    }
  )

  test('there are none outside of a pull request', async () => {
    const api = await startGitHub()
    await check(api, serve(api, files), { event: 'push', payload: {} })
    expect(operations(api).filter(name => name.startsWith('pulls/'))).toEqual([])
  })
})

test('random pull requests: after each run every line has what it needs, and no line has it twice', async () => {
  const random = randomNumbers(7)
  const api = await startGitHub()
  for (let run = 0; run < 12; run++) {
    const files = Object.fromEntries(
      ['a', 'b', 'c'].map(name => {
        const lines = Array.from({ length: 4 }, () => (random() < 0.4 ? PIN : `x==${Math.floor(random() * 9)}`))
        return [`${name}/requirements.txt`, `${lines.join('\n')}\n`]
      })
    )
    // What is no longer in the diff is outdated.
    for (const comment of api.reviews.comments)
      if (contentOf(files[comment.path]).split('\n')[(comment.line ?? 0) - 1] !== PIN) comment.line = undefined
    await check(api, serve(api, files))
    const needed = Object.entries(files).flatMap(([path, text]) =>
      text.split('\n').flatMap((line, index) => (line === PIN ? [`${path}:${index + 1}`] : []))
    )
    expect(api.reviews.comments.map(({ path, line }) => `${path}:${line}`).toSorted()).toEqual(needed.toSorted())
  }
})
