import { createTestServer, type TestServer, type TestServerOptions } from './test-server.js'

export interface SessionSite extends TestServer {
  /** `POST` with a browser's headers and the site key, as a page does. */
  send(body: unknown, headers?: Readonly<Record<string, string | undefined>>): Promise<Response>
  /** Sends one event with this payload, and waits until it is scored. @returns the session's token. */
  scored(payload: object, token?: string | null, headers?: Readonly<Record<string, string | undefined>>): Promise<string>
  /** As a backend, with the private key. */
  backend(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
  verdict(token: string, context?: Readonly<Record<string, string>>): Promise<unknown>
}

let last = 0
/** An event of its own. */
export const event = (payload: object = {}, changes: object = {}) => ({
  request_id: `r${last++}`,
  type: 'snapshot',
  received_at: '2026-11-21T12:00:00.123456Z',
  payload,
  ...changes,
})

/** A server whose project has scoring on. */
export async function createSessionSite(options: TestServerOptions = {}): Promise<SessionSite> {
  const server = await createTestServer(options)
  const { app, project, secretKey, stores } = server
  await stores.settings.enableScoring(project.id, server.now())
  const send: SessionSite['send'] = (body, headers = {}) =>
    server.post('/v1/events', body, { 'x-botect-site-key': project.siteKey, 'content-type': 'application/json', ...headers })
  const backend: SessionSite['backend'] = async (method, path, body, headers = {}) =>
    app.request(path, {
      method,
      headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  return {
    ...server,
    send,
    backend,
    async scored(payload, token = null, headers = {}) {
      const response = await send({ session_token: token, events: [event(payload)] }, headers)
      const { session_token } = (await response.json()) as { session_token: string }
      await server.score()
      return session_token
    },
    verdict: async (token, context = {}) => (await backend('GET', `/v1/sessions/${token}/verdict?${new URLSearchParams(context)}`)).json(),
  }
}
