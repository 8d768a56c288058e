import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startChild } from '../machine/child.js'
import { repoRoot } from '../machine/tools.js'
import { loopbackCertificate } from './loopback-certificate.js'

/** The built server, which ends TLS itself, and a project of it with scoring and a key of each kind that is needed to look on. */
export interface TlsServer {
  /** `https://127.0.0.1:…` */
  readonly url: string
  readonly siteKey: string
  readonly privateKey: string
  readonly liveKey: string
  stop(): Promise<void>
}

const CLI = join(repoRoot, 'dist', 'cli.mjs')
const START = 30_000
const run = promisify(execFile)

/** Nothing of the caller's own settings. */
function environmentOf(folder: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(VOUCHSAFE_|PORT$|HOST$)/.test(name))
  const paths = { VOUCHSAFE_TLS_CERT: join(folder, 'cert.pem'), VOUCHSAFE_TLS_KEY: join(folder, 'key.pem') }
  writeFileSync(paths.VOUCHSAFE_TLS_CERT, loopbackCertificate.cert)
  writeFileSync(paths.VOUCHSAFE_TLS_KEY, loopbackCertificate.key, { mode: 0o600 })
  return { ...Object.fromEntries(own), ...paths, PORT: '0', VOUCHSAFE_DATA_DIR: join(folder, 'data'), VOUCHSAFE_LOG: 'silent' }
}

/** @param rules by name, each of which blocks where its expression holds. The first that holds is the one that verdicts name */
export async function startTlsServer(rules: Readonly<Record<string, string>>): Promise<TlsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-own-tls-'))
  const env = environmentOf(folder)
  const vouchsafe = async (...args: readonly string[]) =>
    JSON.parse((await run(process.execPath, [CLI, ...args, '--json'], { env })).stdout) as Record<string, string>
  const { siteKey = '' } = await vouchsafe('project', 'create', '--name', 'Own TLS', '--origin', 'loopback')
  const { secretKey: privateKey = '' } = await vouchsafe('scoring', 'enable', '--project', siteKey)
  const { key: liveKey = '' } = await vouchsafe('key', 'create', '--kind', 'detectip', '--project', siteKey)
  for (const [name, expression] of Object.entries(rules)) {
    await vouchsafe('rules', 'add', '--project', siteKey, '--name', name, '--expression', expression, '--action', 'block')
  }
  const child = startChild(process.execPath, [CLI, 'serve'], { cwd: repoRoot, env })
  const [, json = '{}'] = await child.line(/^listening (\{.*\})\s*$/, START)
  const stop = async () => {
    await child.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: (JSON.parse(json) as { attest: string }).attest, siteKey, privateKey, liveKey, stop }
}
