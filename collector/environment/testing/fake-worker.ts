import { createSolver } from '../../pow/solver.js'
import { type Command, type Port, PROTOCOL } from '../messages.js'
import { serveEnvironment } from '../serve.js'

/** How a worker behaves. `deaf`: its requests reach no server, as with a policy of its own. */
export type Manner = 'works' | 'refused' | 'fails' | 'silent' | 'dies' | 'falls-silent' | 'outdated' | 'deaf'

/** Workers that were made, how many of them still live, and how many errors of theirs were kept from the page. */
export interface MadeWorkers {
  urls: string[]
  living: number
  prevented: number
}

const facts = { userAgent: 'Test/1', languages: 'en', platform: 'x' }

export const noKey = async () => undefined

/** For tests: a `Worker` class whose workers serve where they are, in no thread of their own. */
export function fakeWorker(manner: Manner, made: MadeWorkers) {
  return class {
    onmessage: ((event: MessageEvent) => void) | null = null
    onerror: ((event: Event) => void) | null = null
    readonly #inside: Port
    #dead = false
    constructor(url: string) {
      made.urls.push(url)
      if (manner === 'refused') throw new DOMException('refused', 'SecurityError')
      made.living++
      this.#inside = { onmessage: null, postMessage: (reply) => this.#tell(reply) }
      if (manner === 'fails') setTimeout(() => this.#fail(), 5)
      else if (manner === 'outdated') this.#tell({ protocol: PROTOCOL - 1, facts })
      else if (manner !== 'silent') serveEnvironment(this.#inside, createSolver(8), facts, noKey)
    }
    #tell(data: unknown) {
      setTimeout(() => this.#dead || this.onmessage?.({ data: structuredClone(data) } as MessageEvent))
    }
    #fail() {
      const event = new Event('error', { cancelable: true })
      this.onerror?.(event)
      if (event.defaultPrevented) made.prevented++
    }
    postMessage(command: Command) {
      const order = structuredClone(command)
      const isOrder = typeof order === 'object'
      if (isOrder && manner === 'dies') setTimeout(() => this.#fail(), 30)
      else if (isOrder && manner === 'falls-silent') this.#dead = true
      else if (isOrder && manner === 'deaf' && 'endpoint' in order)
        this.#inside.onmessage?.({ data: { ...order, endpoint: 'http://127.0.0.1:9' } } as MessageEvent)
      else this.#inside.onmessage?.({ data: order } as MessageEvent)
    }
    terminate() {
      this.#dead = true
      made.living--
    }
  }
}
