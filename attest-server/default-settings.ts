import type { Seconds } from '../shared/units.js'
import type { AppSettings } from './app.js'
import { defaultThresholds } from './core/requests/decide-request.js'

const DAY: Seconds = 86_400

/** What holds where nobody says otherwise, on every runtime. */
export const defaultSettings = {
  verdictLife: 120,
  challengeLife: 300,
  retention: 30 * DAY,
  sketchLife: 14 * DAY,
  revealShare: 0.1,
  // Many small puzzles: the time to solve them all varies by a quarter.
  pow: { count: 16, difficulty: 16_384 },
  trustedProxies: 0,
  requests: { thresholds: defaultThresholds, callerProxies: 0 },
  behaviour: { openSignup: false, trustIssuer: undefined, webhookLoopback: false },
} satisfies Omit<AppSettings, 'issuer'>
