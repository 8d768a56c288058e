import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environmentWith, serve, vouchsafe } from '../machine/built-server.js'
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

function environmentOf(folder: string): NodeJS.ProcessEnv {
  const paths = { VOUCHSAFE_TLS_CERT: join(folder, 'cert.pem'), VOUCHSAFE_TLS_KEY: join(folder, 'key.pem') }
  writeFileSync(paths.VOUCHSAFE_TLS_CERT, loopbackCertificate.cert)
  writeFileSync(paths.VOUCHSAFE_TLS_KEY, loopbackCertificate.key, { mode: 0o600 })
  return environmentWith({ ...paths, PORT: '0', VOUCHSAFE_DATA_DIR: join(folder, 'data'), VOUCHSAFE_LOG: 'silent' })
}

/** @param rules by name, each of which blocks where its expression holds. The first that holds is the one that verdicts name */
export async function startTlsServer(rules: Readonly<Record<string, string>>): Promise<TlsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-own-tls-'))
  const env = environmentOf(folder)
  const ask = async (...args: readonly string[]) => (await vouchsafe(args, env)) as Record<string, string>
  const { siteKey = '' } = await ask('project', 'create', '--name', 'Own TLS', '--origin', 'loopback')
  const { secretKey: privateKey = '' } = await ask('scoring', 'enable', '--project', siteKey)
  const { key: liveKey = '' } = await ask('key', 'create', '--kind', 'detectip', '--project', siteKey)
  for (const [name, expression] of Object.entries(rules)) {
    await ask('rules', 'add', '--project', siteKey, '--name', name, '--expression', expression, '--action', 'block')
  }
  const { url, child } = await serve(env)
  const stop = async () => {
    await child.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, siteKey, privateKey, liveKey, stop }
}
