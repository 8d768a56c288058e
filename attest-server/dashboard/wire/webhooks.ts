/**
 * Messages to webhooks: what waits, what was delivered, what was not.
 *
 * | under `/dashboard/api/projects/{project}` | |
 * |---|---|
 * | `GET /webhooks` | 200 `Deliveries`: the last hundred of three days |
 * | `POST /webhooks/{message}/replay` | `{}` → 202 `Delivery`: goes out again, with the same id; 404; 409 it waits already, or its session is gone |
 */
export interface Deliveries {
  /** Newest first. */
  readonly deliveries: readonly Delivery[]
}

export interface Delivery {
  /** `msg_…`, what the receiver is told as `webhook-id`. */
  readonly id: string
  readonly session: string | null
  readonly url: string
  /** JSON, as it is sent. */
  readonly body: string
  readonly createdAt: string
  readonly status: 'waiting' | 'delivered' | 'failed'
  readonly attempts: number
  /** Of the last try: `status 500`, `timed-out`, `session gone`, `delivered`; null before the first. */
  readonly outcome: string | null
  /** Of the last try. */
  readonly triedAt: string | null
  /** Of the next one; null where there is none. */
  readonly nextAt: string | null
}
