import { controlSurface } from '../control/index.js'
import type { Endpoint, Surface } from '../http/surface.js'
import { crawlersEndpoint } from './crawlers.js'
import type { DashboardDeps } from './deps.js'
import { dashboardFault, dashboardFaultSchema } from './faults.js'
import { forPage } from './guard.js'
import { logoutEndpoint, passkeyLoginEndpoint, passkeyRequestEndpoint, passwordLoginEndpoint, tokenLoginEndpoint } from './login.js'
import { meEndpoint } from './me.js'
import { overviewEndpoint } from './overview.js'
import { pageAssetEndpoint } from './page.js'
import { ruleLanguageEndpoint } from './rule-language.js'
import {
  loginSessionEndpoint,
  passkeyCreationEndpoint,
  passkeyEndpoint,
  passkeysEndpoint,
  passwordEndpoint,
  securityEndpoint,
} from './security.js'
import { sessionPageEndpoint } from './session-page.js'
import { sessionsEndpoint } from './sessions.js'
import { settingsPreviewEndpoint } from './settings-preview.js'
import { replayEndpoint, webhooksEndpoint } from './webhooks.js'

const API = '/dashboard/api'

/** Whatever a token may do to a project, its owner may do in the page, too: the same operations, at an address of their own. */
const ofControl = (deps: DashboardDeps): readonly Endpoint[] =>
  controlSurface(deps)
    .endpoints.filter(({ path }) => path.startsWith('/v1/projects/'))
    .map((endpoint) => ({ ...endpoint, path: endpoint.path.slice('/v1'.length) }))

const own = (deps: DashboardDeps): readonly Endpoint[] => [
  tokenLoginEndpoint(deps),
  passwordLoginEndpoint(deps),
  passkeyLoginEndpoint(deps),
  passkeyRequestEndpoint(deps),
  logoutEndpoint(deps),
  meEndpoint(deps),
  securityEndpoint(deps),
  passwordEndpoint(deps),
  passkeysEndpoint(deps),
  passkeyCreationEndpoint(deps),
  passkeyEndpoint(deps),
  loginSessionEndpoint(deps),
  overviewEndpoint(deps),
  sessionsEndpoint(deps),
  sessionPageEndpoint(deps),
  ruleLanguageEndpoint(deps),
  settingsPreviewEndpoint(deps),
  crawlersEndpoint(deps),
  webhooksEndpoint(deps),
  replayEndpoint(deps),
]

/** Those of one address are one: the page reads a session where the control plane forgets it. */
function joined(endpoints: readonly Endpoint[]): Endpoint[] {
  const byPath = new Map<string, Endpoint>()
  for (const endpoint of endpoints) byPath.set(endpoint.path, { ...byPath.get(endpoint.path), ...endpoint })
  return [...byPath.values()]
}

/** What the operator's page asks. Private: it changes with the page, and stands in no document. */
export function dashboardSurface(deps: DashboardDeps): Surface {
  const endpoints = joined([...own(deps), ...ofControl(deps)]).map((endpoint) => forPage(endpoint, `${API}${endpoint.path}`, deps.issuer))
  return {
    name: 'dashboard',
    summary: 'What the operator’s page asks.',
    prefixes: ['/dashboard'],
    endpoints: [...endpoints, pageAssetEndpoint(deps.files)],
    faultResponse: dashboardFault,
    faultSchema: dashboardFaultSchema,
  }
}
