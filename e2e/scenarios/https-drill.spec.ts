import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '../support/fixtures.js'
import { withTemporaryFolder } from '../support/machine/chromium.js'
import { repoRoot } from '../support/machine/tools.js'
import { loopbackCertificate } from '../support/site/loopback-certificate.js'
import { startTlsServer } from '../support/site/tls-server.js'

/** One of each way to be driven: by the command line's flags, and by what a session of WebDriver asks for. */
const BOTS = ['firefox-marionette', 'playwright-headless']

const pageFor = (attest: string, siteKey: string) => `<!doctype html><html lang="en"><title>Sign up</title>
<script src="${attest}/collector.js" data-key="${siteKey}"></script>
<form data-vouchsafe="sign-up" method="post"><label>E-mail <input type="email" name="email"></label> <button>Sign up</button></form>`

test('a site and an attest-server of their own certificates are drilled as others are', async () => {
  test.setTimeout(120_000)
  const attest = await startTlsServer({})
  const site = createServer(loopbackCertificate, (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(pageFor(attest.url, attest.siteKey)),
  )
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  try {
    await withTemporaryFolder(async (out) => {
      const url = `https://localhost:${(site.address() as AddressInfo).port}/`
      const args = [join(repoRoot, 'dist', 'cli.mjs'), 'drill', url, '--only', BOTS.join(','), '--out', out]
      const child = spawn(process.execPath, args)
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
      expect(await new Promise((resolve) => child.once('close', resolve)), said).toBe(0)
      const { results } = JSON.parse(readFileSync(join(out, 'drill.json'), 'utf8')) as {
        results: { driver: string; action: string; note: string }[]
      }
      for (const { driver, action, note } of results) expect(['challenge', 'block'], `${driver}: ${note}`).toContain(action)
      expect(results.map(({ driver }) => driver)).toEqual(BOTS)
    })
  } finally {
    site.closeAllConnections()
    site.close()
    await attest.stop()
  }
})
