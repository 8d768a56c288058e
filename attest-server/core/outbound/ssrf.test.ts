import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindsOfAddresses } from '../../../shared/address/testing/kinds-of-addresses.js'
import { ok } from '../../../shared/result.js'
import type { ConnectPlan } from './connect-plan.js'
import { createSend } from './create-send.js'
import { judgeAddress } from './judge-address.js'
import type { OutboundResponse } from './ports.js'

/** Somebody who may name a URL, and owns the name server and the web server behind it, wants a request to leave for somewhere else. */
interface Attacker {
  /** What their name server says, one answer after another; the last for ever. */
  readonly answers: readonly (readonly string[])[]
  /** Where their web server sends whoever comes, one visit after another. */
  readonly locations?: readonly string[]
}

const OUT = '93.184.215.14'
const get = (url: string, redirects = 0) => ({ method: 'GET', url, headers: {}, limits: { time: 1000, bytes: 100, redirects } }) as const

/** @returns the way out, who was asked, and where it led. */
function wayOut({ answers, locations = [] }: Attacker) {
  const asked: string[] = []
  const dialled: ConnectPlan[] = []
  const resolve = async (host: string) => answers[Math.min(asked.push(host), answers.length) - 1] ?? []
  const dial = async (plan: ConnectPlan) => {
    const location = locations[dialled.push(plan) - 1]
    const headers = new Map(location === undefined ? [] : [['location', location]])
    return ok<OutboundResponse>({ status: location === undefined ? 200 : 302, headers, body: new Uint8Array(0) })
  }
  return { send: createSend({ resolve, dial }, { loopback: false, ports: [443] }), asked, dialled }
}

describe('a name that changes its address (DNS rebinding)', () => {
  it('is asked for once, and the connection goes to the address that was judged', async () => {
    const { send, asked, dialled } = wayOut({ answers: [[OUT], ['127.0.0.1']] })
    expect((await send(get('https://hooks.example/a'))).ok).toBe(true)
    expect([asked, dialled.map(({ address, host }) => [address, host])]).toEqual([['hooks.example'], [[OUT, 'hooks.example']]])
  })
  it('is judged anew at the next try: a webhook that is sent again has no right from the first', async () => {
    const { send, dialled } = wayOut({ answers: [[OUT], ['10.0.0.7']] })
    await send(get('https://hooks.example/a'))
    expect(await send(get('https://hooks.example/a'))).toEqual({ ok: false, error: { reason: 'address-forbidden', kind: 'private' } })
    expect(dialled).toHaveLength(1)
  })
  it('is judged anew at each redirect, to itself too', async () => {
    const { send, dialled } = wayOut({ answers: [[OUT], ['169.254.169.254']], locations: ['/latest/meta-data/'] })
    expect(await send(get('https://hooks.example/a', 3))).toEqual({ ok: false, error: { reason: 'address-forbidden', kind: 'metadata' } })
    expect(dialled).toHaveLength(1)
  })
  it('is refused where it mixes what is public with what is not, in any order', async () => {
    for (const answer of [
      [OUT, '192.168.0.1'],
      ['::1', OUT],
      [OUT, OUT, '::ffff:127.0.0.1'],
    ])
      expect((await wayOut({ answers: [answer] }).send(get('https://hooks.example/'))).ok).toBe(false)
  })
  it('never leads to an address that is not public, whatever name server and redirects say', async () => {
    const address = fc.constantFrom(OUT, ...kindsOfAddresses.map(([text]) => text))
    const location = fc.oneof(fc.constantFrom('/', 'https://other.example/', 'https://other.example:443/a', '//third.example'), fc.webUrl())
    const attacker = fc.record({
      answers: fc.array(fc.array(address, { maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      locations: fc.array(location, { maxLength: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(attacker, async (each) => {
        const { send, dialled } = wayOut(each)
        await send(get('https://hooks.example/', 3))
        for (const plan of dialled) expect([judgeAddress(plan.address), plan.secure, plan.port]).toEqual(['public', true, 443])
      }),
    )
  })
})

describe('a redirect is refused', () => {
  it.each([
    ['http://hooks.example/', 'url-scheme'],
    ['ftp://hooks.example/', 'url-scheme'],
    ['file:///etc/passwd', 'url-scheme'],
    ['data:text/plain,a', 'url-scheme'],
    ['https://user:pw@hooks.example/', 'url-credentials'],
    ['https://hooks.example:22/', 'url-port'],
    ['https://hooks.example:8443/', 'url-port'],
    ['//10.0.0.1/', 'url-literal-address'],
    ['https:\\\\10.0.0.1/', 'url-literal-address'],
    ['https://2130706433/', 'url-literal-address'],
    ['https://0177.0.0.1/', 'url-literal-address'],
    ['https://0x7f.1/', 'url-literal-address'],
    ['https://[::ffff:7f00:1]/', 'url-literal-address'],
    ['https://[64:ff9b::a00:1]/', 'url-literal-address'],
    ['https://metadata.google.internal/', 'url-local-name'],
    ['https://localhost/', 'url-local-name'],
    ['https://localhost./', 'url-malformed'],
    ['https://①②⑦.0.0.1/', 'url-literal-address'],
    ['https://hooks.example/#a', 'url-malformed'],
  ])('to %s: %s', async (location, reason) => {
    const { send, dialled } = wayOut({ answers: [[OUT]], locations: [location] })
    expect(await send(get('https://hooks.example/a', 3))).toEqual({ ok: false, error: { reason } })
    expect(dialled).toHaveLength(1)
  })
  it('after the last that may be followed, and for a POST is none', async () => {
    const { send, dialled } = wayOut({ answers: [[OUT]], locations: ['/1', '/2', '/3', '/4'] })
    expect(await send(get('https://hooks.example/', 2))).toEqual({ ok: false, error: { reason: 'too-many-redirects' } })
    expect(dialled).toHaveLength(3)
    const posting = wayOut({ answers: [[OUT]], locations: ['/1'] })
    const answer = await posting.send({ ...get('https://hooks.example/', 2), method: 'POST', body: new Uint8Array(1) })
    expect([answer.ok && answer.value.status, posting.dialled.length]).toEqual([302, 1])
  })
})
