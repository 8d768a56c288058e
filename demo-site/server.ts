import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { rememberOnce } from 'vouchsafe/verify'
import { type Assets, asset, readAssets } from './assets.js'
import { createDemo } from './create-demo.js'
import { type DemoConfig, readConfig } from './read-config.js'
import { createReaders } from './readers.js'
import { createShelf } from './shelf.js'

/** The site's own files, and the worker of the package from the site's own origin, as strict policies want it. */
function openAssets(): Assets {
  const assets = new Map(readAssets(new URL('./public/', import.meta.url)))
  const worker = readFileSync(fileURLToPath(import.meta.resolve('vouchsafe/worker.js')))
  return assets.set('/worker.js', asset(new Uint8Array(worker), 'text/javascript; charset=utf-8'))
}

function listen(config: DemoConfig): void {
  const { host, port, attestUrl } = config
  const app = createDemo({
    config,
    assets: openAssets(),
    keys: { jwksUrl: `${attestUrl}/.well-known/jwks.json` },
    readers: createReaders(),
    drafts: createShelf(),
    receipts: createShelf(),
    once: rememberOnce(),
    fetch: globalThis.fetch,
  })
  const server = serve({ fetch: app.fetch, hostname: host, port }, (address: AddressInfo) => {
    const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
    console.log(`listening ${JSON.stringify({ url: `http://${name}:${address.port}` })}`)
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(error.code === 'EADDRINUSE' ? `The demo's port ${port} is in use; choose another with DEMO_PORT.` : String(error))
    process.exit(1)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close(() => process.exit(0))
      // Browsers keep connections open that nothing is asked on.
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      setTimeout(() => process.exit(0), 1000).unref()
    })
  }
}

const result = readConfig(process.env)
if (result.ok) listen(result.config)
else {
  for (const fault of result.faults) console.error(fault)
  process.exitCode = 1
}
