/**
 * Visitors who are let through by their support code.
 *
 * | under `/dashboard/api/projects/{project}` | |
 * |---|---|
 * | `GET /exceptions` | 200 `Exception[]`, the first to end first |
 * | `POST /exceptions` | `NewException` → 201 `Exception`; 404 no such verdict; 409 it turned nobody away, or as many as there may be; 422 no support code |
 * | `DELETE /exceptions/{reference}` | 204 |
 * | `POST /revocations` | exactly one of `{"verdict"}`, `{"session"}`, `{"device"}` → 201 `Revocation`: takes signed verdicts back |
 */
export interface Exception {
  readonly reference: string
  readonly bound_to: 'device' | 'session'
  readonly until: string
}

export interface NewException {
  /** As somebody read it out: `7k3vm q2xr9`. */
  readonly reference: string
  /** 60 to 7,776,000; a week where it is left out. */
  readonly seconds?: number
}

export interface Revocation {
  readonly revoked: 'verdict' | 'session' | 'device'
  readonly until: string
}
