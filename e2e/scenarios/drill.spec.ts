import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright'
import { findForm } from '../drill/page/find-form.js'
import { expressionOf } from '../drill/page/record-verdicts.js'
import { expect, test } from '../support/fixtures.js'
import { sandboxFlags, withTemporaryFolder } from '../support/machine/chromium.js'
import { GATE_PORT } from '../support/machine/gate.js'
import { repoRoot, requireTool } from '../support/machine/tools.js'

interface Drilled {
  readonly code: number
  readonly said: string
  /** `drill.json`, where there is one. */
  readonly data: {
    readonly share: number
    readonly results: readonly { driver: string; action: string; reference?: string; note: string }[]
    readonly refused: readonly string[]
  }
  readonly junit: string
  readonly html: string
}

/** `vouchsafe drill` as its users run it, with a key and a report of this test's own. */
function drill(...argv: string[]): Promise<Drilled> {
  return withTemporaryFolder(async (folder) => {
    const out = join(folder, 'report')
    const env = { ...process.env, VOUCHSAFE_DRILL_KEY: Buffer.alloc(32, 7).toString('base64url') }
    const child = spawn(process.execPath, [join(repoRoot, 'dist', 'cli.mjs'), 'drill', ...argv, '--out', out], { env })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const code = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)))
    const read = (name: string) => (existsSync(join(out, name)) ? readFileSync(join(out, name), 'utf8') : '')
    return { code, said, data: JSON.parse(read('drill.json') || '{}'), junit: read('junit.xml'), html: read('index.html') }
  })
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A site on a loopback port, and the paths that it was asked for. */
async function withServer<T>(answer: Answer, use: (origin: string, asked: string[]) => Promise<T>): Promise<T> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const tokenOf = async (origin: string): Promise<string> => /^ {2}(\S+)$/m.exec((await drill(origin, '--token')).said)?.[1] ?? ''

const send = (response: ServerResponse, body: string, status = 200) => response.writeHead(status, { 'content-type': 'text/html' }).end(body)

test('a drill of the demo stops the bots, and says so to people, programs and a CI', async ({ product, page }) => {
  test.setTimeout(120_000)
  const bots = ['playwright-headless', 'puppeteer']
  const { code, said, data, junit, html } = await drill(`${product.demo}/`, '--only', bots.join(','), '--fail-under', '1')
  expect(code, said).toBe(0)
  expect(data.results.map(({ driver }) => driver)).toEqual(bots)
  for (const { action, reference } of data.results) {
    expect(['challenge', 'block']).toContain(action)
    expect(reference).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    expect(html).toContain(reference)
  }
  expect(junit).toContain('tests="2" failures="0" errors="0" skipped="0"')
  expect(html).toContain('2 of 2 runs were stopped')
  expect(html).toContain('data:image/jpeg;base64,')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 375, height: 700 })
    await page.setContent(html)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'cut off').toBe(375)
  }
})

test('a screen that keeps a bot from the form at all has stopped it', async ({ product }) => {
  const { code, data } = await drill(`${product.demo}/enforced`, '--only', 'puppeteer', '--fail-under', '1')
  expect(data.results).toMatchObject([{ driver: 'puppeteer', action: 'block' }])
  expect(code).toBe(0)
})

test('a site that has not shown that it is one’s own sees nobody but those who look for the proof', async ({ product }) => {
  const page = `<script src="${product.attest}/collector.js" data-key="${product.siteKey}"></script>`
  const elsewhere: Answer = (_, response) => send(response, '')
  await withServer(elsewhere, (other, askedElsewhere) => {
    const redirecting: Answer = ({ url }, response) =>
      url?.startsWith('/.well-known/') ? response.writeHead(302, { location: `${other}/proof` }).end() : send(response, page)
    return withServer(redirecting, async (origin, asked) => {
      const { code, said, html } = await drill(`${origin}/`, '--prove', '--only', 'playwright-headless')
      expect(code, said).toBe(3)
      expect(said).toContain(`${origin}/.well-known/vouchsafe-drill.txt`)
      expect(asked).toEqual(['/.well-known/vouchsafe-drill.txt', '/'])
      expect(askedElsewhere).toEqual([])
      expect(html).toBe('')
    })
  })
})

