import { expect } from 'playwright/test'
import { withTemporaryFolder } from '../support/machine/chromium.js'
import { type Stage, startStage, tag } from './collector-stage.js'

/** A tell as the page's own script reads it from `window.vouchsafe.inspect()`. */
export type Tells = Readonly<Record<string, { readonly state: string; readonly value?: boolean | number; readonly reason?: string }>>

/** The strictest policy under which the collector must work; every violation is reported. */
const POLICY = [
  "default-src 'none'",
  "script-src 'nonce-tells' 'strict-dynamic'",
  'connect-src {attest} {site}',
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
  'report-uri {site}/reports',
].join('; ')

/**
 * A stand-in for the screens asks for a second round by itself, so that the tells of all moments are seen. They are told then, and again
 * when the form is sent.
 */
const PAGE = `<!doctype html><html lang="en"><title>Tells</title>
<form><input type="email"><input type="password"><button type="submit">Sign up</button></form>
<script nonce="tells">
const stepUp = ['tell.console-cost', 'tell.ipc-flood']
const seen = () => window.vouchsafe.inspect().tells
const waits = () => [...seen()].some(([id, { reason }]) => reason === 'not-asked' && !stepUp.includes(id))
function tell() {
  fetch('/form', { method: 'POST', body: new URLSearchParams({ tells: JSON.stringify(Object.fromEntries(seen())) }) })
}
window.vouchsafeEnforce = {
  async enforce(_settings, attest, _first, action) {
    for (let i = 0; i < 80 && waits(); i++) await new Promise((done) => setTimeout(done, 100))
    const { attestation } = await attest({ action, round: 1 })
    tell()
    return { attestation, held: false }
  },
}
document.querySelector('form').addEventListener('submit', async (event) => {
  event.preventDefault()
  await window.vouchsafe.attest('sign-up')
  tell()
})
</script>${tag('nonce="tells" data-worker="/worker.js" data-enforce')}`

/** For a browser that starts on a busy machine, in ms. */
const REPORT_WITHIN = 30_000

/** @param reports how many the page has sent: one once it is idle, another when its form is */
export async function reported(stage: Stage, reports = 1, within = REPORT_WITHIN): Promise<Tells> {
  for (const end = Date.now() + within; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const post = stage.posts.at(-1)
    if (post && stage.posts.length >= reports) return JSON.parse(post.fields.get('tells') ?? '{}') as Tells
  }
  throw new Error(`No tells after ${within} ms`)
}

/** No evidence: people's browsers show them as well, and other evidence may depend on them. */
const CONTEXT = ['hardened', 'features-off', 'container', 'console-wrapped', 'locale', 'whole-milliseconds', 'reduced-motion']

/** The tells that are true or counted something, without their namespace. */
export const shown = (tells: Tells): string[] =>
  Object.keys(tells)
    .filter((id) => Number(tells[id]?.value ?? 0) > 0)
    .map((id) => id.slice('tell.'.length))

/** Those of them that are evidence. */
export const hits = (tells: Tells): string[] => shown(tells).filter((name) => !CONTEXT.includes(name))

/** The tells that threw, took too long or were never asked. */
export const failures = (tells: Tells): string[] => Object.keys(tells).filter((id) => tells[id]?.state === 'failed')

/**
 * A page under the strict policy for one visitor, and what it told.
 * @param open sends a browser there, and returns what closes it. It may use the empty folder.
 * @param prelude a script of the page's own, which runs first
 * @throws when a violation of the policy was reported, or nothing was told in time
 */
export async function visit(open: (stage: Stage, folder: string) => Promise<() => Promise<unknown>>, prelude = ''): Promise<Tells> {
  const stage = await startStage()
  stage.headers = { 'content-security-policy': POLICY }
  stage.pages.set('/', PAGE.replace('<script', `<script nonce="tells">${prelude}</script><script`))
  stage.behave = ({ claims }) => ({ kind: 'answer', change: claims?.seq === 0 ? { action: 'challenge' } : {} })
  try {
    return await withTemporaryFolder(async (folder) => {
      const close = await open(stage, folder)
      try {
        await reported(stage)
        // Violation reports travel on their own.
        await new Promise((resolve) => setTimeout(resolve, 300))
        expect(stage.reports.filter((report) => !report.includes('favicon'))).toEqual([])
      } finally {
        await close()
      }
      return await reported(stage)
    })
  } finally {
    await stage.stop()
  }
}
