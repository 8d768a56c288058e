import { resolve } from 'node:path'
import type { TlsPaths } from './load-certificate.js'

interface TlsEnvironment {
  readonly VOUCHSAFE_TLS_CERT?: string | undefined
  readonly VOUCHSAFE_TLS_KEY?: string | undefined
  readonly VOUCHSAFE_PUBLIC_URL?: string | undefined
  readonly VOUCHSAFE_JA4_HEADER?: string | undefined
  readonly VOUCHSAFE_TRUSTED_PROXIES: number
}

/** @returns undefined where TLS ends elsewhere */
export function tlsPaths({ VOUCHSAFE_TLS_CERT: cert, VOUCHSAFE_TLS_KEY: key }: TlsEnvironment): TlsPaths | undefined {
  return cert === undefined || key === undefined ? undefined : { cert: resolve(cert), key: resolve(key) }
}

/** What is wrong with settings that are right one by one. */
export function tlsFaults(env: TlsEnvironment): readonly string[] {
  const { VOUCHSAFE_TLS_CERT: cert, VOUCHSAFE_TLS_KEY: key, VOUCHSAFE_PUBLIC_URL: publicUrl } = env
  const [given, missing] = cert === undefined ? ['VOUCHSAFE_TLS_KEY', 'VOUCHSAFE_TLS_CERT'] : ['VOUCHSAFE_TLS_CERT', 'VOUCHSAFE_TLS_KEY']
  const isHalf = (cert === undefined) !== (key === undefined)
  const isPlain = cert !== undefined && publicUrl?.startsWith('http:')
  const isAnybodys = env.VOUCHSAFE_JA4_HEADER !== undefined && env.VOUCHSAFE_TRUSTED_PROXIES === 0
  return [
    ...(isHalf ? [`${given} needs ${missing} beside it.`] : []),
    ...(isPlain ? [`VOUCHSAFE_PUBLIC_URL must be an https address where VOUCHSAFE_TLS_CERT is set, not "${publicUrl}".`] : []),
    ...(isAnybodys
      ? ['VOUCHSAFE_JA4_HEADER needs VOUCHSAFE_TRUSTED_PROXIES: without a proxy of yours, anybody can write that header.']
      : []),
  ]
}
