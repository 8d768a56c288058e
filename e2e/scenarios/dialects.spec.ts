import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect } from '../support/fixtures.js'
import { type Served, serve } from '../support/machine/built-server.js'
import { startChild } from '../support/machine/child.js'
import { repoRoot } from '../support/machine/tools.js'
import { catchEvidence, codeOf, replay } from '../support/site/evidence-catch.js'
import { newDataDir, productEnvironment, removeDataDir } from '../support/site/product.js'
import { startTestDemo, type TestDemo } from '../support/site/test-demo.js'

/** What of a dialect shows in its evidence. */
interface Dialect {
  readonly build: string
  readonly made: number
  readonly names: Readonly<Record<string, string>>
  readonly honey: readonly { readonly name: string }[]
}

interface Dialectal {
  readonly folder: string
  readonly dialect: Dialect
  readonly demo: TestDemo
  /** Ends the server, and starts it where it was. */
  restart(): Promise<void>
}

async function buildDialect(folder: string, seed: string): Promise<string> {
  const child = startChild(process.execPath, [join('tools', 'dialect', 'build-dialect.mjs'), folder, seed], { cwd: repoRoot })
  const [, file] = await child.line(/^(\/.*\.json)\s*$/m, 120_000)
  return file ?? ''
}

const startServer = (folder: string, dataDir: string, port: string): Promise<Served> =>
  serve(productEnvironment(dataDir, { PORT: port, VOUCHSAFE_LOG: 'silent', VOUCHSAFE_BUILD_GRACE_HOURS: '1' }), {
    program: join(folder, 'cli.mjs'),
  })

const test = base.extend<object, { dialectal: Dialectal }>({
  dialectal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
    async ({}, use) => {
      const folder = join(repoRoot, `.dist-dialect-${process.pid}`)
      const dataDir = newDataDir()
      const dialect = JSON.parse(readFileSync(await buildDialect(folder, 'e2e'), 'utf8')) as Dialect
      let server = await startServer(folder, dataDir, '0')
      const { url } = server
      const demo = await startTestDemo(url)
      const restart = async () => {
        await server.child.stop()
        server = await startServer(folder, dataDir, new URL(url).port)
      }
      await use({ folder, dialect, demo, restart })
      await demo.child.stop()
      await server.child.stop()
      removeDataDir(dataDir)
      rmSync(folder, { recursive: true })
    },
    { scope: 'worker', timeout: 200_000 },
  ],
})

test.describe.configure({ mode: 'serial' })

const claimsOf = (evidence: string) => JSON.parse(Buffer.from(evidence.split('.')[1] ?? '', 'base64url').toString()) as object

test('a build in a dialect of its own gets verdicts, and says nothing by its plain name', async ({ page, dialectal }) => {
  await page.goto(`${dialectal.demo.url}/`)
  await page.waitForSelector('html[data-vouchsafe-action]', { state: 'attached' })
  await page.mouse.move(200, 200)
  await page.mouse.move(300, 260, { steps: 20 })
  const { body, verdict } = await catchEvidence(page)
  const names = Object.keys(claimsOf(body.evidence))
  const { build, names: own, honey } = dialectal.dialect
  // Nothing was to be bound.
  const { payload: _, ...said } = own
  expect(names.sort()).toEqual([...Object.values(said), ...honey.map(({ name }) => name), 'build'].sort())
  expect(claimsOf(body.evidence)).toMatchObject({ build })
  expect(await dialectal.demo.post(verdict.token)).toEqual({ status: 303, reason: 'allow' })
})

test('what is not signed goes by the same names', async ({ page, dialectal }) => {
  // As on plain http, where neither pages nor workers have it: a worker would have it here, and signs.
  await page.addInitScript(() => {
    Object.defineProperty(crypto, 'subtle', { value: undefined })
    Object.defineProperty(window, 'Worker', { value: undefined })
  })
  await page.goto(`${dialectal.demo.url}/`)
  await page.waitForSelector('html[data-vouchsafe-action]', { state: 'attached' })
  const { body, verdict } = await catchEvidence(page)
  expect(verdict).toMatchObject({ assurance: 'unsigned', token: expect.any(String) })
  const { names: own, honey } = dialectal.dialect
  // Nothing was to be bound, and nothing can be committed to.
  const { payload: _, trace: __, ...said } = own
  expect(Object.keys(body.unsigned ?? {}).sort()).toEqual([...Object.values(said), ...honey.map(({ name }) => name), 'build'].sort())
})

test('a build that another has replaced is understood for a while, and then refused: the page goes on', async ({ page, dialectal }) => {
  await page.goto(`${dialectal.demo.url}/`)
  await page.waitForSelector('html[data-vouchsafe-action]', { state: 'attached' })
  const next = { ...dialectal.dialect, build: `${dialectal.dialect.build}-next` }
  const file = join(dialectal.folder, 'dialects', 'next.json')
  writeFileSync(file, JSON.stringify({ ...next, made: dialectal.dialect.made + 1 }))
  await dialectal.restart()
  const within = await catchEvidence(page)
  expect(within.verdict.action).toBe('allow')
  // As if both had been made long ago.
  const own = join(dialectal.folder, 'dialects', `${dialectal.dialect.build}.json`)
  writeFileSync(file, JSON.stringify({ ...next, made: 1_700_000_001 }))
  writeFileSync(own, JSON.stringify({ ...dialectal.dialect, made: 1_700_000_000 }))
  await dialectal.restart()
  const late = await catchEvidence(page)
  expect(codeOf(await replay(late))).toBe('evidence-refused')
  expect(await page.evaluate(() => window.vouchsafe?.attest('sign-up'))).toMatchObject({ status: 'refused', action: 'allow' })
})
