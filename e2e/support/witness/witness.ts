import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Account, attestOf, browserOf, type Explanation, evidenceOf, type PeerReport } from './account.js'
import { peersScript, type Report, WITNESS_PATH, watchScript } from './page-scripts.js'

/** Looks on at one visit, from the page, for the matrix. Nothing of it is in the product, nor in any other test. */
export interface Witness {
  /** Answers what is meant for the witness. @returns false for everything else */
  takes(incoming: IncomingMessage, outgoing: ServerResponse): boolean
  /** A document of the demo with the witness in it. */
  dress(html: string): string
  /** The policy under which the peers can run as they do elsewhere: with workers of their own making, and without Trusted Types. */
  loosen(policy: string): string
  /** A form was posted. @param body url-encoded */
  posted(body: string): void
  /** What it saw so far. */
  account(): Promise<Account>
}

/** The field of the form that carries the verdict. */
const TOKEN_FIELD = 'vouchsafe-token'

/**
 * @param demo its origin: its backend can ask the attest-server for reasons
 * @param bundle file of the peers' bundle
 */
export function createWitness(demo: string, bundle: string): Witness {
  const script = peersScript(readFileSync(bundle, 'utf8'))
  const asked = new Map<string, Promise<Explanation | undefined>>()
  let peers: PeerReport = { botd: 'none', fpscanner: 'none', because: [] }
  let toVerdict: number | undefined
  let userAgent = ''
  let deciding: string | undefined
  const ask = (token: string) => {
    // At once: a verdict lives for two minutes only, and a slow reader takes longer.
    if (!asked.has(token)) asked.set(token, explain(demo, token))
  }
  const note = (report: Report) => {
    if (!('token' in report)) peers = report
    else {
      toVerdict ??= Math.round(report.at)
      deciding = report.token
      ask(report.token)
    }
  }
  return {
    takes(incoming, outgoing) {
      if (incoming.url === '/') userAgent ||= incoming.headers['user-agent'] ?? ''
      if (incoming.url !== WITNESS_PATH) return false
      if (incoming.method === 'GET') outgoing.writeHead(200, { 'content-type': 'text/javascript' }).end(script)
      else
        void textOf(incoming)
          .then((body) => note(JSON.parse(body) as Report))
          .finally(() => outgoing.writeHead(204).end())
      return true
    },
    dress(html) {
      const nonce = /nonce="([^"]+)"/.exec(html)?.[1] ?? ''
      return html.replace('</head>', () => `<script nonce="${nonce}">${watchScript}</script></head>`)
    },
    loosen: (policy) => policy.replace(/worker-src [^;]+/, '$& blob:').replace(/;\s*(require-trusted-types-for|trusted-types) [^;]+/g, ''),
    posted(body) {
      const token = new URLSearchParams(body).get(TOKEN_FIELD)
      if (!token) return
      deciding = token
      ask(token)
    },
    async account() {
      const explanations = (await Promise.all(asked.values())).filter((one) => one !== undefined)
      const last = deciding === undefined ? undefined : await asked.get(deciding)
      const attests = explanations.map(attestOf).filter((one) => one !== undefined)
      const evidence = last ? evidenceOf(last) : ''
      const looksLike = last?.kind ? `${last.kind.name}${last.kind.declared ? ' (declared)' : ''}` : ''
      return { ...peers, evidence, looksLike, ...(toVerdict === undefined ? {} : { toVerdict }), browser: browserOf(userAgent), attests }
    },
  }
}

/** The server's own account of a verdict; undefined where there is none. */
async function explain(demo: string, token: string): Promise<Explanation | undefined> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${demo}/live/explain`, { method: 'POST', headers, body: JSON.stringify({ token }) }).catch(() => undefined)
  if (!response?.ok) return undefined
  const { explanation } = (await response.json()) as { explanation: Explanation | null }
  return explanation ?? undefined
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of incoming) text += String(chunk)
  return text
}
