import type { Readable, Writable } from 'node:stream'
import type { Child } from '../machine/child.js'

type Answer = Record<string, unknown>

interface Message {
  readonly id?: number
  readonly method?: string
  readonly result?: Answer
  readonly error?: { readonly message: string }
}

/** The DevTools protocol over `--remote-debugging-pipe`: no port, no library, and nothing enabled that is not asked for. */
export interface DevToolsPipe {
  /** @throws when the browser refuses the command. */
  send(method: string, parameters?: object, session?: string): Promise<Answer>
  /** Resolves at the next event of this name. */
  once(event: string): Promise<void>
}

/** @param browser a Chromium started with `--remote-debugging-pipe`: it reads commands on descriptor 3 and answers on 4. */
export function openDevToolsPipe(browser: Child): DevToolsPipe {
  const commands = browser.process.stdio[3] as Writable
  const answers = browser.process.stdio[4] as Readable
  const pending = new Map<number, (message: Message) => void>()
  const listeners = new Map<string, () => void>()
  readMessages(answers, (message) => {
    if (message.id !== undefined) pending.get(message.id)?.(message)
    else if (message.method !== undefined) listeners.get(message.method)?.()
  })
  let last = 0
  return {
    send: (method, parameters = {}, sessionId) =>
      new Promise((resolve, reject) => {
        const id = ++last
        pending.set(id, ({ result, error }) => {
          pending.delete(id)
          if (error) reject(new Error(`${method}: ${error.message}`))
          else resolve(result ?? {})
        })
        commands.write(`${JSON.stringify({ id, method, params: parameters, sessionId })}\0`)
      }),
    once: (event) => new Promise((resolve) => listeners.set(event, resolve)),
  }
}

function readMessages(stream: Readable, take: (message: Message) => void): void {
  let text = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    const parts = (text + chunk).split('\0')
    text = parts.pop() ?? ''
    for (const part of parts) take(JSON.parse(part) as Message)
  })
}
