import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { type Child, startChild } from '../../support/machine/child.js'
import { freePort } from '../../support/machine/free-port.js'
import { repoRoot } from '../../support/machine/tools.js'
import { untilOpen } from '../../support/machine/until-open.js'
import type { Example } from '../harness/example.js'
import { openShop, type Shop } from '../harness/shop.js'
import type { Stage } from '../harness/stage.js'
import { copyExample } from '../harness/workplace.js'

const PATIENCE = 40_000

/** What a verdict must say that came with a form of this page. */
async function checkSent({ attest }: Stage, shop: Shop, origin: string): Promise<void> {
  if (shop.sent.length !== 2) throw new Error(`sent ${shop.sent.length} times instead of 2`)
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', attest.server.url))
  const tokens = shop.sent.map(({ fields }) => fields.getAll('vouchsafe-token'))
  if (new Set(tokens.flat()).size !== 2) throw new Error(`not one fresh token each time: ${JSON.stringify(tokens)}`)
  for (const { fields } of shop.sent) {
    const { payload } = await jwtVerify(fields.get('vouchsafe-token') ?? '', keys, { issuer: attest.server.url, audience: attest.siteKey })
    if (payload.page_action !== 'sign-up' || payload.origin !== origin || fields.get('email') !== 'ada@shop.example')
      throw new Error(`sent ${JSON.stringify({ ...payload, email: fields.get('email') })}`)
  }
}

/** A real browser opens the page, waits for its first verdict, and sends the form twice. @param leaves whether the form is sent by the browser itself */
async function tryForm(stage: Stage, shop: Shop, url: string, leaves = false): Promise<string> {
  const { page, complaints } = await stage.page()
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url() === `${stage.attest.server.url}/v1/attest`) asked.push(request.url())
  })
  for (const times of [1, 2]) {
    // What is sent by script stays on its page; a form that leaves it is opened again.
    if (page.url() !== url) {
      await page.goto(url)
      await page.waitForSelector('html[data-vouchsafe-action="allow"]', { timeout: PATIENCE })
    }
    await page.fill('[name=email]', 'ada@shop.example')
    await page.click('button')
    for (const end = Date.now() + PATIENCE; shop.sent.length < times && Date.now() < end; ) await page.waitForTimeout(20)
    await (leaves ? page.waitForURL(/sign-up$/) : page.waitForSelector('text=Welcome!'))
  }
  await checkSent(stage, shop, new URL(url).origin)
  const told = complaints.filter((text) => !text.includes('favicon'))
  if (told.length > 0) throw new Error(`the page complains: ${told.join(' | ').slice(0, 500)}`)
  await page.context().close()
  return `2 submissions, each with a fresh verdict; ${asked.length} verdicts asked for`
}

/** One page without a runtime of its own. */
async function runHtml(stage: Stage): Promise<string> {
  const { attest } = stage
  const example = readFileSync(join(repoRoot, 'docs', 'examples', 'html', 'index.html'), 'utf8')
  const shop = await openShop(example.replace('https://attest.shop.example', attest.server.url).replace('pk_…', attest.siteKey))
  try {
    return await tryForm(stage, shop, `${shop.origin}/`, true)
  } finally {
    shop.close()
  }
}

interface FrontEnd {
  readonly name: string
  /** Of the program that serves it: Node's arguments. */
  args(port: number): readonly string[]
  /** What else must hold, before and while it is served. */
  check?(folder: string, url: string): Promise<string>
}

async function runFrontEnd({ name, args, check }: FrontEnd, stage: Stage): Promise<string> {
  const { attest } = stage
  const [folder, port, shop] = [await copyExample(name), await freePort(), await openShop('')]
  const settings = { PORT: String(port), BACKEND: shop.origin, VITE_VOUCHSAFE_URL: attest.server.url, VITE_VOUCHSAFE_KEY: attest.siteKey }
  const server: Child = startChild(process.execPath, args(port), { cwd: folder, env: { ...process.env, ...settings } })
  try {
    const ended = server.exit.then((code) => Promise.reject(new Error(`it ended with ${code}`)))
    await Promise.race([untilOpen(port, PATIENCE).then((socket) => socket.destroy()), ended])
    const url = `http://127.0.0.1:${port}/`
    const found = [await check?.(folder, url), await tryForm(stage, shop, url)].filter(Boolean)
    return found.join('; ')
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${server.output().trim().slice(-800)}`)
  } finally {
    await server.stop('SIGTERM', 1000)
    shop.close()
  }
}

/** Rendered without a browser, and taken over by one; its types are those of the package. */
async function checkReact(folder: string, url: string): Promise<string> {
  const html = await (await fetch(url)).text()
  if (!/<form [^>]*data-vouchsafe="sign-up"/.test(html)) throw new Error(`not rendered: ${html.slice(-600)}`)
  const tsc = startChild(process.execPath, [join(repoRoot, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', '.'], { cwd: folder })
  if ((await tsc.exit) !== 0) throw new Error(`types: ${tsc.output()}`)
  return 'rendered on a server, types fit'
}

const VITE = join(repoRoot, 'node_modules', 'vite', 'bin', 'vite.js')
const byVite = (port: number) => [VITE, '--port', String(port), '--strictPort', '--host', '127.0.0.1']

const frontEnds: readonly FrontEnd[] = [
  { name: 'react', args: () => ['server.mjs'], check: checkReact },
  { name: 'vue', args: byVite },
  { name: 'svelte', args: byVite },
]

/** Pages, each used by a real browser. */
export const pages: readonly Example[] = [
  { name: 'html', needs: ['chromium'], run: runHtml },
  ...frontEnds.map((one): Example => ({ name: one.name, needs: ['chromium'], run: (stage) => runFrontEnd(one, stage) })),
]
