interface FakePort {
  onmessage: ((event: { data: unknown }) => void) | null
  postMessage(data: unknown): void
  close(): void
}

/**
 * For tests: a `MessageChannel` with a task for each message, as browsers have it. Node's handles up to a thousand messages in one go,
 * so timers, and with them an abort, would wait for seconds.
 */
export class FakeMessageChannel {
  readonly port1: FakePort
  readonly port2: FakePort

  constructor() {
    const port = (other: () => FakePort): FakePort => ({
      onmessage: null,
      postMessage(data) {
        setTimeout(() => other().onmessage?.({ data: structuredClone(data) }))
      },
      close() {
        this.onmessage = null
      },
    })
    this.port1 = port(() => this.port2)
    this.port2 = port(() => this.port1)
  }
}
