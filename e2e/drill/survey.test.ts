import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { locate, type Place } from './ask.js'
import { explain } from './explain.js'
import { readOptions } from './options.js'
import { survey } from './survey.js'

/** An attest-server by all that it answers, and a page whose tag names it. */
const asked: IncomingMessage[] = []
const server = createServer((incoming, response) => {
  asked.push(incoming)
  const { url = '' } = incoming
  if (url === '/page') return void response.end('<script src="/collector.js" data-key="pk_page"></script>')
  response.end(url.startsWith('/v1/') ? '{"contributions":[{"id":"a","llr":2}]}' : '{"keys": []}')
})
let page: Place
let origin = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  page = await locate(new URL('/page', origin))
})
afterAll(() => void server.close())
beforeEach(() => void asked.splice(0))

const surveyed = (...argv: string[]) => survey([page], readOptions([page.url.href, ...argv]), {})

describe('the attest-server', () => {
  it('is looked for where the page was proved to be, when it is beside it', async () => {
    const url = new URL(page.url.href.replace('127.0.0.1', 'proved.invalid'))
    const { attest, places } = await survey([{ ...page, url }], readOptions([url.href]), {})
    expect(attest).toBe(url.origin)
    for (const { addresses } of places) expect(addresses).toEqual(page.addresses)
  })
})

describe('the project’s secret key', () => {
  it('goes to no server because the page names it', async () => {
    const { attest, siteKey, confidant } = await surveyed()
    expect({ attest, siteKey, confidant }).toEqual({ attest: origin, siteKey: 'pk_page', confidant: undefined })
    expect(await explain(confidant, 'ABCDE-12345', 'sk_secret')).toBeUndefined()
    expect(asked.filter(({ headers }) => headers.authorization)).toEqual([])
  })
  it('goes to the server that the user names, at the address that was found then', async () => {
    const { confidant } = await surveyed('--attest', origin)
    // A name that leads nowhere: it is not looked up again.
    const moved = { ...confidant!, url: new URL(origin.replace('127.0.0.1', 'moved.invalid')) }
    expect(await explain(moved, 'ABCDE-12345', 'sk_secret')).toEqual({ contributions: [{ id: 'a', llr: 2 }] })
    expect(asked.at(-1)).toMatchObject({ url: '/v1/verdicts/ABCDE-12345', headers: { authorization: 'Bearer sk_secret' } })
    expect(await explain(confidant, 'ABCDE-12345', undefined)).toBeUndefined()
  })
  it('does not go over a network in the clear', async () => {
    // This machine by an address that looks like another's.
    const elsewhere = `http://[::ffff:127.0.0.1]:${new URL(origin).port}`
    const { attest, confidant } = await surveyed('--attest', elsewhere)
    expect(attest).toBe(new URL(elsewhere).origin)
    expect(confidant).toBeUndefined()
  })
})
