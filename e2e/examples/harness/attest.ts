import { join } from 'node:path'
import { importJWK, type JWK, SignJWT } from 'jose'
import Libsql from 'libsql'
import { type OwnServer, startOwnServer } from '../../conformance/harness/own-server.js'

/** Claims and header of a verdict, with whatever is to be wrong about them. */
export interface Wrong {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, unknown>>
}

/** The attest-server that all examples share. */
export interface Attest {
  readonly server: OwnServer
  readonly siteKey: string
  readonly secretKey: string
  /** Signs by the server's own key what it would never say. */
  sign(claims: Readonly<Record<string, unknown>>, wrong?: Wrong): Promise<string>
}

/** Verdicts live for as long as all examples take. Work is little: what is tried are not the visitors. */
const SETTINGS = { VOUCHSAFE_VERDICT_SECONDS: '900', VOUCHSAFE_POW_DIFFICULTY: '1', VOUCHSAFE_SKETCH_DAYS: '0' }

/** Whoever may read the server's files can do this, and nobody else. */
function readSigningKey(dataDir: string): { readonly kid: string; readonly jwk: JWK } {
  const database = new Libsql(join(dataDir, 'vouchsafe.db'), { readonly: true } as Libsql.Options)
  const row = database.prepare('SELECT kid, private_jwk FROM signing_keys ORDER BY position DESC').get() as {
    kid: string
    private_jwk: string
  }
  database.close()
  return { kid: row.kid, jwk: JSON.parse(row.private_jwk) as JWK }
}

/** A browser that is driven is let through by a rule of the project: its verdict is a real one all the same. */
export async function startAttest(): Promise<Attest> {
  const server = await startOwnServer(SETTINGS)
  const made = await server.vouchsafe('project', 'create', '--name', 'Examples', '--origin', 'loopback')
  const { siteKey, secretKey, id } = made as { siteKey: string; secretKey: string; id: string }
  await server.vouchsafe('rules', 'add', '--project', id, '--name', 'All', '--expression', 'score >= 0', '--action', 'allow')
  const { kid, jwk } = readSigningKey(server.dataDir)
  const key = await importJWK(jwk, 'ES256')
  return {
    server,
    siteKey,
    secretKey,
    sign: (claims, wrong = {}) =>
      new SignJWT({ ...claims, ...wrong.claims })
        .setProtectedHeader({ alg: 'ES256', kid, typ: 'vouchsafe-verdict+jwt', ...wrong.header })
        .sign(key),
  }
}
