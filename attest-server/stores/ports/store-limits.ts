/** What keeps the disk from filling, whatever is sent. Of streams, `prune` drops what is beyond; of what an owner adds, no more is taken. */
export interface StoreLimits {
  /** Explanations that are kept at most, of all projects together. */
  readonly verdictRecords: number
  /** Device keys that are remembered at most. */
  readonly devices: number
  /** Sketches of behaviour, of all projects together. */
  readonly sketches: number
  /** API keys of one owner. */
  readonly apiKeys: number
  readonly accounts: number
  /** Projects of one account. */
  readonly projects: number
  /** Windows of all counters. */
  readonly counters: number
  /** Rules of one project. */
  readonly rules: number
  /** Bytes of all events that wait, each with `EVENT_OVERHEAD`. */
  readonly waiting: number
  /** Request ids that are remembered, and as many idempotency keys. */
  readonly requestIds: number
  /** Sessions of all projects that are alive. */
  readonly liveSessions: number
  /** Labels of all projects. */
  readonly labels: number
  /** Messages of one project that wait; of all together, a hundred times as many. */
  readonly messages: number
  /** Bytes of all kept texts with their names; one may take a quarter. */
  readonly keptTexts: number
  /** Exceptions of one project. */
  readonly exceptions: number
  /** Revocations of one project that hold. */
  readonly revocations: number
}
