import type { PeerReport, Word } from './account.js'

/** What the witness in the page reports: a verdict and when it came, or what the peers said. */
export type Report = { readonly token: string; readonly at: number } | PeerReport

/** The peers, as `lib/bundle-peers.mjs` bundles them. */
interface Peers {
  load(options: { monitoring: boolean }): Promise<{ detect(): { bot: boolean; botKind?: string } }>
  readonly Scanner: new () => {
    collectFingerprint(options: { encrypt: false }): Promise<{
      fastBotDetection: boolean
      fastBotDetectionDetails: Record<string, { detected: boolean }>
    }>
  }
}

/** Where the page reports to, and where it gets the peers from: both on its own origin, where the proxy keeps them from the demo. */
export const WITNESS_PATH = '/matrix-witness'

/** Runs in the page. Reports every verdict; the first one fetches the peers, so that they run only when ours have done. */
function watch(path: string): void {
  let isFirst = true
  document.addEventListener('vouchsafe:verdict', (event) => {
    const { token } = (event as CustomEvent<{ token?: string }>).detail
    if (!token) return
    const body = JSON.stringify({ token, at: performance.now() })
    void fetch(path, { method: 'POST', keepalive: true, body }).catch(() => undefined)
    if (!isFirst) return
    isFirst = false
    const script = document.createElement('script')
    // As it is anyway, but happy-dom would wait for the answer, which our own process gives.
    script.async = true
    script.src = path
    document.head.append(script)
  })
}

/** Runs in the page, after the bundle. A peer that throws has said nothing. */
async function askPeers({ load, Scanner }: Peers, path: string): Promise<void> {
  const because: string[] = []
  const hear = async (ask: () => Promise<boolean>): Promise<Word> => {
    try {
      return (await ask()) ? 'bot' : 'human'
    } catch {
      return 'none'
    }
  }
  const botd = await hear(async () => {
    const { bot, botKind } = (await load({ monitoring: false })).detect()
    if (botKind) because.push(botKind)
    return bot
  })
  const fpscanner = await hear(async () => {
    const { fastBotDetection, fastBotDetectionDetails } = await new Scanner().collectFingerprint({ encrypt: false })
    for (const [rule, { detected }] of Object.entries(fastBotDetectionDetails)) if (detected) because.push(rule)
    return fastBotDetection
  })
  void fetch(path, { method: 'POST', keepalive: true, body: JSON.stringify({ botd, fpscanner, because }) }).catch(() => undefined)
}

export const watchScript = `(${watch})(${JSON.stringify(WITNESS_PATH)})`

/** @param bundle a script that makes a variable `peers` */
export const peersScript = (bundle: string): string => `${bundle}\n;(${askPeers})(peers, ${JSON.stringify(WITNESS_PATH)})`
