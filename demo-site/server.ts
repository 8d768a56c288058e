import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { rememberOnce } from 'vouchsafe/verify'
import { createAskWhy } from './ask-why.js'
import { type Assets, asset, readAssets } from './assets.js'
import { createDemo } from './create-demo.js'
import { type DemoConfig, readConfig } from './read-config.js'
import { createReaders } from './readers.js'
import { createShelf } from './shelf.js'
import { openTour } from './tour/open-tour.js'
import { readTour } from './tour/tour-data.js'

const here = (path: string): URL => new URL(path, import.meta.url)

/** The site's own files, the documentation, and the worker of the package from the site's own origin, as strict policies want it. */
function openAssets(): Assets {
  const assets = new Map([...readAssets(here('./public/')), ...readAssets(here('./docs/'), '/docs/')])
  const worker = readFileSync(fileURLToPath(import.meta.resolve('vouchsafe/worker.js')))
  return assets.set('/worker.js', asset(new Uint8Array(worker), 'text/javascript; charset=utf-8'))
}

function listen(config: DemoConfig): void {
  const { host, port, attestUrl } = config
  let own: URL
  const tour = openTour(config, readTour(here('./tour.json')), () => own, createAskWhy({ config, fetch: globalThis.fetch }))
  const app = createDemo({
    config,
    assets: openAssets(),
    keys: { jwksUrl: `${attestUrl}/.well-known/jwks.json` },
    readers: createReaders(),
    drafts: createShelf(),
    receipts: createShelf(),
    once: rememberOnce(),
    tour,
    fetch: globalThis.fetch,
  })
  const server = serve({ fetch: app.fetch, hostname: host, port }, (address: AddressInfo) => {
    const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
    own = new URL(`http://${name}:${address.port}/`)
    console.log(`listening ${JSON.stringify({ url: own.origin })}`)
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(error.code === 'EADDRINUSE' ? `The demo's port ${port} is in use; choose another with DEMO_PORT.` : String(error))
    process.exit(1)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      const closed = new Promise((resolve) => server.close(resolve))
      // Browsers keep connections open that nothing is asked on, and one on which they are told what happens.
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      const patience = new Promise((resolve) => setTimeout(resolve, 1000))
      // A bot that performs is ended first, and waited for: it has browsers of its own to end.
      void Promise.all([Promise.race([closed, patience]), tour.stage?.close()]).then(() => process.exit(0))
    })
  }
}

const result = readConfig(process.env)
if (result.ok) listen(result.config)
else {
  for (const fault of result.faults) console.error(fault)
  process.exitCode = 1
}
