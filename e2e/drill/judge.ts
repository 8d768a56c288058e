import type { SeenVerdict } from './page/record-verdicts.js'
import { plain } from './plain.js'
import type { Run } from './report/drill.js'

/** What a verdict says, in texts that are fit to be shown. */
export function plainVerdict({ status, action, score, band, assurance, reference }: SeenVerdict): SeenVerdict {
  return {
    status: plain(status, 20),
    action: plain(action, 20),
    ...(typeof score === 'number' && { score }),
    ...(band !== undefined && { band: plain(band, 20) }),
    ...(assurance !== undefined && { assurance: plain(assurance, 20) }),
    ...(reference !== undefined && { reference: plain(reference, 40) }),
  }
}

type Judged = Pick<Run, 'action' | 'note' | 'score' | 'band' | 'reference'>

/** What a visit came to. One that no verdict was heard of shows nothing, neither of a bot nor of a person. */
export function judge(verdict: SeenVerdict | undefined): Judged {
  const isVerdict = verdict && /^(ok|unseen)$/.test(verdict.status) && /^(allow|challenge|block)$/.test(verdict.action)
  if (!isVerdict) return { action: 'none', note: verdict ? `no verdict: ${verdict.status}` : 'no verdict was heard of' }
  const { action, score, band, reference } = verdict
  const known = {
    ...(score !== undefined && { score }),
    ...(band !== undefined && { band }),
    ...(reference !== undefined && { reference }),
  }
  return { action: action as Run['action'], note: '', ...known }
}
