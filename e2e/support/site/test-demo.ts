import { join } from 'node:path'
import { type Child, startChild } from '../machine/child.js'
import { send } from '../machine/plain-http.js'
import { repoRoot } from '../machine/tools.js'

/** The demo site alone, on a test key whose verdicts always say `allow`: so a refusal is about the token, not about who sent it. */
export interface TestDemo {
  readonly url: string
  readonly child: Child
  /** Posts the sign-up with a token, as a browser on the demo's own origin would. */
  post(token: string): Promise<{ readonly status: number; readonly reason: string }>
}

/** @param attest origin of the attest-server */
export async function startTestDemo(attest: string): Promise<TestDemo> {
  const settings = { ATTEST_URL: attest, SITE_KEY: 'pk_test_allow', DEMO_PORT: '0', HOST: '127.0.0.1' }
  const env = { ...process.env, ...settings, SECRET_KEY: '' }
  const child = startChild(process.execPath, [join('dist', 'demo-site', 'server.mjs')], { cwd: repoRoot, env })
  const [, json] = await child.line(/^listening (\{.*\})\s*$/, 20_000)
  const { url } = JSON.parse(json ?? '{}') as { url: string }
  const headers = { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' }
  return {
    url,
    child,
    async post(token) {
      const form = new URLSearchParams({ email: 'robin@example.org', password: 'Quiet-River-48', 'vouchsafe-token': token })
      const answer = await send('POST', `${url}/sign-up`, headers, form.toString())
      return { status: answer.status, reason: String(answer.headers['vouchsafe-reason']) }
    },
  }
}
