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
    answer(action: string, status?: string): void
    progress?: ((done: number) => void) | undefined
  }
}

const STRICT =
  "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types vouchsafe; report-uri /reports"

const PAGE = `<!doctype html><html lang="en"><title>A garden letter</title>
<meta name="viewport" content="width=device-width">
<script nonce="abc">noted={rounds:[],violations:[]};addEventListener('securitypolicyviolation',e=>noted.violations.push(e.violatedDirective+' '+e.blockedURI))</script>
<script nonce="abc" src="/enforce.js"></script>
<main><h1>A garden letter</h1>${'<p>Of tomatoes, and of the weather as it was.</p>'.repeat(60)}
<form><label>E-mail <input id="email" type="email" autocomplete="email"></label><button id="send">Sign up</button></form></main></html>`

interface Shown {
  /** Of the page. */
  readonly language?: string
  readonly contact?: string | undefined
  readonly accent?: string | undefined
}

export interface EnforceStage {
  readonly site: string
  readonly reports: string[]
  /** Opens the page, in English, after another one. */
  open(page: Page): Promise<void>
  /** Shows a screen over the open page, with the page scrolled and the focus in its form. */
  cover(page: Page, kind: 'challenge' | 'block', options?: Shown): Promise<void>
  /** Both. */
  show(page: Page, kind: 'challenge' | 'block', options?: Shown): Promise<void>
}

async function cover(target: Page, kind: 'challenge' | 'block', shown: Shown = {}): Promise<void> {
  const { language = 'en', contact = 'mailto:help@example.org', accent } = shown
  await target.fill('#email', 'ada@example.org')
  await target.focus('#email')
  await target.evaluate(
    ([kind, language, contact, accent]) => {
      document.documentElement.lang = language
      if (accent) document.documentElement.style.setProperty('--vouchsafe-accent', accent)
      const attest = (round: 1 | 2, progress?: (done: number) => void) => {
        window.noted.rounds.push(round)
        window.progress = progress
        return new Promise<{ status: string; action: string; reference?: string }>((resolve) => {
          window.answer = (action, status = 'ok') => resolve({ status, action, ...(status === 'ok' && { reference: `REF-${round}` }) })
        })
      }
      void window.vouchsafeEnforce.show({ kind, reference: 'REF-0', contact, attest }).then((outcome) => {
        window.noted.outcome = outcome
      })
    },
    [kind, language, contact, accent] as const,
  )
}

/** Playwright's `test` with a site under the strictest policy, whose page shows the built screens. */
export const test = base.extend<{ stage: EnforceStage }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern.
  stage: async ({}, use) => {
    const reports: string[] = []
    const bundle = readFileSync(join(process.env.VOUCHSAFE_E2E_DIST ?? join(repoRoot, 'dist'), 'enforce.js'))
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      if (pathname === '/reports') {
        request.on('data', (chunk) => reports.push(String(chunk))).on('end', () => response.end())
      } else if (pathname === '/enforce.js') {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(bundle)
      } else {
        response.writeHead(200, { 'content-type': 'text/html;charset=utf-8', 'content-security-policy': STRICT })
        response.end(pathname === '/' ? PAGE : '<!doctype html><title>The page before</title>')
      }
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const open = async (target: Page) => {
      await target.goto(`${site}/start`)
      await target.goto(`${site}/`)
    }
    await use({
      site,
      reports,
      open,
      cover,
      async show(target, kind, shown) {
        await open(target)
        await cover(target, kind, shown)
      },
    })
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
  },
})

export { expect } from 'playwright/test'
