/** What `navigator` says inside a worker. */
export interface WorkerFacts {
  readonly userAgent: string
  /** `navigator.languages`, joined by commas. */
  readonly languages: string
  readonly platform: string
  /** `navigator.hardwareConcurrency`. */
  readonly cores?: number
  /** Minutes between local time and universal time, at the epoch. */
  readonly offset?: number
  /** Of the worker's file, so that a shared worker of the same can be asked. Added on the page's side. */
  readonly url?: string | undefined
}

/** What a shared worker adds. It costs more, and holds up no proof of work. */
export interface SharedFacts extends WorkerFacts {
  /** The name of the graphics driver; empty where WebGL is off, undefined where workers have none. */
  readonly graphics: string | undefined
  /** In which dates are written. */
  readonly locale: string
}
