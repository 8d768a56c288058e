/** The store is closed, locked for too long, full or broken. Clients see 503 and may try again. */
export class StoreUnavailable extends Error {
  constructor(cause: unknown) {
    super('The store is not available.', { cause })
    this.name = 'StoreUnavailable'
  }
}
