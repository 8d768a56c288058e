import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { meaningOf } from './agent-fault.js'
import type { RequestMessage } from './message/http-message.js'
import * as agents from './sign/index.js'
import { cacheOver, createFakeWeb, page } from './testing/directories.js'
import { authorities, createSite, directoryUrl } from './testing/site.js'
import { verifyAgent } from './verify-agent.js'

const text = readFileSync(new URL('../../../docs/agents.md', import.meta.url), 'utf8')
const snippets = [...text.matchAll(/```js[^\n]*\n([\s\S]*?)```/g)].map(([, code]) => code!)

type Run = (modules: object, process: object, console: object, fetch: unknown) => Promise<unknown>
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (...parts: string[]) => Run

/** A module as the body of a function: its imports and what surrounds it are arguments. */
const compile = (code: string): Run =>
  new AsyncFunction(
    'modules',
    'process',
    'console',
    'fetch',
    code.replace(/^import (\{.*\}) from ('.*')$/gm, 'const $1 = modules[$2]').replace('export default', 'return'),
  )

const [generate, serve, get, post, worker] = snippets.map(compile) as [Run, Run, Run, Run, Run]

describe('the page about agents', () => {
  it('shows code that runs, and whose requests are verified', async () => {
    const printed: string[] = []
    const sent: RequestMessage[] = []
    const answered: Promise<void>[] = []
    const web = createFakeWeb()
    const fetch = async (url: string, { method = 'GET', headers }: { method?: string; headers: Record<string, string> }) => {
      sent.push({ method, url, headers: new Map(Object.entries(headers)) })
    }
    const createServer = (listener: (request: unknown, response: unknown) => Promise<void>) => ({
      listen: () => {
        const response = {
          writeHead: (_: number, headers: Record<string, string>) => ({
            end: (body: string) => void web.pages.set(directoryUrl, page({ headers, body })),
          }),
        }
        answered.push(listener({}, response))
      },
    })
    const modules = { 'vouchsafe/agents': agents, 'node:http': { createServer } }
    const run = (code: Run, env = {}) => code(modules, { env }, { log: (line: string) => void printed.push(line) }, fetch)
    await run(generate)
    const env = { AGENT_KEY: printed[0] }
    for (const code of [serve, get, post]) await run(code, env)
    const made = (await run(worker, env)) as { fetch: (request: { url: string }, env: object) => Promise<void> }
    await made.fetch({ url: 'https://worker.example/a' }, env)
    await Promise.all(answered)
    const { deps } = await createSite([])
    const site = { ...deps, directories: cacheOver(web) }
    const outcomes = []
    for (const request of sent) outcomes.push(await verifyAgent(request, site, authorities, Date.now() / 1000))
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['verified', 'verified', 'verified'])
    expect(outcomes.every((each) => each.outcome === 'verified' && each.proved && each.nonce)).toBe(true)
  })

  it('names every reason for which a signature is refused', () => {
    const source = readFileSync(new URL('agent-fault.ts', import.meta.url), 'utf8')
    const reasons = [...source.matchAll(/case '([a-z-]+)'/g)].map(([, reason]) => reason!).filter((reason) => !reason.startsWith('url-'))
    expect(reasons.length).toBeGreaterThan(15)
    for (const reason of reasons) expect(text).toContain(`\`${reason}\``)
    expect(meaningOf({ reason: 'signature-wrong' })).toBe('invalid')
  })
})
