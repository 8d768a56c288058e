import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page with the collector on it, as a site would write it. */
export interface Page {
  readonly origin: string
  /** @returns the next Attestation that the page reports. @throws when there is none within so many ms */
  attestation(within: number): Promise<{ readonly status: string; readonly token?: string }>
  close(): Promise<void>
}

interface Setting {
  /** Of the attest-server. */
  readonly url: string
  readonly siteKey: string
  readonly action: string
}

const html = ({ url, siteKey, action }: Setting) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign up</title>
<script>document.addEventListener('vouchsafe:verdict', ({ detail }) => {
  window.attestation = { status: detail.status, token: detail.token }
  fetch('/attestation', { method: 'POST', body: JSON.stringify(window.attestation) })
})</script>
<script async src="${url}/collector.js" data-key="${siteKey}" data-action="${action}"></script>
<h1>Sign up</h1><form><label>E-mail <input type="email"></label><button>Send</button></form></html>`

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

export async function servePage(setting: Setting): Promise<Page> {
  let hear: (body: string) => void = () => {}
  const server = createServer((request, response) => {
    if (request.method === 'POST') void bodyOf(request).then((body) => hear(body))
    const isPage = request.method === 'GET' && request.url === '/'
    response.writeHead(isPage ? 200 : 204, { 'content-type': 'text/html; charset=utf-8' }).end(isPage ? html(setting) : undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    attestation: (within) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`the page reports nothing within ${within} ms`)), within)
        hear = (body) => {
          clearTimeout(timer)
          resolve(JSON.parse(body))
        }
      }),
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
