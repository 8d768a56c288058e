import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readOptions } from './options.js'
import { drillKey, PROOF_PATH, tokenFor } from './ownership.js'
import { listTokens, proveSites } from './prove-sites.js'

/** The paths that were asked for, and what they answer. */
const asked: string[] = []
let proof = ''
const server = createServer(({ url = '' }, response) => {
  asked.push(url)
  response.end(url === PROOF_PATH ? proof : 'a page')
})
let page = ''
/** The same machine by an address that looks like another's. */
let other = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  page = `http://127.0.0.1:${port}/sign-up`
  other = new URL(`http://[::ffff:127.0.0.1]:${port}/other`).href
})
afterAll(() => void server.close())
beforeEach(() => void asked.splice(0))

const environment = { VOUCHSAFE_DRILL_KEY: Buffer.alloc(32, 3).toString('base64url') }
const tokenOf = (address: string) => tokenFor(drillKey(environment), new URL(address).origin)
const proveAll = async (...argv: string[]) => {
  const said: string[] = []
  const places = await proveSites(readOptions(argv), environment, { err: (line) => void said.push(line) })
  return { urls: places?.map(({ url }) => url.href), said: said.join('\n') }
}

describe('what a page needs besides', () => {
  it('has to be shown to be the user’s, too', async () => {
    proof = tokenOf(page)
    const { urls, said } = await proveAll(page, '--allow', other)
    expect(urls).toBeUndefined()
    expect(said).toContain(`${new URL(other).origin} has not shown that it is yours`)
    expect(said).toContain(tokenOf(other))
    expect(asked).toEqual([PROOF_PATH, '/other'])
  })
  it('may be reached where it shows its own token', async () => {
    proof = tokenOf(other)
    expect((await proveAll(page, '--allow', other)).urls).toEqual([page, other])
  })
  it('is asked for nothing on this machine, unless all are', async () => {
    proof = tokenOf(page)
    expect((await proveAll(page, '--allow', new URL('/more', page).href)).urls).toHaveLength(2)
    expect(asked).toEqual([])
    expect((await proveAll(page, '--allow', new URL('/more', page).href, '--prove')).urls).toHaveLength(2)
    expect(asked).toEqual([PROOF_PATH, PROOF_PATH])
  })
  it('has a token of its own', () => {
    const said: string[] = []
    listTokens(readOptions([page, '--token', '--allow', other]), environment, { out: (line) => void said.push(line) })
    for (const address of [page, other]) {
      expect(said).toContain(`  ${tokenOf(address)}`)
      expect(said.join('\n')).toContain(`${new URL(address).origin}${PROOF_PATH}`)
    }
  })
})
