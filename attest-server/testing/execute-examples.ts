import type { AppDeps } from '../app.js'
import type { Example, Operation } from '../routes/http/operation.js'
import { samples } from '../routes/http/samples.js'
import { methods, type Surface } from '../routes/http/surface.js'
import { accountToken } from './account-token.js'
import { createTestServer, type TestServer } from './test-server.js'
import { verdictToken } from './verdict-token.js'
import { visit } from './visit.js'

interface Executed {
  readonly name: string
  readonly expected: object
  readonly seen: object
}

interface Case {
  readonly surface: Surface
  readonly path: string
  readonly method: string
  readonly operation: Operation
  readonly example: Example
}

/** Of a form that may be sent by now. */
async function ticketOf(server: TestServer): Promise<string> {
  const query = new URLSearchParams({ key: server.project.siteKey, return: samples.returnTo })
  const html = await (await server.app.request(`/v1/noscript?${query}`)).text()
  server.pass(6)
  return /name="ticket" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

/** What a running server has issued in place of each sample. */
async function issued(server: TestServer): Promise<ReadonlyMap<string, string>> {
  const ticket = await ticketOf(server)
  const { token, reference } = await verdictToken(server)
  const page = await (await visit(server)).body()
  return new Map<string, string>([
    [samples.secretKey, server.secretKey],
    [samples.project, server.project.id],
    [samples.verdict, token],
    [samples.reference, reference],
    [samples.challenge, page.challenge],
    [samples.evidence, page.evidence],
    [samples.ticket, ticket],
    [samples.verificationSession, await verificationSession(server)],
  ])
}

/** The same with what was issued, wherever a sample stands. */
function fill<T>(value: T, values: ReadonlyMap<string, string>): T {
  if (typeof value === 'string') return (values.get(value) ?? value) as T
  if (Array.isArray(value)) return value.map((inner: unknown) => fill(inner, values)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner, values)])) as T
}

function bodyOf({ body, as = 'json' }: Example): Pick<RequestInit, 'body' | 'headers'> {
  if (body === undefined) return {}
  if (as === 'json') return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const fields = body as Readonly<Record<string, string>>
  if (as === 'form') return { body: new URLSearchParams(fields) }
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return { body: form }
}

/** A key of the first kind that the operation takes, where it may stand in a header. */
async function keyHeaders({ security }: Operation, server: TestServer): Promise<Readonly<Record<string, string>>> {
  switch (security) {
    case 'secret-key':
    case 'private-key':
    case 'account-or-private':
      return { authorization: `Bearer ${server.secretKey}` }
    case 'account':
      return { authorization: `Bearer ${await accountToken(server)}` }
    case 'yeb':
      return { authorization: `Bearer ${await server.issue('yeb')}` }
    case 'detlab':
      return { 'x-api-key': await server.issue('detlab', 'free') }
    case 'live':
      return { 'x-api-key': await server.issue('live', 'free') }
    case 'site-key':
      return { 'x-botect-site-key': server.project.siteKey }
    case 'afk':
    case 'outcomes':
      return { 'x-api-key': await server.issue('afk') }
    default:
      return {}
  }
}

/** Of the project whose keys are in the headers. */
async function verificationSession(server: TestServer): Promise<string> {
  const headers = { 'x-api-key': await server.issue('detlab') }
  const begun = await server.app.request('/api/verify-bot/session', { method: 'POST', headers })
  return ((await begun.json()) as { readonly session_id: string }).session_id
}

async function execute({ surface, path, method, operation, example }: Case, deps: Partial<AppDeps>): Promise<Executed> {
  const server = await createTestServer({ deps })
  if (operation.security === 'site-key') await server.stores.settings.enableScoring(server.project.id, server.now())
  const filled = fill(example, await issued(server))
  const address = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(filled.params?.[name] ?? ''))
  const query = filled.query ? `?${new URLSearchParams(filled.query)}` : ''
  const { body, headers } = bodyOf(filled)
  const init = { method, headers: { ...(await keyHeaders(operation, server)), ...headers, ...filled.headers }, ...(body ? { body } : {}) }
  const response = await server.app.request(`${address}${query}`, init)
  const type = response.headers.get('content-type') ?? ''
  const answer: unknown = /json/.test(type) ? await response.json() : undefined
  const doc = operation.responses[example.status]
  const schema = doc?.schema ?? (example.status >= 400 && !doc?.type ? surface.faultSchema : undefined)
  const fits = schema ? schema.safeParse(answer).success && (!example.response || schema.safeParse(example.response).success) : true
  const expected = { status: example.status, fits: true, ...(example.response === undefined ? {} : { answer: example.response }) }
  return { name: `${operation.id}: ${example.summary}`, expected, seen: { status: response.status, fits, answer } }
}

/** Sends every example of every operation to a server of its own. */
export async function executeExamples(deps: Partial<AppDeps>): Promise<Executed[]> {
  const { surfaces } = await createTestServer({ deps })
  const cases = surfaces.flatMap((surface) =>
    surface.endpoints.flatMap((endpoint) =>
      methods.flatMap((method) => {
        const operation = endpoint[method]
        return (operation?.examples ?? []).map(
          (example): Case => ({ surface, path: endpoint.path, method, operation: operation!, example }),
        )
      }),
    ),
  )
  const executed: Executed[] = []
  for (const each of cases) executed.push(await execute(each, deps))
  return executed
}
