import { createHmac } from 'node:crypto'
import type { EpochSeconds } from '../../shared/units.js'

/** `t=1790000000,v1=<hex>` (LAB-48): HMAC-SHA256 of `t.body` under the secret as it was shown, `whsec_` and all. */
export function signWebhook(body: string, secret: string, now: EpochSeconds): string {
  const t = Math.floor(now)
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`
}
