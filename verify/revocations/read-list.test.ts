import { describe, expect, it } from 'vitest'
import { digestOfKey, REVOCATIONS_TYPE } from '../../shared/wire/revocations.js'
import { givenKeys } from '../key-source.js'
import { ISSUER, makeIssuer, NOW } from '../testing/make-issuer.js'
import { type ListWishes, MINE, makeList } from '../testing/make-list.js'
import { readList } from './read-list.js'

const issuer = await makeIssuer()
const stranger = await makeIssuer()
const token = await issuer.sign()
const list = (wishes?: ListWishes) => makeList(issuer, wishes)
const context = { issuer: ISSUER, keys: givenKeys(issuer.jwks), tolerance: 5, now: NOW, last: undefined }

it('a list of the issuer is one', async () => {
  expect(await readList(`${await list()}\n`, context)).toEqual({ iat: NOW, exp: NOW + 600, digests: new Set([MINE]) })
})

describe('no list is', () => {
  const cases: readonly (readonly [name: string, make: () => string | Promise<string>])[] = [
    ['nothing', () => ''],
    ['a page', () => '<html>'],
    ['a verdict', () => token],
    ['tampered with', async () => (await list({ digests: [] })).replace(/\.([\w-]{20})/, (_, part: string) => `.${part.slice(0, -1)}A`)],
    [
      'another’s list in its signature',
      async () => `${(await list()).split('.').slice(0, 2).join('.')}.${(await list({ digests: [] })).split('.')[2]}`,
    ],
    ['what a stranger signed in our name', () => list({ by: stranger })],
    ['what another issuer signed', () => list({ change: { iss: 'https://other.example' } })],
    [
      'unsigned',
      async () => `${btoa(JSON.stringify({ alg: 'none', typ: REVOCATIONS_TYPE, kid: 'key-1' }))}.${(await list()).split('.')[1]}.AA`,
    ],
    ['one of the future', () => list({ change: { iat: NOW + 6, exp: NOW + 606 } })],
    ['one that has expired', () => list({ change: { iat: NOW - 605, exp: NOW - 5 } })],
    ['one without a date', () => list({ change: { iat: undefined } })],
    ['one without an end', () => list({ change: { exp: '9e9' } })],
    ['one of odd bytes', () => list({ change: { revoked: 'AAAA' } })],
    ['one that is no text', () => list({ change: { revoked: [MINE] } })],
    ['one that is too long', () => list({ change: { padding: 'x'.repeat(131_072) } })],
    ['one that its own key is on', () => list({ digests: [digestOfKey('key-1')] })],
    ['one with a key of its own', () => list({ header: { jwk: stranger.publicJwk } })],
  ]
  it.each(cases)('%s', async (_name, make) => {
    await expect(readList(await make(), context)).rejects.toThrow('The list of what is revoked')
  })
})
