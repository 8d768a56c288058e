import { readFileSync } from 'node:fs'
import type { ConnectionOptions } from 'node:tls'
import { err, ok, type Result } from '../../../shared/result.js'
import type { DatabaseAddress, DatabaseUrl } from './database-address.js'

/** What each mode asks of the certificate, in libpq's words: https://www.postgresql.org/docs/current/libpq-ssl.html */
const demands: Readonly<Record<DatabaseUrl['tls'], ConnectionOptions | undefined>> = {
  disable: undefined,
  require: { rejectUnauthorized: false },
  'verify-ca': { rejectUnauthorized: true, checkServerIdentity: () => undefined },
  'verify-full': { rejectUnauthorized: true },
}

/** @returns where the database is and how it is spoken to, or what is wrong in words. */
export function readCertificates(url: DatabaseUrl): Result<DatabaseAddress, string> {
  const { tls, rootCertificate, ...address } = url
  const demanded = demands[tls]
  if (rootCertificate === undefined || !demanded) return ok({ ...address, tls: demanded })
  try {
    return ok({ ...address, tls: { ...demanded, ca: readFileSync(rootCertificate, 'utf8') } })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown cause'
    return err(`The file ${rootCertificate} that VOUCHSAFE_DATABASE_URL names as sslrootcert cannot be read (${code}).`)
  }
}
