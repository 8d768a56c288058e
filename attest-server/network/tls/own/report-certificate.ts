import type { EpochSeconds } from '../../../../shared/units.js'
import type { Certificate } from './load-certificate.js'

export interface CertificateReport {
  readonly state: 'good' | 'ends-soon' | 'expired' | 'not-yet'
  readonly names: string
  /** Until it ends; negative once it has. */
  readonly daysLeft: number
}

const DAY = 86_400

/** What is to be said of a certificate. The last tenth of its life is its end: whoever renews it does so before. */
export function reportCertificate(
  { names, from, until }: Pick<Certificate, 'names' | 'from' | 'until'>,
  now: EpochSeconds,
): CertificateReport {
  const left = until - now
  const state = left <= 0 ? 'expired' : now < from ? 'not-yet' : left < (until - from) / 10 ? 'ends-soon' : 'good'
  return { state, names, daysLeft: Math.floor(left / DAY) }
}
