import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Where one example finds the server's keys: as they are, and counted. */
export interface JwksRelay {
  readonly url: string
  asked(): number
  close(): void
}

export async function openJwksRelay(attest: string): Promise<JwksRelay> {
  let asked = 0
  const server = createServer((_, response) => {
    asked++
    const relay = async () => {
      const keys = await fetch(`${attest}/.well-known/jwks.json`)
      response.writeHead(keys.status, { 'Content-Type': 'application/json' }).end(await keys.text())
    }
    relay().catch(() => response.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  // It ends with this process at the latest.
  server.unref()
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${port}/jwks.json`, asked: () => asked, close }
}
