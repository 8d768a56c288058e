/** What the demo is told by its environment. */
export interface DemoConfig {
  readonly host: string
  readonly port: number
  /** Address of the attest-server, without a slash at its end. Also the issuer of its verdicts. */
  readonly attestUrl: string
  readonly siteKey: string
  /** For the server's own explanations, of a visit and of a bot's; without it, the tour does without. */
  readonly secretKey: string | undefined
  /** Whether the tour may send bots from this machine, where the demo is on loopback. */
  readonly bots: 'on' | 'off'
}

export type ConfigResult = { readonly ok: true; readonly config: DemoConfig } | { readonly ok: false; readonly faults: readonly string[] }

type Environment = Readonly<Record<string, string | undefined>>

/** @returns the configuration, or everything that is wrong with it. */
export function readConfig(env: Environment): ConfigResult {
  const port = env.DEMO_PORT ?? env.PORT ?? '8788'
  const attestUrl = (env.ATTEST_URL ?? 'http://127.0.0.1:8787').replace(/\/+$/, '')
  const siteKey = env.SITE_KEY ?? ''
  const faults: string[] = []
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) faults.push(`DEMO_PORT: "${port}" is not a port from 0 to 65535.`)
  if (!/^https?:\/\//.test(attestUrl) || !URL.canParse(attestUrl)) faults.push(`ATTEST_URL: "${attestUrl}" is not an http(s) address.`)
  if (!/^pk_[\w-]{4,64}$/.test(siteKey)) faults.push('SITE_KEY: give the site key of a project, pk_…')
  if (env.SECRET_KEY && !env.SECRET_KEY.startsWith('sk_')) faults.push('SECRET_KEY: give the secret key of the project, sk_…, or none.')
  const bots = env.DEMO_BOTS || 'on'
  if (bots !== 'on' && bots !== 'off') faults.push(`DEMO_BOTS: "${bots}" is neither on nor off.`)
  if (faults.length > 0) return { ok: false, faults }
  const secretKey = env.SECRET_KEY || undefined
  const config = {
    host: env.HOST ?? '127.0.0.1',
    port: Number(port),
    attestUrl,
    siteKey,
    secretKey,
    bots: bots === 'off' ? bots : 'on',
  } as const
  return { ok: true, config }
}
