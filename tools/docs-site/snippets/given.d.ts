// What a snippet may take for granted: the page around it says what it is. Types are the package's own where it has them.

interface GivenForm {
  get(name: string): string | null
}
interface GivenTarget {
  to: string
  amount: number
}

declare namespace NodeJS {
  interface ProcessEnv {
    SITE_KEY: string
  }
}
interface Window {
  vouchsafe: import('vouchsafe/collector').Collector
}
interface DocumentEventMap {
  'botd:verdict': CustomEvent<{ token: string; score: number; band: string; action: string }>
}

declare const vouchsafe: import('vouchsafe/collector').Collector
declare const token: string
declare const session: string
declare const form: GivenForm
declare const fields: Record<string, string>
declare const body: string
declare const method: string
declare const url: string
declare const headers: Record<string, string>
declare const to: GivenTarget['to']
declare const amount: GivenTarget['amount']
declare const request: Request
declare const replays: import('vouchsafe/edge').ReplayGuard
declare const signingKeys: import('vouchsafe/edge').SigningKeys
declare const verifier: import('vouchsafe/verify').Verifier
declare const settings: { jwksUrl: string; issuer: string; audience: string; origin: string }
