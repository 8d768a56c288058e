import { execFile } from 'node:child_process'
import { request } from 'node:https'
import { promisify } from 'node:util'
import { launch } from 'puppeteer-core'
import { expect, test } from '../support/fixtures.js'
import { withTemporaryFolder } from '../support/machine/chromium.js'
import { MissingError, requireTool } from '../support/machine/tools.js'
import { loopbackCertificate } from '../support/site/loopback-certificate.js'
import { startTlsServer, type TlsServer } from '../support/site/tls-server.js'

const run = promisify(execFile)

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'
/** What Chromium offers, as anybody can set it in OpenSSL. */
const CHROMIUM_SUITES =
  'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:' +
  'ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:' +
  'ECDHE-RSA-AES128-SHA:ECDHE-RSA-AES256-SHA:AES128-GCM-SHA256:AES256-GCM-SHA384:AES128-SHA:AES256-SHA'

let server: TlsServer
test.beforeAll(async () => {
  server = await startTlsServer({
    library: 'net.tls-library == 1',
    'another browser': 'net.tls-claim == 1',
    agrees: 'net.tls-claim == 0 AND net.tls-library == 0',
  })
})
test.afterAll(() => server.stop())

/** A page's first event, as one request. */
const event = () => ({
  path: '/v1/events',
  headers: { 'Content-Type': 'application/json', 'X-Botect-Site-Key': server.siteKey },
  body: JSON.stringify({
    session_token: null,
    events: [{ request_id: 'e1', type: 'mouse', received_at: new Date().toISOString(), payload: { mouse_entropy: 0.7, mouse_moves: 200 } }],
  }),
})
/** The same for a program, which says that it is Chromium; nobody is configured to write that JA4. */
const forged = () => ({ ...event().headers, 'User-Agent': CHROME, Origin: server.url, 'X-JA4': 't13d1516h2_8daaf6152771_02713d6af862' })
const tokenIn = (answer: string) => (JSON.parse(answer) as { session_token: string }).session_token

function ask(path: string, method: string, headers: Record<string, string>, body = '', more: object = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, server.url), { method, headers, ca: loopbackCertificate.cert, ...more }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () => resolve(text))
    })
    outgoing.once('error', reject).end(body)
  })
}

/** As far as it is looked at here. */
interface LiveVerdict {
  readonly network: { readonly ja4: string | null }
  readonly signals: readonly { readonly name: string; readonly layer: string }[]
}

/** Which rule held for the client whose session it is, its JA4, and what spoke for or against it in its headers. */
async function seen(token: string): Promise<{ rule: string | undefined; ja4: string | null; headers: readonly string[] }> {
  const read = async () =>
    JSON.parse(await ask(`/api/v1/verdict?token=${token}`, 'GET', { 'X-Api-Key': server.liveKey })) as Partial<LiveVerdict>
  await expect.poll(async () => (await read()).network, { timeout: 15_000 }).toBeDefined()
  const verdict = await ask(`/v1/sessions/${token}/verdict`, 'GET', { Authorization: `Bearer ${server.privateKey}` })
  const { network, signals = [] } = await read()
  const headers = signals.filter(({ layer }) => layer === 'http').map(({ name }) => name)
  return { rule: /Rule \\?"([^"\\]+)/.exec(verdict)?.[1], ja4: network!.ja4, headers }
}

/** Sends the event from a page of the server's own. */
const post = async ({ path, headers, body }: ReturnType<typeof event>) => (await fetch(path, { method: 'POST', headers, body })).text()

test('Chromium’s TLS is Chromium’s', async ({ browser }) => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true })
  const page = await context.newPage()
  await page.goto(`${server.url}/docs`)
  const { rule, ja4 } = await seen(tokenIn(await page.evaluate(post, event())))
  expect(rule).toBe('agrees')
  // To an address no name is sent; browsers offer TLS 1.3 and HTTP/2 first.
  expect(ja4).toMatch(/^t13i\d{4}h2_[0-9a-f]{12}_[0-9a-f]{12}$/)
  await context.close()
})

test('Chromium that calls itself Firefox does not speak as Firefox does', async ({ browser }) => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, userAgent: FIREFOX })
  const page = await context.newPage()
  await page.goto(`${server.url}/docs`)
  expect((await seen(tokenIn(await page.evaluate(post, event())))).rule).toBe('another browser')
  await context.close()
})

test('Firefox’s TLS is Firefox’s', async () => {
  await withTemporaryFolder(async (userDataDir) => {
    const executablePath = requireTool('firefox-esr')
    const browser = await launch({ browser: 'firefox', executablePath, userDataDir, headless: true, acceptInsecureCerts: true })
    const page = await browser.newPage()
    await page.goto(`${server.url}/docs`)
    const { rule, headers } = await seen(tokenIn(await page.evaluate(post, event())))
    expect([rule, headers], 'headers in their order and case, as over plain http').toEqual(['agrees', []])
    await browser.close()
  })
})

const PYTHON = `
import json, ssl, sys, urllib.request
url, headers, body = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3].encode()
context = ssl.create_default_context()
context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
print(urllib.request.urlopen(urllib.request.Request(url, body, headers), context=context).read().decode())
`

const programs: Readonly<Record<string, () => Promise<string>>> = {
  'Node’s https': () => ask('/v1/events', 'POST', forged(), event().body),
  'Python’s urllib': async () =>
    (await run(requireTool('python3'), ['-c', PYTHON, `${server.url}/v1/events`, JSON.stringify(forged()), event().body])).stdout,
  curl: async () => {
    const headers = Object.entries(forged()).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
    const found = run('curl', ['-sk', ...headers, '-d', event().body, `${server.url}/v1/events`])
    return (await found.catch((error: NodeJS.ErrnoException) => Promise.reject(error.code === 'ENOENT' ? new MissingError('curl') : error)))
      .stdout
  },
}

for (const [name, send] of Object.entries(programs)) {
  test(`${name} that calls itself Chromium speaks TLS as a library, whatever JA4 it sends along`, async () => {
    const answer = await send().catch((error: unknown) => {
      test.skip(error instanceof MissingError, String(error))
      throw error
    })
    const { rule, ja4, headers } = await seen(tokenIn(answer))
    expect(rule).toBe('library')
    expect(headers).toContain('header_order')
    expect(ja4).not.toContain('_8daaf6152771_')
  })
}

test('a library with Chromium’s suites is taken for nobody', async () => {
  const disguise = { ciphers: CHROMIUM_SUITES, ALPNProtocols: ['h2', 'http/1.1'], ecdhCurve: 'X25519:P-256:P-384', agent: false }
  const { rule, ja4 } = await seen(tokenIn(await ask('/v1/events', 'POST', forged(), event().body, disguise)))
  expect(rule).toBeUndefined()
  // OpenSSL adds one of its own (TLS_EMPTY_RENEGOTIATION_INFO_SCSV).
  expect(ja4).toMatch(/^t13i1[56]\d\dh2_/)
})
