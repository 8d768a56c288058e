import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { checkLedger } from '../harness/check-ledger.js'
import type { Fault } from '../harness/fault.js'
import { startLoad } from '../harness/load.js'
import { openStage } from '../harness/stage.js'
import { untilRecovered } from '../harness/until-recovered.js'

const EACH = 100
const LASTS = 3000
/** What they may take of the server's memory together, in MB. */
const MOST_MEMORY = 150
/** How long a well-behaved client may wait, in ms. */
const MOST_WAIT = 5000

/** What clients send, and then nothing more. */
const beginnings: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'half of the headers': 'POST /v1/attest HTTP/1.1\r\nHost: attest.shop.example\r\nContent-Ty',
  'half of the body':
    'POST /v1/attest HTTP/1.1\r\nHost: attest.shop.example\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n{"challenge":"',
  'a request of which they do not read the answer': 'GET /openapi.json HTTP/1.1\r\nHost: attest.shop.example\r\n\r\n'.repeat(4),
}

const megabytesOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

function open(port: number, text: string): Socket {
  const socket = connect(port, '127.0.0.1', () => socket.write(text))
  socket.on('error', () => undefined)
  socket.pause()
  return socket
}

/** One byte more now and then, so that none is idle. */
const drip = (sockets: readonly Socket[]): void => {
  for (const socket of sockets) if (socket.writable && !socket.destroyed) socket.write('x')
}

/** Asks, and is gone before the answer is. */
async function resetMany(port: number): Promise<void> {
  const sockets = Array.from({ length: EACH / 2 }, () => open(port, 'GET /openapi.json HTTP/1.1\r\nHost: attest.shop.example\r\n\r\n'))
  await pause(20)
  for (const socket of sockets) socket.resetAndDestroy()
}

export const slowClients: Fault = {
  name: 'slow-clients',
  does: 'four hundred clients are silent, or send half a request byte by byte, or do not read their answers, while others are cut off in the middle of theirs',
  clients: 'whoever behaves is answered as ever, within seconds',
  on: ['embedded'],
  async run({ deployment, runs, findings }) {
    const stage = await openStage(deployment)
    const port = Number(new URL(stage.instance.url).port)
    await untilRecovered(stage.client, stage.known, performance.now())
    for (let i = 0; i < runs; i++) {
      const before = megabytesOf(stage.instance.pid)
      const sockets = Object.values(beginnings).flatMap((text) => Array.from({ length: EACH }, () => open(port, text)))
      const load = startLoad(stage.client, findings)
      for (const end = performance.now() + LASTS; performance.now() < end; ) {
        await resetMany(port)
        drip(sockets.slice(EACH, 3 * EACH))
        const since = performance.now()
        const { status } = await stage.client.challenge()
        const wait = performance.now() - since
        if (status !== 200 || wait > MOST_WAIT) findings.wrong(`a challenge came with ${status} after ${Math.round(wait)} ms`)
      }
      const grown = Math.round(megabytesOf(stage.instance.pid) - before)
      findings.note('MB more', grown)
      if (grown > MOST_MEMORY) findings.wrong(`the server has grown by ${grown} MB`)
      const ledger = await load.stop()
      if (Object.values(load.failed).some((count) => count > 0)) findings.wrong(`others were refused: ${JSON.stringify(load.failed)}`)
      for (const socket of sockets) socket.destroy()
      findings.recovered(await untilRecovered(stage.client, stage.known, performance.now()))
      await checkLedger(ledger, stage.client, stage.site, findings)
      findings.ran()
    }
  },
}
