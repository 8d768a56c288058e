import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { slowHash } from '../keys/slow-hash.js'
import { createPasswords } from '../logins/create-passwords.js'
import { sitDown } from './testing/operator.js'

const { json, run, withStores } = sitDown()
const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-password-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const owner = ['--email', 'owner@shop.example']

it('sets a password that opens the dashboard, new or from a file, ends all sessions and removes passkeys', async () => {
  const { account } = (await json('account', 'create', ...owner)) as { account: { id: string } }
  const isRight = (password: string) =>
    withStores(({ credentials }) => createPasswords(credentials, slowHash).isRight(account.id, password))
  await withStores(({ credentials }) => credentials.add({ kind: 'session', id: 'digest', accountId: account.id, body: '{}', until: 9e9 }))
  await withStores(({ credentials }) => credentials.add({ kind: 'passkey', id: 'thief', accountId: account.id, body: '{}' }))
  const made = await json('account', 'password', ...owner)
  expect(made).toEqual({ account: account.id, password: expect.stringMatching(/^[\w-]{20}$/) })
  expect(await isRight(String(made.password))).toBe(true)
  expect(await withStores(({ credentials }) => credentials.list(account.id, 'session'))).toEqual([])
  expect(await withStores(({ credentials }) => credentials.list(account.id, 'passkey'))).toEqual([])
  const file = join(folder, 'password.txt')
  writeFileSync(file, 'correct horse battery\nand more\n')
  expect(await json('account', 'password', ...owner, '--file', file)).toEqual({ account: account.id })
  expect([await isRight('correct horse battery'), await isRight(String(made.password))]).toEqual([true, false])
  writeFileSync(file, 'short\n')
  expect((await run('account', 'password', ...owner, '--file', file)).code).toBe(2)
  expect((await run('account', 'password', ...owner, '--file', `${file}.none`)).code).toBe(1)
  expect((await run('account', 'password', '--email', 'nobody@shop.example')).code).toBe(1)
})
