import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loopbackCertificate } from '../support/site/loopback-certificate.js'
import { ask, locate, type Place } from './ask.js'
import { pinsOf } from './pins.js'

/** openssl x509 -pubkey -noout | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64 */
const PIN = 'lmz4oPgghTzkDIs6AdnkBdCJnxzy6VVbarqTcDMPvAA='

const server = createServer(loopbackCertificate, (_, response) => response.end('here'))
let place: Place
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  place = await locate(new URL(`https://localhost:${(server.address() as AddressInfo).port}`))
})
afterAll(() => void server.close())

/** The same server by a name that is not this machine’s. */
const elsewhere = (): Place => ({ ...place, url: new URL(place.url.href.replace('localhost', 'my.invalid')) })

describe('a certificate that nobody trusts', () => {
  it('is taken on this machine, by its key', async () => {
    expect((await ask(place, 100)).body).toBe('here')
    expect(await pinsOf([place, place], {})).toEqual([PIN])
  })
  it('is not taken from elsewhere', async () => {
    await expect(ask(elsewhere(), 100)).rejects.toThrow('self-signed certificate')
    expect(await pinsOf([elsewhere()], {})).toEqual([])
    await expect(pinsOf([elsewhere()], { NODE_EXTRA_CA_CERTS: 'another.pem' })).rejects.toThrow('self-signed certificate')
  })
})
