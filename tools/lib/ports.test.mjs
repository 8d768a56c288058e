import { createServer } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { addressOf, answers, claimPort, isPort } from './ports.mjs'

/** @type {import('node:http').Server[]} */
const servers = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** @param {number} status @returns {Promise<number>} its port */
function listen(status) {
  const server = createServer((_, response) => response.writeHead(status).end())
  servers.push(server)
  return new Promise((settle) => {
    server.listen(0, '127.0.0.1', () => settle(/** @type {import('node:net').AddressInfo} */ (server.address()).port))
  })
}

describe('claimPort', () => {
  it('chooses a free port for 0, and leaves it free', async () => {
    const claim = await claimPort('127.0.0.1', 0)
    expect(claim).toEqual({ port: expect.any(Number) })
    expect(await claimPort('127.0.0.1', 'port' in claim ? claim.port : 0)).toEqual(claim)
  })

  it('says why a port cannot be had', async () => {
    expect(await claimPort('127.0.0.1', await listen(200))).toEqual({ fault: 'EADDRINUSE' })
  })
})

describe('answers', () => {
  it('is true once the server answers 200', async () => {
    expect(await answers(`http://127.0.0.1:${await listen(200)}/readyz`, { seconds: 5, vain: () => false })).toBe(true)
  })

  it('is false when the server is up but not ready, when there is nothing to wait for, and when there is no such address', async () => {
    const port = await listen(503)
    expect(await answers(`http://127.0.0.1:${port}/readyz`, { seconds: 0.2, vain: () => false })).toBe(false)
    expect(await answers(`http://127.0.0.1:${port}/readyz`, { seconds: 60, vain: () => true })).toBe(false)
    expect(await answers('http://127.0.0.1:seven/', { seconds: 0.1, vain: () => false })).toBe(false)
  })
})

describe('addressOf', () => {
  it('names an address that this machine reaches', () => {
    expect(addressOf('0.0.0.0', '80')).toBe('http://127.0.0.1:80')
    expect(addressOf('::1', '80')).toBe('http://[::1]:80')
    expect(addressOf('localhost', '80')).toBe('http://localhost:80')
  })
})

describe('isPort', () => {
  it('takes 0 to 65535 and nothing else', () => {
    expect(['0', '8787', '65535'].every(isPort)).toBe(true)
    expect(['', 'x', '-1', '65536', '1.5', '8787 '].some(isPort)).toBe(false)
  })
})
