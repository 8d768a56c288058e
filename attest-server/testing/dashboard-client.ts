import { compressOnce } from '../assets/compress-once.js'
import { composeDashboard } from '../dashboard/compose-dashboard.js'
import type { SlowHash } from '../logins/create-passwords.js'
import type { PageFile } from '../routes/dashboard/deps.js'
import { accountToken } from './account-token.js'
import { createTestServer, ISSUER, type TestServer, type TestServerOptions } from './test-server.js'

/** As slow hashes go, none at all: what is slow is not tested here. */
const quickHash: SlowHash = {
  hash: async (text) => `quick:${text}`,
  verify: async (hash, text) => hash === `quick:${text}`,
}

const text = (name: string, type: string, body: string): PageFile => ({ name, type, ...compressOnce(new TextEncoder().encode(body)) })
const pageFiles: readonly PageFile[] = [
  text('index.html', 'text/html; charset=utf-8', '<!doctype html>'),
  text('assets/main-0123456789.js', 'text/javascript; charset=utf-8', 'main()'),
]

export const createDashboardServer = (
  { deps, ...options }: TestServerOptions = {},
  slowHash = quickHash,
  files = pageFiles,
): Promise<TestServer> => createTestServer({ ...options, deps: { ...deps, dashboard: composeDashboard(slowHash, files) } })

/** What the page sends with each request. */
const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'application/json',
  'sec-fetch-site': 'same-origin',
  origin: ISSUER,
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:152.0) Gecko/20100101 Firefox/152.0',
}

export interface DashboardClient {
  /** A request as the page makes it, with the cookie where there is one. A header that is empty is left out. */
  ask(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** The same, whose answer must be good. */
  read<T>(path: string): Promise<T>
  cookie: string
}

export function createClient({ app }: Pick<TestServer, 'app'>): DashboardClient {
  const client: DashboardClient = {
    cookie: '',
    async ask(method, path, body, headers = {}) {
      const all = new Headers({ ...pageHeaders, ...(client.cookie && { cookie: client.cookie }), ...headers })
      for (const [name, value] of Object.entries(headers)) if (value === '') all.delete(name)
      const sent = body === undefined ? (method === 'POST' ? '{}' : undefined) : typeof body === 'string' ? body : JSON.stringify(body)
      const response = await app.request(`/dashboard/api${path}`, { method, headers: all, ...(sent !== undefined && { body: sent }) })
      const set = response.headers.get('set-cookie')
      if (set !== null) client.cookie = set.slice(0, set.indexOf(';'))
      return response
    },
    async read<T>(path: string) {
      const response = await client.ask('GET', path)
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
      return (await response.json()) as T
    },
  }
  return client
}

/** Of the account of the server's project, or of one with another name and no project. */
export async function logIn(server: TestServer, name?: string): Promise<DashboardClient> {
  const client = createClient(server)
  const token = await accountToken(server, 'free', name)
  const response = await client.ask('POST', '/login/token', { token })
  if (!response.ok) throw new Error(await response.text())
  return client
}
