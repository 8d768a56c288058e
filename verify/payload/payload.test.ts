import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { formPayload } from '../../shared/wire/payload.js'
import { vouchsafe as forFetch } from '../fetch.js'
import type { GuardOptions } from '../guard.js'
import { createVerifier, type PresentedPayload } from '../index.js'
import { claims, makeIssuer, optionsFor } from '../testing/make-issuer.js'

const issuer = await makeIssuer()
const options = optionsFor(issuer)
const salt = 'abcdefghijklmnopqrstuv'
const digest = (payload: string | Uint8Array) => createHash('sha256').update(salt).update(payload).digest('base64url')
/** A verdict that a page has bound. */
const boundTo = (payload: string | Uint8Array) => issuer.sign({ ...claims, payload: digest(payload) })

const fields: readonly [string, string][] = [
  ['name', 'Ada Lovelace'],
  ['topic', 'b'],
  ['topic', 'a'],
  ['text', 'one\r\ntwo'],
]
const parsed = { topic: ['b', 'a'], text: 'one\ntwo', name: 'Ada Lovelace' }
const form = await boundTo(formPayload(fields, []))
const body = '{"amount": 12}'
const bound = await boundTo(body)

async function codeOf(token: string, payload: true | PresentedPayload): Promise<string> {
  const result = await createVerifier({ ...options, payload: true }).verify(token, { payload })
  return result.ok ? 'ok' : result.error.code
}

describe('a verdict that is bound to a payload', () => {
  it('is the one of the test vector', async () => {
    const written = 'name=Ada%20Lovelace&text=one%0D%0Atwo&topic=b&topic=a'
    expect([formPayload(fields, []), digest(written)]).toEqual([written, '1N4xk133phz_Rtf0Lw5_kuervF7je1sbi4KiXRSa-zU'])
  })
  it.each([
    ['pairs', fields],
    ['URLSearchParams', new URLSearchParams(fields as [string, string][])],
    ['an object of a body parser', parsed],
    ['fields with ours among them', [['vouchsafe-token', form], ...fields, ['vouchsafe-salt', salt]]],
    ['fields with a file', [...fields, ['photo', new Blob(['x'])]]],
    ['fields with a file that a parser has read', { ...parsed, photo: Buffer.from('x') }],
  ])('is accepted with the form that it was made for, as %s', async (_name, given) => {
    expect(await codeOf(form, { salt, body: given })).toBe('ok')
  })
  it('is accepted with the very body that it was made for, as text and as bytes', async () => {
    expect(await codeOf(bound, { salt, body })).toBe('ok')
    expect(await codeOf(bound, { salt, body: Buffer.from(body) })).toBe('ok')
    expect(await codeOf(bound, { salt, body: new TextEncoder().encode(body).buffer })).toBe('ok')
    expect(await codeOf(bound, { salt, body: new DataView(new TextEncoder().encode(`.${body}`).buffer, 1) })).toBe('ok')
  })
  it.each([
    ['text', ''],
    ['bytes', new Uint8Array()],
    ['a buffer', new ArrayBuffer()],
    ['an object', {}],
    ['an object of a body parser', Object.create(null)],
    ['fields', new URLSearchParams()],
    ['a form with our fields alone', new URLSearchParams({ 'vouchsafe-token': 'x', 'vouchsafe-salt': salt })],
  ])('is accepted with nothing where it was made for nothing, as %s', async (_name, given) => {
    expect(await codeOf(await boundTo(''), { salt, body: given })).toBe('ok')
  })
  it.each([
    ['nothing that was read', undefined],
    ['null', null],
    ['a number', 5],
    ['a truth', true],
    ['a function', () => ''],
    ['a blob', new Blob(['x'])],
    ['a stream', new Blob(['x']).stream()],
    ['a promise of it', Promise.resolve('')],
    ['a request', new Request('https://shop.example/', { method: 'POST', body: 'x' })],
    ['what is no field', ['x']],
    ['typed values', { account: 4711, confirm: true }],
    ['an object in it', { more: { x: 'y' } }],
    ['an empty list in it', { more: [] }],
  ])('and made for nothing is refused with %s', async (_name, given) => {
    expect(await codeOf(await boundTo(''), { salt, body: given })).toBe('payload-mismatch')
  })
  it('is accepted with the token in a field of another name where that is said, and in no other', async () => {
    const named = [...fields, ['g-recaptcha-response', form]]
    expect(await codeOf(form, { salt, body: named, field: 'g-recaptcha-response' })).toBe('ok')
    expect(await codeOf(form, { salt, body: named })).toBe('payload-mismatch')
    expect(await codeOf(form, { salt, body: [...named, ['admin', form]], field: 'g-recaptcha-response' })).toBe('payload-mismatch')
  })
  it.each([
    ['a field was changed', fields.map(([name, value]) => [name, value.replace('Ada', 'Eve')])],
    ['a field is missing', fields.slice(1)],
    ['a field was added', [...fields, ['admin', '1']]],
    ['a field was added that is no text', [...fields, ['admin', true]]],
    ['a value was added that is no text', { ...parsed, name: ['Ada Lovelace', 999_999] }],
    ['an object was added', { ...parsed, more: { to: 'mallory' } }],
    ['a list was put into a list', { ...parsed, name: [['Ada Lovelace']] }],
    ['an empty list was added', { ...parsed, more: [] }],
    ['two values of one name changed places', [fields[0], fields[2], fields[1], fields[3]]],
    ['there is none', undefined],
    ['it is no form', [1, null, 'x']],
    ['it is text', formPayload(fields, []).replace('Ada', 'Eve')],
  ])('is refused where %s', async (_name, given) => {
    expect(await codeOf(form, { salt, body: given })).toBe('payload-mismatch')
  })
  it.each(['abcdefghijklmnopqrstuw', 'short', `${salt}a`, [salt, salt], { a: 1 }, 5])('is refused with another salt: %j', async (other) => {
    expect(await codeOf(form, { salt: other, body: fields })).toBe('payload-mismatch')
  })
  it('is missing where no salt came, where nothing was shown, and where the verdict is bound to nothing', async () => {
    for (const none of [undefined, null, '']) expect(await codeOf(form, { salt: none, body: fields })).toBe('payload-missing')
    expect(await codeOf(form, true)).toBe('payload-missing')
    expect(await codeOf(await issuer.sign(), { salt, body: fields })).toBe('payload-missing')
  })
  it('is accepted like any other by those who do not ask', async () => {
    expect(await createVerifier(options).verify(form)).toMatchObject({ ok: true, verdict: { payload: digest(formPayload(fields, [])) } })
  })
  it('is malformed with a digest that is none', async () => {
    for (const payload of ['short', 5, null, `${digest('')}=`])
      expect(await codeOf(await issuer.sign({ ...claims, payload }), { salt, body: '' })).toBe('malformed')
  })
  it.each([{ payload: false }, { payload: 'x' }, { payload: { salt } }, { payload: { salt, body, field: '' } }])(
    'cannot be asked for by %j',
    (change) => {
      expect(() => createVerifier({ ...options, ...change } as GuardOptions)).toThrow(TypeError)
      expect(() => forFetch({ ...options, payload: { salt, body } } as GuardOptions)).toThrow(TypeError)
    },
  )
})
