import type { RequestAnswer } from '../core/requests/request-answer.js'
import type { Tier } from '../stores/ports.js'
import { createTestServer, type TestServer, type TestServerOptions } from './test-server.js'

export interface RequestsClient {
  readonly server: TestServer
  readonly key: string
  get(path: string, headers?: Readonly<Record<string, string>>, peer?: string): Promise<Response>
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
  score(body: unknown): Promise<RequestAnswer>
}

/** A connection from somewhere: without one, a request has no address. */
const from = (peer: string | undefined) =>
  peer === undefined ? {} : { incoming: { httpVersion: '1.1', rawHeaders: [], socket: { remoteAddress: peer } } }

/** A server and a backend of its project that holds a key. */
export async function createRequestsClient(options: TestServerOptions = {}, tier: Tier = 'pro'): Promise<RequestsClient> {
  const server = await createTestServer(options)
  const issued = await server.apiKeys.issue(server.project.id, 'afk', 'backend', tier)
  if (!issued.ok) throw new Error(issued.error)
  const key = issued.value.secret
  const post: RequestsClient['post'] = async (path, body, headers = {}) =>
    server.app.request(path, {
      method: 'POST',
      headers: { 'x-api-key': key, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return {
    server,
    key,
    post,
    get: async (path, headers = {}, peer) => server.app.request(path, { headers: { 'x-api-key': key, ...headers } }, from(peer)),
    async score(body) {
      const response = await post('/score', body)
      if (!response.ok) throw new Error(await response.text())
      return (await response.json()) as RequestAnswer
    },
  }
}
