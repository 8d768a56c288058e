import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { pause } from '../support/robots/robot.js'
import { type Place, pinned, urlOf } from './ask.js'
import { plain } from './plain.js'

/** How many requests and connections pass in a moment, and how many in each second after that, of all runs of a drill together. */
export const BURST = 150
export const PER_SECOND = 50

/** As many names of hosts that were turned away are kept for the report. */
const MOST_REFUSED = 40

/**
 * The one way out that the browsers of a drill have: a proxy on loopback that goes to the places it was opened for and to nowhere else,
 * whatever a page redirects or links to. What comes too fast waits: redirects, too, for each is a request.
 */
export interface Gate {
  readonly port: number
  /** Hosts that a page or a browser asked for in vain. */
  readonly refused: ReadonlySet<string>
  stop(): Promise<void>
}

/** A request that went through: what anybody on the way can see of it. Of https, nothing can be seen. */
export interface Exchange {
  readonly method: string
  readonly url: URL
  /** Bytes that were sent with it; 0 where their number was not said. */
  readonly sent: number
  readonly status: number
}

const portOf = ({ port, protocol }: URL): number => Number(port) || (protocol === 'https:' ? 443 : 80)
const hostOf = (url: URL): string => `${url.hostname}:${portOf(url)}`

/**
 * Looks on at what passes in the clear; of https it sees nothing.
 * @param answer whose body may be read along, from now on
 */
export type Listener = (exchange: Exchange, answer: IncomingMessage) => void

/**
 * Opens a gate on a free port of loopback.
 * @param places where it leads: by host and port, whatever the path, and to no address but those that were looked up
 * @param listen hears of every request in the clear that was answered
 * @returns the gate, which is open. Whoever opened it stops it, when its browsers have ended: what is still on the way is cut off.
 */
export async function openGate(places: readonly Place[], listen: Listener = () => undefined): Promise<Gate> {
  const known = new Map(places.map((place) => [hostOf(place.url), place]))
  const refused = new Set<string>()
  const turn = createTurns()
  const refuse = (host: string) => {
    if (refused.size < MOST_REFUSED) refused.add(plain(host, 120))
  }
  const server = createServer((incoming, outgoing) => {
    const url = urlOf(incoming.url ?? '')
    const place = url?.protocol === 'http:' ? known.get(hostOf(url)) : undefined
    if (url && place) return void turn().then(() => pass(incoming, outgoing, url, place, listen))
    refuse(url ? hostOf(url) : 'no address')
    outgoing.writeHead(403, { 'content-type': 'text/plain' }).end('A drill goes nowhere else.')
  })
  const tunnels = new Set<Socket>()
  server.on('connect', (incoming: IncomingMessage, client: Socket, head: Buffer) => {
    client.on('error', () => client.destroy())
    const place = known.get(incoming.url ?? '')
    if (!place) {
      refuse(incoming.url ?? '')
      return client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    }
    tunnels.add(client)
    client.on('close', () => tunnels.delete(client))
    return void turn().then(() => tunnel(client, head, place))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = async () => {
    for (const client of tunnels) client.destroy()
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { port: (server.address() as AddressInfo).port, refused, stop }
}

/** Resolves when it is one's turn: a bucket that {@link PER_SECOND} fills, one after the other. */
function createTurns(): () => Promise<void> {
  let left = BURST
  let since = performance.now()
  let last = Promise.resolve()
  const take = async () => {
    const now = performance.now()
    left = Math.min(BURST, left + ((now - since) / 1000) * PER_SECOND)
    since = now
    left -= 1
    if (left < 0) await pause((-left / PER_SECOND) * 1000)
  }
  return () => {
    last = last.then(take)
    return last
  }
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse, url: URL, { addresses }: Place, listen: Listener): void {
  // In the order and spelling of the browser, which the server may look at.
  const own = incoming.rawHeaders.flatMap((name, i, all) => (i % 2 === 0 && !/^proxy-/i.test(name) ? [name, all[i + 1] ?? ''] : []))
  const options = { method: incoming.method, headers: own as unknown as NodeJS.Dict<string>, lookup: pinned(addresses) }
  const onward = request(url, options, (answer) => {
    const { statusCode: status = 502 } = answer
    // What Node reads is not always what it writes: whoever answers so is no reason to fall over.
    try {
      outgoing.writeHead(status, answer.rawHeaders)
    } catch {
      return void onward.destroy(new Error('no answer of HTTP'))
    }
    answer.pipe(outgoing)
    listen({ method: incoming.method ?? '', url, sent: Number(incoming.headers['content-length']) || 0, status }, answer)
  })
  onward.on('error', () => {
    // In the middle of an answer there is nothing left to say.
    if (outgoing.headersSent) return void outgoing.destroy()
    outgoing.writeHead(502, { 'content-type': 'text/plain' }).end('The site does not answer.')
  })
  outgoing.on('error', () => onward.destroy())
  outgoing.on('close', () => onward.destroy())
  incoming.pipe(onward)
}

function tunnel(client: Socket, head: Buffer, { url, addresses }: Place): void {
  const site = connect({ host: url.hostname, port: portOf(url), lookup: pinned(addresses) }, () => {
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    site.write(head)
    site.pipe(client)
    client.pipe(site)
  })
  site.on('error', () => client.destroy())
  client.on('close', () => site.destroy())
}
