import type { EventEmitter } from 'node:events'

/** A connection by which one answer is under way at a time, as by Node's. */
export class FakeSocket {
  destroyed = false
  writable = true
  /** The answer under way. */
  answer: EventEmitter | undefined
  finish(): void {
    const answer = this.answer
    this.answer = undefined
    answer?.emit('close')
  }
  destroy(): void {
    this.destroyed = true
    this.writable = false
    this.finish()
  }
}
