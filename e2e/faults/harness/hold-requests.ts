import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { chromeScriptHeaders } from '../../conformance/traffic/headers.js'
import { newBatch } from './client.js'
import { ORIGIN, type Site } from './site.js'

/** Requests of which the server has read the headers, and waits for the rest of the body. */
export interface HeldRequests {
  /** Sends the rest. @returns the status of each; 0 where it was cut */
  finish(): Promise<readonly number[]>
}

/** Until the server has surely read what was sent, in ms. */
const READ = 200

async function statusOf(held: ClientRequest): Promise<number> {
  try {
    const [response] = (await once(held, 'response')) as [IncomingMessage]
    response.resume()
    await once(response, 'end')
    return response.statusCode ?? 0
  } catch {
    return 0
  }
}

export async function holdRequests(url: string, site: Site, count: number): Promise<HeldRequests> {
  const held = Array.from({ length: count }, () => {
    const { key, session, events } = newBatch()
    const body = JSON.stringify({ session_token: session, events })
    const sender = request(`${url}/v1/events`, {
      method: 'POST',
      agent: false,
      headers: {
        ...{ ...chromeScriptHeaders, origin: ORIGIN, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        ...{ 'x-botect-site-key': site.siteKey, 'idempotency-key': key },
      },
    })
    const status = statusOf(sender)
    const half = Math.floor(body.length / 2)
    sender.write(body.slice(0, half))
    return { status, finish: () => sender.end(body.slice(half)) }
  })
  await pause(READ)
  return {
    async finish() {
      for (const one of held) one.finish()
      return Promise.all(held.map(({ status }) => status))
    },
  }
}
