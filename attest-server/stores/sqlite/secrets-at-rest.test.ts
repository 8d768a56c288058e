import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Secrets, useSecrets } from '../../testing/use-secrets.js'
import { openSqliteStores } from './open-sqlite-stores.js'

/** A server on a file, and everybody who has a secret uses it. Then the file and the log are searched for all of them. */
const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-secrets-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let used: Secrets
let files: string

beforeAll(async () => {
  const stores = openSqliteStores(folder)
  if (!stores.ok) throw new Error(stores.error)
  used = await useSecrets(stores.value)
  const read = () =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('')
  const open = read()
  await stores.value.close()
  files = open + read()
})

describe('after everybody has used what they have,', () => {
  it('the file holds what was done with it, so that the search below looks in the right place', () => {
    expect(files).toContain('prj_test')
    expect(files).toContain('https://hooks.example/x')
    expect(used.secrets.size).toBeGreaterThan(15)
    for (const [what, secret] of [...used.secrets, ...used.kept]) expect([what, secret?.length > 6]).toEqual([what, true])
  })
  it('no secret stands in the store’s files', () => {
    expect([...used.secrets].flatMap(([what, secret]) => (files.includes(secret) ? [what] : []))).toEqual([])
  })
  it('nor in the log, nor what the store has to keep', () => {
    expect(used.log).toContain('request')
    expect([...used.secrets, ...used.kept].flatMap(([what, secret]) => (used.log.includes(secret) ? [what] : []))).toEqual([])
  })
  it('what the server has to work with is kept in the clear: keys that sign, and secrets that messages are signed with. Nobody else may read the file', () => {
    expect([...used.kept].flatMap(([what, secret]) => (files.includes(secret) ? [] : [what]))).toEqual([])
    expect([...used.kept.keys()]).toEqual(['a webhook’s secret', 'the private part of a signing key', 'a MAC key'])
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
  })
})
