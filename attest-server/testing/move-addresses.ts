import { Agent, createServer } from 'node:http'
import https from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { AppEnv } from '../routes/http/env.js'

/** A server on loopback, that code of others takes for one far away. */
export interface MovedAddresses {
  readonly url: string
  /** Gives the process its own `fetch` and `https` back. */
  stop(): Promise<void>
}

/** What `https` asks everybody by that names no agent: it connects here, without TLS, and leaves the request as it was written. */
const agentTo = (port: number): https.Agent =>
  Object.assign(new Agent(), { protocol: 'https:', defaultPort: 443, createConnection: () => connect(port, '127.0.0.1') }) as never

/** @returns `fetch` that asks elsewhere where an address is on the list, and refuses to leave the machine where it is not. */
function fetchMoved(own: typeof fetch, url: string, moved: Readonly<Record<string, string>>): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input)
    const path = moved[address]
    if (path === undefined) throw new Error(`${address} has not moved`)
    return own(new URL(path, url), init)
  }
}

/**
 * Serves an app to libraries that have another service's address built in, and cannot be told another one.
 *
 * @param moved paths of the app, by the whole address that a library asks
 */
export async function moveAddresses(app: Hono<AppEnv>, moved: Readonly<Record<string, string>>): Promise<MovedAddresses> {
  const answer = getRequestListener(app.fetch)
  const server = createServer((incoming, outgoing) => {
    incoming.url = moved[`https://${incoming.headers.host}${incoming.url}`] ?? incoming.url ?? '/'
    void answer(incoming, outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const own = { agent: https.globalAgent, fetch: globalThis.fetch }
  https.globalAgent = agentTo(port)
  globalThis.fetch = fetchMoved(own.fetch, url, moved)
  return {
    url,
    async stop() {
      https.globalAgent = own.agent
      globalThis.fetch = own.fetch
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
