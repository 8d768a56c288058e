import { check, equal, field, less, numberAt, oneOf, status } from '../harness/assertions.js'
import { chromeHeaders, programHeaders } from '../traffic/headers.js'
import { answerOf, curl } from './curl.js'
import { probeWorker } from './probe-worker.js'
import { guardProgram, probeProgram } from './python-programs.js'
import { runPython } from './run-python.js'
import type { Sample } from './sample.js'

const decisions = ['allow', 'review', 'block']
const JSON_TYPE = 'Content-Type: application/json'

/** All samples of the document that can run. */
export const nobotsplsSamples: readonly Sample[] = [
  {
    document: 'NBP',
    name: 'curl /probe',
    run: async (client) => {
      const answer = await curl('-H', `X-API-Key: ${await client.keys.afk()}`, `${client.url}/probe`)
      // It says that it is curl, and is believed.
      return check(status(answer, 200), oneOf('decision', field(answer, 'decision'), ['review', 'block']))
    },
  },
  {
    document: 'NBP',
    name: 'curl /probe with overrides',
    run: async (client) => {
      const fields = ['useragent=Mozilla/5.0 (Macintosh) Safari/605.1.15', 'ip=203.0.113.20']
      const data = fields.flatMap((text) => ['--data-urlencode', text])
      const answer = await curl('-G', `${client.url}/probe`, ...data, '-H', `X-API-Key: ${await client.keys.afk()}`)
      return check(status(answer, 200), oneOf('decision', field(answer, 'decision'), decisions))
    },
  },
  {
    document: 'NBP',
    name: 'POST /score',
    run: async (client) => {
      const request = {
        useragent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15',
        sec_ch_ua: '"Chromium";v="123", "Not A;Brand";v="99"',
        ip: '127.0.0.1',
        xforwardedfor: '104.21.32.1',
        extra_headers: { 'cf-connecting-ip': '104.21.32.1' },
      }
      const key = `X-API-Key: ${await client.keys.afk()}`
      const answer = await curl(`${client.url}/score`, '-H', key, '-H', JSON_TYPE, '-d', JSON.stringify(request))
      const plain = await curl(`${client.url}/score`, '-H', key, '-H', JSON_TYPE, '-d', JSON.stringify({ useragent: request.useragent }))
      // Safari has no Client Hints.
      return check(
        status(answer, 200),
        less('without them', numberAt(plain, 'p_is_invalid'), 'p_is_invalid', numberAt(answer, 'p_is_invalid')),
      )
    },
  },
  {
    document: 'NBP',
    name: 'POST /batch_score',
    run: async (client) => {
      const requests = [
        { useragent: chromeHeaders['user-agent'], ip: '198.51.100.120' },
        { useragent: 'curl/8.4.0', ip: '203.0.113.42' },
      ]
      const key = `X-API-Key: ${await client.keys.afk()}`
      const answer = await curl(`${client.url}/batch_score`, '-H', key, '-H', JSON_TYPE, '-d', JSON.stringify(requests))
      return check(status(answer, 200), ...[0, 1].map((i) => oneOf(`decision ${i}`, field(answer, `${i}.decision`), decisions)))
    },
  },
  {
    document: 'NBP',
    name: 'Python requests',
    run: async (client) => {
      const printed = await runPython(probeProgram, client.url, await client.keys.afk())
      const answer = answerOf(Number(printed.slice(0, 3)), printed.slice(4).trim())
      return check(status(answer, 200), oneOf('decision', field(answer, 'decision'), decisions))
    },
  },
  {
    document: 'NBP',
    name: 'FastAPI dependency',
    run: async (client) => {
      const printed = await runPython(guardProgram, client.url, await client.keys.afk())
      const answer = answerOf(200, printed.trim())
      return check(
        equal('a browser that signs up', field(answer, 'browser.signup'), 200),
        equal('a browser that looks at prices', field(answer, 'browser.pricing'), 200),
        equal('a program that signs up', field(answer, 'program.signup'), 403),
        equal('a program that looks at prices', field(answer, 'program.pricing'), 403),
      )
    },
  },
  {
    document: 'NBP',
    name: 'Node fetch',
    run: async (client) => {
      const params = new URLSearchParams({ useragent: chromeHeaders['user-agent'], ip: '203.0.113.20' })
      const answer = await fetch(`${client.url}/probe?${params}`, { method: 'GET', headers: { 'X-API-Key': await client.keys.afk() } })
      const told: unknown = await answer.json()
      return check(equal('status', answer.status, 200), oneOf('decision', field(told, 'decision'), decisions))
    },
  },
  {
    document: 'NBP',
    name: 'Cloudflare worker',
    run: async (client) => {
      const worker = probeWorker(client.url)
      const env = { NOBOTSPLS_API_KEY: await client.keys.afk() }
      const ask = (userAgent: string, apiKey = env.NOBOTSPLS_API_KEY) =>
        worker.fetch(
          new Request('https://shop.example/', { headers: { 'user-agent': userAgent, 'x-forwarded-for': '203.0.113.20, 203.0.113.1' } }),
          { NOBOTSPLS_API_KEY: apiKey },
        )
      const [browser, program] = [await ask(chromeHeaders['user-agent']), await ask(programHeaders['user-agent'])]
      const told: unknown[] = [await browser.json(), await program.json()]
      return check(
        equal('statuses', [browser.status, program.status], [200, 200]),
        less("the browser's", numberAt(told[0], 'p_is_invalid'), "the program's", numberAt(told[1], 'p_is_invalid')),
        equal('the status where nothing tells an address', (await worker.fetch(new Request('https://shop.example/'), env)).status, 200),
        equal('the status with a false key', (await ask(chromeHeaders['user-agent'], 'afk_nobody')).status, 401),
      )
    },
  },
]
