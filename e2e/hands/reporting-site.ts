import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type PageReport, reporterSource } from './reporter.js'

/** The sign-up page with a reporter in it: for the rehearsal, in which nobody is judged. */
export interface ReportingSite {
  readonly url: string
  /** The first report that was made after this call and that fits. @throws when there is none within 20 s */
  report(fits?: (report: PageReport) => boolean): Promise<PageReport>
  /** Has the page let go of the focus and go back to its top. */
  rewind(): void
  stop(): Promise<void>
}

const PATH = '/rehearsal'

/** @param target origin of the demo */
export async function startReportingSite(target: string): Promise<ReportingSite> {
  const reports: PageReport[] = []
  let order = ''
  const take = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    reports.push(JSON.parse((await bodyOf(incoming)).toString()) as PageReport)
    outgoing.end(order)
    order = ''
  }
  const server = createServer((incoming, outgoing) => {
    const done = incoming.url === PATH ? take(incoming, outgoing) : pass(incoming, outgoing, target)
    // A window that is closed drops what it asked for.
    done.catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async report(fits = () => true) {
      // The next one may have been under way already.
      const from = reports.length + 1
      for (let waited = 0; waited < 20_000; waited += 20) {
        const found = reports.slice(from).find(fits)
        if (found) return found
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      throw new Error(`the page reports nothing of the kind; last: ${JSON.stringify(reports.at(-1))}`)
    },
    rewind() {
      order = 'rewind'
    },
    async stop() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Documents get the reporter and lose the policy that forbids it; all else that is read goes through. Nothing is sent from here. */
async function pass(incoming: IncomingMessage, outgoing: ServerResponse, target: string): Promise<void> {
  if (incoming.method !== 'GET') return void outgoing.writeHead(405).end()
  const answer = await fetch(`${target}${incoming.url}`)
  const kind = answer.headers.get('content-type') ?? ''
  outgoing.writeHead(answer.status, { 'content-type': kind, 'cache-control': 'no-store' })
  if (!kind.startsWith('text/html')) outgoing.end(Buffer.from(await answer.arrayBuffer()))
  else outgoing.end((await answer.text()).replace('</head>', `<script>${reporterSource(PATH)}</script></head>`))
}
