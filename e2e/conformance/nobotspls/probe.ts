import { check, equal, field, holds, less, numberAt, shape, status } from '../harness/assertions.js'
import type { Client } from '../harness/client.js'
import type { Item } from '../harness/item.js'
import type { Answer } from '../harness/send-request.js'
import { Untold } from '../harness/untold.js'
import { describedBot, describedHuman, describedProgram } from '../traffic/described-requests.js'
import { chromeHeaders, programHeaders } from '../traffic/headers.js'
import { requestScore } from './score.js'

async function probe(
  client: Client,
  query: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return client.get('/probe', { ...headers, 'x-api-key': await client.keys.afk() }, query)
}

const asQuery = ({ extra_headers, ...fields }: { readonly extra_headers?: object; readonly [name: string]: unknown }) => ({
  ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)])),
  ...(extra_headers ? { extra_headers: JSON.stringify(extra_headers) } : {}),
})

const invalid = (answer: Answer) => numberAt(answer, 'p_is_invalid')
const FREE = 10

/** `GET /probe`, and what holds for all of NoBotsPls. */
export const nbpProbe: readonly Item[] = [
  {
    id: 'NBP-01',
    source: 'S',
    says: '/probe scores the request that asks: a browser is not a program',
    run: async (client) => {
      const [browser, program] = [await probe(client, {}, chromeHeaders), await probe(client, {}, programHeaders)]
      return check(
        status(browser, 200),
        shape(browser, requestScore),
        less("the browser's", invalid(browser), "the program's", invalid(program)),
        equal("the browser's decision", field(browser, 'decision'), 'allow'),
      )
    },
  },
  {
    id: 'NBP-01b',
    source: 'S',
    says: 'every field can be overridden by the query, and counts as if it were posted to /score',
    run: async (client) => {
      const headers = { 'x-api-key': await client.keys.afk() }
      const faults = []
      for (const described of [describedHuman, describedBot, describedProgram]) {
        const posted = await client.post('/score', described, headers)
        const asked = await probe(client, asQuery(described), chromeHeaders)
        faults.push(status(asked, 200), equal('p_is_invalid of the same fields', invalid(asked), invalid(posted)))
      }
      const rest = ['xforwardedfor', 'xrealip', 'via', 'dnt', 'pragma', 'cache_control', 'useragent', 'acceptencoding']
      const names = await probe(client, Object.fromEntries(rest.map((name) => [name, name === 'xrealip' ? '203.0.113.9' : '1'])))
      const broken = await probe(client, { useragent: 'x', extra_headers: '{"a":' })
      return check(...faults, status(names, 200), status(broken, 400))
    },
  },
  {
    id: 'NBP-02',
    source: 'K',
    says: 'headerorder is taken, and makes a difference',
    run: async (client) => {
      const order = (names: readonly string[]) => probe(client, { ...asQuery(describedHuman), headerorder: names.join(', ') })
      const chrome = await order(Object.keys(chromeHeaders))
      const sorted = await order([...Object.keys(chromeHeaders)].sort().reverse())
      return check(status(chrome, 200), status(sorted, 200), holds('a wrong order is not more human', invalid(sorted) >= invalid(chrome)))
    },
  },
  {
    id: 'NBP-03',
    source: 'P',
    says: "with any override, the caller's own headers are not mixed in",
    run: async (client) => {
      const query = { useragent: chromeHeaders['user-agent'], ip: '203.0.113.20' }
      const answers = [await probe(client, query, chromeHeaders), await probe(client, query, programHeaders), await probe(client, query)]
      return check(...answers.map((answer) => equal('p_is_invalid', invalid(answer), invalid(answers[0] as Answer))))
    },
  },
  {
    id: 'NBP-11',
    source: 'S',
    says: 'a missing or false key is 401 on all three, and the keys of other surfaces are false here',
    run: async (client) => {
      const live = await client.keys.live()
      const faults = []
      for (const key of [undefined, 'afk_nobodyhasthiskey000000000000', live, ''])
        for (const [method, path, json] of [
          ['GET', '/probe', undefined],
          ['POST', '/score', describedBot],
          ['POST', '/batch_score', [describedBot]],
        ] as const) {
          const headers: Record<string, string> = key === undefined ? {} : { 'x-api-key': key }
          faults.push(status(await client.send(method, path, json === undefined ? { headers } : { headers, json }), 401))
        }
      return check(...faults, status(await probe(client, {}), 200))
    },
  },
  {
    id: 'NBP-11b',
    source: 'S',
    says: 'the key is afk_…',
    run: async (client) => {
      const key = await client.keys.afk()
      return check(holds('it begins with afk_', key.startsWith('afk_')), shape(await probe(client, {}), requestScore))
    },
  },
  {
    id: 'NBP-11c',
    source: 'S',
    says: '5xx: retry with backoff',
    run: async () => {
      throw new Untold('a server that works gives none')
    },
  },
  {
    id: 'NBP-12',
    source: 'S',
    says: 'the free tier has ten requests a minute, then 429',
    run: async (client) => {
      const key = await client.keys.afk('free')
      const answers: Answer[] = []
      const send = () => client.get('/probe', { 'x-api-key': key })
      for (let i = 0; i <= 2 * FREE && answers.at(-1)?.status !== 429; i++) answers.push(await send())
      return check(equal('the status at the end', answers.at(-1)?.status, 429), holds('ten pass before', answers.length > FREE))
    },
  },
  {
    id: 'NBP-12b',
    source: 'P',
    says: 'a batch counts as many as it has',
    run: async (client) => {
      const headers = { 'x-api-key': await client.keys.afk('free') }
      const many = Array.from({ length: FREE + 1 }, () => describedProgram)
      return check(status(await client.post('/batch_score', many, headers), 429))
    },
  },
  {
    id: 'NBP-12c',
    source: 'S',
    says: 'Pro has 3,000 requests a minute',
    run: async (client) => {
      const answers = []
      for (let i = 0; i < 3 * FREE; i++) answers.push(await probe(client, asQuery(describedProgram)))
      const statuses = new Set(answers.map((answer) => answer.status))
      return check(
        equal('the statuses of thirty requests in a row', [...statuses], [200]),
        ...answers.map((answer) => shape(answer, requestScore)),
      )
    },
  },
  {
    id: 'NBP-13',
    source: 'S',
    says: '/docs is an interactive page, made of a description that names the endpoints',
    run: async (client) => {
      const [page, description] = [await client.get('/docs'), await client.get('/openapi.json')]
      const paths = Object.keys((field(description, 'paths') ?? {}) as object)
      const missing = ['/probe', '/score', '/batch_score'].filter((path) => !paths.includes(path))
      return check(
        status(page, 200),
        holds('/docs is a page', (page.headers['content-type'] ?? '').startsWith('text/html')),
        status(description, 200),
        holds('it is OpenAPI 3.1', String(field(description, 'openapi')).startsWith('3.1')),
        equal('what it does not name', missing, []),
      )
    },
  },
  {
    id: 'NBP-14',
    source: 'S',
    says: 'integrations fail open or closed as their authors wrote them',
    run: async () => {
      throw new Untold('what a customer does when the server is down is theirs; the samples run against it while it is up')
    },
  },
  {
    id: 'NBP-16',
    source: 'P',
    says: 'the first X-Forwarded-For element, which anybody can write, is not believed',
    run: async (client) => {
      if (!client.server) throw new Untold('how many proxies the server trusts is not known')
      const answer = await client.get('/v1/myip', { 'x-forwarded-for': '66.249.66.1, 203.0.113.30' })
      return check(equal('the address', field(answer, 'ip'), '203.0.113.30'))
    },
  },
]
