import { statSync } from 'node:fs'
import type { EpochSeconds, Ms } from '../../../../shared/units.js'
import { type Certificate, loadCertificate, type TlsPaths } from './load-certificate.js'
import { reportCertificate } from './report-certificate.js'

/** How often the files are looked at: each costs a `stat`. */
const EVERY: Ms = 60_000

type Say = (event: string, fields: Readonly<Record<string, string | number>>) => void

export interface FollowDeps {
  /** Takes a certificate for connections to come; those that are open keep what they have. */
  readonly use: (certificate: Certificate) => void
  readonly log: { readonly info: Say; readonly error: Say }
  readonly clock: () => EpochSeconds
}

export interface CertificateFollower {
  /** Looks at the files now. */
  readonly look: () => void
  readonly stop: () => void
}

/** Changes whenever a file is written or another one is put in its place. */
function markOf(path: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(path)
    return `${mtimeMs}/${size}/${ino}`
  } catch {
    return 'absent'
  }
}

/**
 * Takes a renewed certificate up while the server runs, and says in the log what it has, when that ends, and what is wrong with a new one:
 * then the old one stays. The two files change one after the other, so that for a moment they may not fit each other.
 */
export function followCertificate(paths: TlsPaths, first: Certificate, { use, log, clock }: FollowDeps): CertificateFollower {
  let used = first
  // Nothing: the files may have changed since they were first read.
  let mark = ''
  let said = ''
  let fault = ''

  const fail = (error: string) => {
    // What may be read does not show in a mark: the next look tries again.
    mark = ''
    if (error !== fault) log.error('tls-certificate', { fault: error })
    fault = error
  }
  const renew = () => {
    const loaded = loadCertificate(paths)
    if (!loaded.ok) return fail(loaded.error)
    used = loaded.value
    use(used)
    said = ''
    fault = ''
  }
  const report = () => {
    const { state, names, daysLeft } = reportCertificate(used, clock())
    if (state === said) return
    said = state
    log[state === 'good' ? 'info' : 'error']('tls-certificate', { state, names, daysLeft })
  }
  const look = () => {
    const now = `${markOf(paths.cert)} ${markOf(paths.key)}`
    if (now !== mark) {
      mark = now
      renew()
    }
    report()
  }
  look()
  const timer = setInterval(look, EVERY)
  timer.unref()
  return { look, stop: () => clearInterval(timer) }
}
