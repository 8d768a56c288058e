import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isLoopback, locate } from './ask.js'
import { drillKey, makeKey, PROOF_PATH, prove, tokenFor } from './ownership.js'

const key = Buffer.alloc(32, 1)

/** What the site answers, by path. */
let answers: Record<string, { status?: number; headers?: Record<string, string>; body?: string }> = {}
const server = createServer(({ url }, response) => {
  const { status = 200, headers = {}, body = '' } = answers[url ?? ''] ?? { status: 404 }
  response.writeHead(status, headers).end(body)
})
let origin = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

describe('a site', () => {
  const proved = async (shown: typeof answers) => {
    answers = { '/sign-up': { body: 'a page' }, ...shown }
    return (await prove(await locate(new URL('/sign-up', origin)), tokenFor(key, origin))) !== undefined
  }
  const token = () => tokenFor(key, origin)

  it('is one’s own where it shows the token in its file, among others', async () => {
    expect(await proved({ [PROOF_PATH]: { body: `another\r\n${token()}\r\n` } })).toBe(true)
  })
  it('is one’s own where it shows the token in a header, of the file’s answer or of the page', async () => {
    expect(await proved({ '/sign-up': { headers: { 'Vouchsafe-Drill': token() } } })).toBe(true)
    expect(await proved({ [PROOF_PATH]: { status: 404, headers: { 'Vouchsafe-Drill': token() } } })).toBe(true)
  })
  it('is not where it shows nothing, the token of another, or the token on a page of errors', async () => {
    expect(await proved({})).toBe(false)
    expect(await proved({ [PROOF_PATH]: { body: tokenFor(key, 'https://other.example') } })).toBe(false)
    expect(await proved({ [PROOF_PATH]: { body: tokenFor(Buffer.alloc(32, 2), origin) } })).toBe(false)
    expect(await proved({ [PROOF_PATH]: { status: 404, body: token() } })).toBe(false)
  })
  it('is not where it only leads to the token', async () => {
    expect(await proved({ [PROOF_PATH]: { status: 302, headers: { location: '/x' }, body: token() }, '/x': { body: token() } })).toBe(false)
  })
  it('is one’s own at the address that has shown it, and not at others of its name', async () => {
    const addresses = ['127.0.0.2', '127.0.0.1'].map((address) => ({ address, family: 4 }))
    const page = { url: new URL('/sign-up', origin.replace('127.0.0.1', 'localhost')), addresses }
    for (const path of [PROOF_PATH, '/sign-up']) {
      answers = { [path]: { headers: { 'Vouchsafe-Drill': token() } } }
      expect((await prove(page, token()))?.addresses).toEqual([{ address: '127.0.0.1', family: 4 }])
    }
  })
  it('is not where the token comes after more than anybody reads', async () => {
    expect(await proved({ [PROOF_PATH]: { body: `${'x\n'.repeat(4000)}${token()}` } })).toBe(false)
  })
})

describe('the key', () => {
  it('is made once, for its owner alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-key-'))
    try {
      const environment = { XDG_CONFIG_HOME: folder }
      const made = drillKey(environment)
      expect(drillKey(environment).equals(made)).toBe(true)
      const file = join(folder, 'vouchsafe', 'drill-key')
      expect(statSync(file).mode & 0o777).toBe(0o600)
      expect(readFileSync(file, 'utf8').trim()).toBe(made.toString('base64url'))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
  it('is one for two that make it at once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vouchsafe-key-'))
    try {
      const file = join(folder, 'drill-key')
      makeKey(file)
      const first = readFileSync(file, 'utf8')
      makeKey(file)
      expect(readFileSync(file, 'utf8')).toBe(first)
      expect(readdirSync(folder)).toEqual(['drill-key'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
  it('may be given by the environment, where it is long enough', () => {
    expect(drillKey({ VOUCHSAFE_DRILL_KEY: key.toString('base64url') }).equals(key)).toBe(true)
    expect(() => drillKey({ VOUCHSAFE_DRILL_KEY: 'short' })).toThrow('VOUCHSAFE_DRILL_KEY holds no key')
  })
})

describe('this machine', () => {
  it.each(['http://localhost:3000/', 'http://127.0.0.1/', 'http://127.9.9.9:8/', 'http://[::1]:1/'])('is %s', (address) => {
    expect(isLoopback(new URL(address))).toBe(true)
  })
  it.each(['http://localhost.evil.example/', 'http://127.0.0.1.nip.example/', 'http://10.0.0.1/', 'http://a.localhost/'])(
    'is not %s',
    (address) => {
      expect(isLoopback(new URL(address))).toBe(false)
    },
  )
})
