import type { Detection } from '../../core/detections/detection.js'
import { controlFault, controlFaultSchema } from '../control/faults.js'
import type { Surface } from '../http/surface.js'
import { detectionsEndpoint } from './detections.js'
import { type EventsDeps, eventsEndpoint } from './events/post-events.js'
import { type LoggedInDeps, loggedInEndpoint } from './logged-in.js'
import { pageHitsEndpoint } from './server/page-hits.js'
import type { ServerDeps } from './server/server-deps.js'
import { serverEventsEndpoint } from './server/server-events.js'
import { type SessionDeps, sessionEndpoint } from './session.js'
import { type VerdictDeps, verdictEndpoint } from './verdict.js'

export interface SessionsDeps {
  readonly events: EventsDeps
  readonly verdict: VerdictDeps
  readonly loggedIn: LoggedInDeps
  readonly session: SessionDeps
  readonly server: ServerDeps
  readonly detections: readonly Detection[]
}

/** The data plane of sessions: events in, verdicts out, never a 429 (BOT-10, BOT-38). */
export const sessionsSurface = (deps: SessionsDeps): Surface => ({
  name: 'sessions',
  summary: 'Events of sessions, and what to do about them.',
  prefixes: ['/v1/events', '/v1/sessions', '/v1/server', '/v1/detections'],
  endpoints: [
    eventsEndpoint(deps.events),
    verdictEndpoint(deps.verdict),
    loggedInEndpoint(deps.loggedIn),
    sessionEndpoint(deps.session),
    pageHitsEndpoint(deps.server),
    serverEventsEndpoint(deps.server),
    detectionsEndpoint(deps.detections),
  ],
  faultResponse: controlFault,
  faultSchema: controlFaultSchema,
})
