import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test as base, type Page } from 'playwright/test'
import { repoRoot } from '../support/machine/tools.js'

/** The screens' interface as the collector sees it. */
interface Screens {
  show(options: {
    kind: 'challenge' | 'block'
    reference: string
    contact?: string
    attest(round: 1 | 2, progress?: (done: number) => void): Promise<{ status: string; action: string; reference?: string }>
  }): Promise<'passed' | 'stopped' | 'blocked'>
}

declare global {
  interface Window {
    vouchsafeEnforce: Screens
    /** What the page noted: rounds asked for, the outcome, CSP violations. */
    noted: { rounds: number[]; outcome?: string; violations: string[] }
    /** Ends the round that is under way. */
    answer(action: string): void
    progress?: ((done: number) => void) | undefined
  }
}

const STRICT =
  "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types vouchsafe; report-uri /reports"

const page = (language: string) => `<!doctype html><html lang="${language}"><title>A garden letter</title>
<meta name="viewport" content="width=device-width">
<script nonce="abc">noted={rounds:[],violations:[]};addEventListener('securitypolicyviolation',e=>noted.violations.push(e.violatedDirective+' '+e.blockedURI))</script>
<script nonce="abc" src="/enforce.js"></script>
<main><h1>A garden letter</h1>${'<p>Of tomatoes, and of the weather as it was.</p>'.repeat(60)}
<form><label>E-mail <input id="email" type="email" autocomplete="email"></label><button id="send">Sign up</button></form></main></html>`

export interface EnforceStage {
  readonly site: string
  readonly reports: string[]
  /** Opens the page in a language and shows a screen over it, with the page scrolled and the focus in its form. */
  show(
    page: Page,
    kind: 'challenge' | 'block',
    options?: { language?: string; contact?: string | undefined; accent?: string },
  ): Promise<void>
}

async function show(
  target: Page,
  site: string,
  kind: 'challenge' | 'block',
  language: string,
  contact?: string,
  accent?: string,
): Promise<void> {
  await target.goto(`${site}/start`)
  await target.goto(`${site}/?${language}`)
  await target.fill('#email', 'ada@example.org')
  await target.focus('#email')
  await target.evaluate(
    ([kind, contact, accent]) => {
      if (accent) document.documentElement.style.setProperty('--vouchsafe-accent', accent)
      const attest = (round: 1 | 2, progress?: (done: number) => void) => {
        window.noted.rounds.push(round)
        window.progress = progress
        return new Promise<{ status: string; action: string; reference: string }>((resolve) => {
          window.answer = (action) => resolve({ status: 'ok', action, reference: `REF-${round}` })
        })
      }
      void window.vouchsafeEnforce.show({ kind, reference: 'REF-0', ...(contact ? { contact } : {}), attest }).then((outcome) => {
        window.noted.outcome = outcome
      })
    },
    [kind, contact, accent] as const,
  )
}

/** Playwright's `test` with a site under the strictest policy, whose page shows the built screens. */
export const test = base.extend<{ stage: EnforceStage }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
  stage: async ({}, use) => {
    const reports: string[] = []
    const bundle = readFileSync(join(process.env.VOUCHSAFE_E2E_DIST ?? join(repoRoot, 'dist'), 'enforce.js'))
    const server = createServer((request, response) => {
      const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
      if (pathname === '/reports') {
        request.on('data', (chunk) => reports.push(String(chunk))).on('end', () => response.end())
      } else if (pathname === '/enforce.js') {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(bundle)
      } else {
        response.writeHead(200, { 'content-type': 'text/html;charset=utf-8', 'content-security-policy': STRICT })
        response.end(pathname === '/' ? page(search.slice(1)) : '<!doctype html><title>The page before</title>')
      }
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await use({
      site,
      reports,
      show: (target, kind, { language = 'en', contact = 'mailto:help@example.org', accent } = {}) =>
        show(target, site, kind, language, contact, accent),
    })
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
  },
})

export { expect } from 'playwright/test'
