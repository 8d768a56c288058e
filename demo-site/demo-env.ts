import type { VouchsafeVariables } from 'vouchsafe/verify/hono'

/** What the request's context carries. */
export interface DemoEnv {
  Variables: VouchsafeVariables & {
    /** CSP nonce of this page. */
    nonce: string
  }
}
