import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { Fault } from '../bootstrap.mjs'
import { settleSettings } from './settings.mjs'

/** @type {import('node:net').Server[]} */
const servers = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** @returns {Promise<string>} a port that is taken */
function taken() {
  const server = createServer()
  servers.push(server)
  return new Promise((settle) => {
    server.listen(0, '127.0.0.1', () => settle(String(/** @type {import('node:net').AddressInfo} */ (server.address()).port)))
  })
}

const fine = async () => []

/** @param {NodeJS.ProcessEnv} given @param {() => Promise<readonly string[]>} [check] */
async function faultsOf(given, check = fine) {
  const fault = await settleSettings(given, check).catch((error) => error)
  expect(fault).toBeInstanceOf(Fault)
  return fault.message.split('\n')
}

describe('settleSettings', () => {
  it('chooses free ports for 0, and keeps what else was given', async () => {
    const { PORT, DEMO_PORT, HOST, VOUCHSAFE_LOG } = await settleSettings({ PORT: '0', DEMO_PORT: '0', VOUCHSAFE_LOG: 'silent' }, fine)
    expect([HOST, VOUCHSAFE_LOG]).toEqual(['127.0.0.1', 'silent'])
    expect([Number(PORT) > 0, Number(DEMO_PORT) > 0]).toEqual([true, true])
  })

  it('has no TLS of its own beside a demo that speaks plain http', async () => {
    expect(await faultsOf({ PORT: '0', DEMO_PORT: '0', VOUCHSAFE_TLS_CERT: '/cert.pem' })).toEqual([
      expect.stringMatching(/^VOUCHSAFE_TLS_CERT is for/),
    ])
  })

  it('names every fault at once: the server’s own, ports that are taken, and ports that are none', async () => {
    const port = await taken()
    const wrong = 'VOUCHSAFE_LOG must be info or silent, not "loud".'
    expect(await faultsOf({ PORT: port, DEMO_PORT: 'x' }, async () => [wrong])).toEqual([
      wrong,
      'DEMO_PORT must be a whole number from 0 to 65535, not "x".',
      `Port ${port} is in use. Stop what listens there, or set PORT to another port (0: any free one).`,
    ])
    expect(await faultsOf({ PORT: port, DEMO_PORT: await taken() })).toHaveLength(2)
  })

  it('does not give both servers one port, however it is written', async () => {
    const { PORT } = await settleSettings({ PORT: '0', DEMO_PORT: '0' }, fine)
    expect(await faultsOf({ PORT, DEMO_PORT: `${PORT}`.padStart(5, '0') })).toEqual([
      expect.stringMatching(/^PORT and DEMO_PORT are the same, \d+:/),
    ])
  })

  it('says of a host that is none what the server says, and no more', async () => {
    const wrong = 'HOST must be a host name or an address, not "a b".'
    expect(await faultsOf({ HOST: 'a b' }, async () => [wrong])).toEqual([wrong])
  })
})