/** Says of itself what it likes, in words that would do harm, and then leads away. */
const hostilePage = (attest: string, other: string) => `<!doctype html><title>\u001b[31m</title>
<script src="${attest}/collector.js" data-key="pk_none"></script>
<form data-vouchsafe="sign-up"><label>Mail <input type="email"></label><button>Go</button></form>
<script>
document.querySelector('form').onsubmit = (event) => {
  event.preventDefault()
  const detail = { status: 'ok', action: 'allow', band: '</dd><script>alert(1)</' + 'script>', reference: '\\u001b]0;x\\u0007<img src=x>' }
  document.dispatchEvent(new CustomEvent('vouchsafe:verdict', { detail }))
}
fetch('${other}/by-script').catch(() => {})
</script>`

test('a page that means ill reaches neither other hosts nor the terminal nor the report', async ({ product }) => {
  test.setTimeout(120_000)
  await withServer(
    (_, response) => send(response, 'elsewhere'),
    async (other, askedElsewhere) => {
      let token = ''
      const answer: Answer = ({ url }, response) => {
        if (url === '/away')
          return send(
            response,
            `<script src="${product.attest}/collector.js" data-key="pk_none"></script><script>location = '${other}/'</script>`,
          )
        if (url === '/.well-known/vouchsafe-drill.txt') return response.end(`${token}\n`)
        return send(response, hostilePage(product.attest, other))
      }
      await withServer(answer, async (origin) => {
        token = await tokenOf(origin)
        const options = ['--prove', '--only', 'playwright-headless', '--fail-under', '0.5']
        const told = await drill(`${origin}/`, ...options)
        expect(told.code, told.said).toBe(1)
        expect(told.data.results[0]).toMatchObject({ action: 'allow', reference: '<img src=x>' })
        expect(told.html).toContain('&lt;img src=x&gt;')
        expect(told.html).not.toMatch(/<img src=x|<script/)
        expect(told.junit).toContain('<failure message="allow"/>')
        const led = await drill(`${origin}/away`, ...options)
        expect(led.data.results[0]?.action).toBe('none')
        expect(led.data.refused.join()).toContain(new URL(other).host)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: which is what must not be there.
        expect(told.said + told.html + led.said + led.html).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
        expect(askedElsewhere).toEqual([])
      })
    },
  )
})

/** How many datagrams a page of this browser can have sent past its proxy. */
async function datagramsOf(executablePath: string): Promise<number> {
  const socket = createSocket('udp4')
  let heard = 0
  socket.on('message', () => heard++)
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const browser = await chromium.launch({ executablePath, args: sandboxFlags() })
  try {
    const page = await browser.newPage()
    await page.evaluate(async (urls) => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls }] })
      connection.createDataChannel('any')
      await connection.setLocalDescription(await connection.createOffer())
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }, `stun:127.0.0.1:${socket.address().port}`)
    return heard
  } finally {
    await browser.close()
    socket.close()
  }
}

test('WebRTC goes round no gate', async () => {
  for (const program of ['chromium', 'chromium-headless-shell'] as const) {
    const path = requireTool(program)
    expect(await datagramsOf(path), `${program} without a gate`).toBeGreaterThan(0)
    // The port of nobody: what goes through the gate goes nowhere.
    process.env[GATE_PORT] = '9'
    try {
      expect(await datagramsOf(path), program).toBe(0)
    } finally {
      delete process.env[GATE_PORT]
    }
  }
})

test('a form is found by what its fields say of themselves', async ({ page }) => {
  await page.setContent(`<form role="search"><input name="q"><button>Search</button></form>
    <form><input autocomplete="section-a family-name"><label>First name <input id="b"></label><input type="hidden" name="h">
    <input name="trap" style="display:none"><input type="password" name="p"><input name="work_email"><textarea disabled></textarea>
    <button type="button">Show</button><button>Sign up</button></form>`)
  const texts = { email: 'e', password: 'p', 'family-name': 'f', 'given-name': 'g', text: 't' }
  const { form } = JSON.parse(await page.evaluate(expressionOf(findForm, texts))) as {
    form: { fields: { selector: string; text: string }[]; submit: string }
  }
  expect(form.fields.map(({ text }) => text)).toEqual(['f', 'g', 'p', 'e'])
  await expect(page.locator(form.fields[2]!.selector)).toHaveAttribute('name', 'p')
  await expect(page.locator(form.submit)).toHaveText('Sign up')
})
