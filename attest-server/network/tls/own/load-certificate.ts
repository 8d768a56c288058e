import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { err, ok, type Result } from '../../../../shared/result.js'
import type { EpochSeconds } from '../../../../shared/units.js'

/** Absolute paths of PEM files. */
export interface TlsPaths {
  /** The server's certificate, and behind it those that lead to a root. */
  readonly cert: string
  readonly key: string
}

export interface Certificate {
  /** PEM. */
  readonly cert: string
  readonly key: string
  /** Whom it names, for people: `DNS:shop.example, IP Address:127.0.0.1`. */
  readonly names: string
  readonly from: EpochSeconds
  readonly until: EpochSeconds
}

/** A chain has a few kilobytes. What is larger was named by mistake. */
const MOST_BYTES = 2 ** 20

function read(path: string, setting: string): Result<string, string> {
  try {
    const { size } = statSync(path)
    return size > MOST_BYTES ? err(`${setting}: ${path} is too large for it.`) : ok(readFileSync(path, 'utf8'))
  } catch (error) {
    return err(`${setting}: ${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}

/** @returns undefined for what `make` does not take */
function attempt<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}

/** What OpenSSL has against a pair that fits, such as a key that is too short. Its words name no secret. */
function refusalOf(cert: string, key: string): string | undefined {
  try {
    createSecureContext({ cert, key })
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown'
  }
}

function check(leaf: X509Certificate, key: KeyObject, pem: { cert: string; key: string }): Result<Certificate, string> {
  if (!leaf.checkPrivateKey(key)) {
    return err('The key in VOUCHSAFE_TLS_KEY does not fit the first certificate in VOUCHSAFE_TLS_CERT, which must be the server’s own.')
  }
  const refusal = refusalOf(pem.cert, pem.key)
  if (refusal !== undefined) return err(`VOUCHSAFE_TLS_CERT: the certificate cannot be used (${refusal}).`)
  const seconds = (date: string) => Date.parse(date) / 1000
  return ok({ ...pem, names: leaf.subjectAltName ?? leaf.subject, from: seconds(leaf.validFrom), until: seconds(leaf.validTo) })
}

/** Reads a certificate and its key. @returns what is wrong in words. An expired one is not: whoever uses it is told so elsewhere. */
export function loadCertificate(paths: TlsPaths): Result<Certificate, string> {
  const cert = read(paths.cert, 'VOUCHSAFE_TLS_CERT')
  if (!cert.ok) return cert
  const key = read(paths.key, 'VOUCHSAFE_TLS_KEY')
  if (!key.ok) return key
  const leaf = attempt(() => new X509Certificate(cert.value))
  if (!leaf || !cert.value.includes('-----BEGIN')) return err(`VOUCHSAFE_TLS_CERT: ${paths.cert} holds no certificate in PEM.`)
  const secret = attempt(() => createPrivateKey(key.value))
  if (!secret) return err(`VOUCHSAFE_TLS_KEY: ${paths.key} holds no key in PEM that is free of a passphrase.`)
  return check(leaf, secret, { cert: cert.value, key: key.value })
}
