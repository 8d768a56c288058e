import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCertificate } from '../../testing/make-certificate.js'
import { startPostgres, type TestPostgres } from '../testing/start-postgres.js'
import { parseDatabaseUrl } from './database-address.js'
import { openPostgresStores } from './open-postgres-stores.js'

const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-database-tls-'))
const [trusted, strange] = [join(folder, 'trusted.pem'), join(folder, 'strange.pem')]
let postgres: TestPostgres
let schema: string
beforeAll(async () => {
  const { cert, key } = makeCertificate()
  writeFileSync(trusted, cert)
  writeFileSync(strange, makeCertificate().cert)
  postgres = await startPostgres(['ssl=on'], { 'server.crt': cert, 'server.key': key })
  schema = /search_path%3D(\w+)/.exec(await postgres.fresh())![1]!
}, 30_000)
afterAll(async () => {
  await postgres.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** @returns by what the connection is encrypted, or why there is none. */
async function opened(more: string, host = '127.0.0.1'): Promise<string> {
  const url = parseDatabaseUrl(postgres.url(schema, more).replace('127.0.0.1', host))!
  const stores = await openPostgresStores(url)
  if (!stores.ok) return stores.error
  await stores.value.check()
  const [row] = await postgres.query<{ encrypted: boolean }>(
    postgres.url(schema),
    "SELECT bool_and(ssl) AS encrypted FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'vouchsafe'",
  )
  await stores.value.close()
  return row?.encrypted ? 'encrypted' : 'in the clear'
}

describe('a database that speaks TLS', () => {
  it('is spoken to as the address says', async () => {
    expect(await opened('')).toBe('in the clear')
    expect(await opened('sslmode=require'), 'with whoever answers').toBe('encrypted')
    expect(await opened(`sslmode=verify-full&sslrootcert=${trusted}`)).toBe('encrypted')
    expect(await opened(`sslmode=verify-full&sslrootcert=${trusted}`, 'localhost')).toBe('encrypted')
  })

  it.each([
    ['a certificate that nobody has signed', () => 'sslmode=verify-full'],
    ['one that another has signed', () => `sslmode=verify-ca&sslrootcert=${strange}`],
  ])('is not used with %s', async (_, more) => {
    expect(await opened(more())).toMatch(/^The database .* cannot be used \(.*certificate.*\)/)
  })

  it('is used under another name only where none is asked for', async () => {
    const elsewhere = '127.0.0.2'
    expect(await opened(`sslmode=verify-full&sslrootcert=${trusted}`, elsewhere)).toMatch(/cannot be used \(.*altnames/)
    expect(await opened(`sslmode=verify-ca&sslrootcert=${trusted}`, elsewhere)).toBe('encrypted')
  })

  it('is refused in clear words where it speaks none', async () => {
    const plain = await startPostgres()
    const opened = await openPostgresStores(parseDatabaseUrl(`${await plain.fresh()}&sslmode=require`)!)
    expect(opened).toEqual({ ok: false, error: expect.stringContaining('does not support SSL') })
    await plain.remove()
  })
})
