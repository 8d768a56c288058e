import type { Socket } from 'node:net'
import { untilOpen } from '../machine/until-open.js'

/** The WebDriver standard’s name for a reference to an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** Firefox’s own remote protocol, which geckodriver speaks to it: `<bytes>:[type, id, command or error, parameters or result]`. */
export interface Marionette {
  /** @throws when Firefox refuses the command. */
  send(command: string, parameters?: object): Promise<unknown>
  /** A reference to the first element that matches. */
  find(selector: string): Promise<string>
  close(): void
}

/** @param port of a Firefox started with `--marionette` */
export async function openMarionette(port: number): Promise<Marionette> {
  const socket = await untilOpen(port, 30_000)
  const waiting = new Map<number, (answer: Answer) => void>()
  readPackets(socket, (packet) => {
    // The greeting is no answer: an object that says which protocol follows.
    if (isAnswer(packet)) waiting.get(packet[1])?.(packet)
  })
  let last = 0
  const send = (command: string, parameters: object = {}) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last
      waiting.set(id, ([, , error, result]) => {
        waiting.delete(id)
        if (error) reject(new Error(`${command}: ${error.message}`))
        else resolve(unwrap(result))
      })
      const text = JSON.stringify([0, id, command, parameters])
      socket.write(`${Buffer.byteLength(text)}:${text}`)
    })
  return {
    send,
    find: async (value) => {
      const found = await send('WebDriver:FindElement', { using: 'css selector', value })
      return (found as Record<string, string>)[ELEMENT] ?? ''
    },
    close: () => socket.destroy(),
  }
}

type Answer = readonly [type: 1, id: number, error: { readonly message: string } | null, result: unknown]

const isAnswer = (packet: unknown): packet is Answer => Array.isArray(packet)

/** Most results come in an envelope. */
const unwrap = (result: unknown): unknown => (result && typeof result === 'object' && 'value' in result ? result.value : result)

function readPackets(socket: Socket, take: (packet: unknown) => void): void {
  let left = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    left = Buffer.concat([left, chunk])
    for (let colon = left.indexOf(':'); colon >= 0; colon = left.indexOf(':')) {
      const end = colon + 1 + Number(left.subarray(0, colon).toString())
      if (left.length < end) return
      take(JSON.parse(left.subarray(colon + 1, end).toString()))
      left = left.subarray(end)
    }
  })
}
