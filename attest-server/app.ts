import { Hono } from 'hono'
import { RegExpRouter } from 'hono/router/reg-exp-router'
import type { PowParameters } from '../shared/pow.js'
import { serverCard } from '../shared/scorecard/server-card.js'
import type { EpochSeconds, Ms, Seconds, Share } from '../shared/units.js'
import { behaviourDeps } from './behaviour/compose-behaviour.js'
import { composeControl } from './compose/compose-control.js'
import { describedIdentity } from './compose/described-identity.js'
import type { AttestDeps } from './core/attest.js'
import type { CrawlerDeps } from './core/crawlers/ports.js'
import { countScore } from './core/dashboard/count-visit.js'
import type { Dialects } from './core/dialects/create-dialects.js'
import { type AgentProofs, createIdentify } from './core/identity/identify.js'
import type { Random } from './core/ids.js'
import { createAwaited } from './core/reveal/awaited.js'
import { createCrowds } from './core/sketches/crowd.js'
import type { DashboardParts } from './dashboard/compose-dashboard.js'
import { countVerdicts } from './dashboard/count-verdicts.js'
import { observeByRollups } from './dashboard/observe-by-rollups.js'
import { exceptionFault } from './exception-fault.js'
import type { Fact, HttpFacts } from './facts/fact.js'
import { observeFacts } from './facts/observe-facts.js'
import type { ApiKeys } from './keys/api-keys.js'
import { createCallers } from './keys/create-callers.js'
import { digestText } from './keys/digest-text.js'
import { isSignedByOwnKey } from './keys/evidence-signature.js'
import type { KeyRing } from './keys/key-ring.js'
import { createRevocationList } from './keys/revocation-list.js'
import { OVERLAP } from './keys/rotate.js'
import { createSealer } from './keys/sealer.js'
import type { NewSecretKey } from './keys/secret-key.js'
import { createVerdictOpener } from './keys/verdict-opener.js'
import { createVerdictSigner } from './keys/verdict-signer.js'
import { type ClientSources, describeClient } from './network/describe-client.js'
import { type RequestSettings, requestSurfaces } from './requests/compose-requests.js'
import type { LookAlikes } from './requests/look-alikes.js'
import { attestSurface } from './routes/attest/index.js'
import type { BehaviourSettings } from './routes/behaviour/deps.js'
import { behaviourSurface } from './routes/behaviour/index.js'
import type { ControlDeps } from './routes/control/deps.js'
import { controlSurface } from './routes/control/index.js'
import { crawlersSurface } from './routes/crawlers/index.js'
import type { DashboardDeps } from './routes/dashboard/deps.js'
import { dashboardSurface } from './routes/dashboard/index.js'
import { pageAt } from './routes/dashboard/page.js'
import type { AppEnv } from './routes/http/env.js'
import { requestAddress } from './routes/http/http-facts.js'
import { createIdentityOf } from './routes/http/identity-of.js'
import { limitedAddress } from './routes/http/limit/limited-address.js'
import { createLimiter } from './routes/http/limit/limiter.js'
import type { Log } from './routes/http/log.js'
import { faultsByPrefix, mount } from './routes/http/mount.js'
import { observeRequests } from './routes/http/observe-requests.js'
import type { Surface } from './routes/http/surface.js'
import { noscriptSurface } from './routes/noscript/index.js'
import { type DocsFile, openApiSurface } from './routes/openapi/index.js'
import type { Asset } from './routes/operations/asset.js'
import { operationsSurface } from './routes/operations/index.js'
import { siteverifySurface } from './routes/siteverify/index.js'
import { verifiedBotsSurface } from './routes/verified-bots/index.js'
import type { SessionService } from './sessions/create-session-service.js'
import { createOwnCounters } from './stores/own-counters.js'
import type { Stores } from './stores/ports.js'
import { BRIEF_RECORD } from './stores/retention.js'
import { bothObservers, type Telemetry } from './telemetry/telemetry.js'

export interface AppSettings {
  /** Public address without a slash at its end: the verdicts' `iss`. */
  readonly issuer: string
  readonly verdictLife: Seconds
  readonly challengeLife: Seconds
  /** How long explanations are kept. */
  readonly retention: Seconds
  /** For how long sketches of behaviour are kept; 0: none is made. */
  readonly sketchLife: Seconds
  /** Of those who need not show slices of their trace, so many are asked to all the same; undefined: nobody is asked. */
  readonly revealShare: Share | undefined
  readonly pow: PowParameters
  readonly trustedProxies: number
  readonly requests: RequestSettings
  readonly behaviour: BehaviourSettings
}

/** Everything that the server touches. Nothing is read from anywhere else. */
export interface AppDeps {
  readonly settings: AppSettings
  readonly stores: Stores
  readonly keys: KeyRing
  readonly apiKeys: ApiKeys
  /** Under which all limits of an address are counted. */
  readonly digestAddress: (address: string) => string
  readonly sessions: SessionService
  readonly facts: readonly Fact[]
  /** What is known of where requests come from, besides what they say. */
  readonly client: ClientSources
  /** What crawlers are told by. */
  readonly crawlers: CrawlerDeps
  /** Undefined: signatures of agents are left aside. */
  readonly agents: AgentProofs | undefined
  readonly assets: readonly Asset[]
  /** In which the collectors that are in use speak. */
  readonly dialects: Dialects
  /** What described requests are compared with. */
  readonly lookAlikes: LookAlikes
  /** What the interactive page of the documentation is made of; none where its package is not installed. */
  readonly docsFiles: readonly DocsFile[]
  /** Fractions matter: the age of a challenge is measured with it. */
  readonly clock: () => EpochSeconds
  /** Of any origin: what durations are measured with. */
  readonly stopwatch: () => Ms
  readonly random: Random
  /** Resolves when what is ready has had its turn: long work is cut by it. */
  readonly yieldTurn: () => Promise<void>
  /** Slow on purpose, and native where it can be: argon2. */
  readonly makePrivateKey: (projectId: string) => Promise<NewSecretKey>
  readonly log: Log
  readonly telemetry: Telemetry
  /** Makes the operator's page; undefined where there is none, and then nothing is counted for it. */
  readonly dashboard?: ((parts: DashboardParts, control: ControlDeps) => DashboardDeps) | undefined
  readonly isDraining: () => boolean
}

function attestDeps(deps: AppDeps): AttestDeps {
  const { settings, stores, keys, facts, dialects, clock, random } = deps
  return {
    ...stores,
    verdicts: deps.dashboard ? countVerdicts(deps.sessions.verdicts, stores.rollups) : deps.sessions.verdicts,
    ruling: deps.sessions.ruling,
    sealer: createSealer(keys),
    signer: createVerdictSigner(keys),
    isSigned: isSignedByOwnKey,
    digest: deps.digestAddress,
    ownCounters: createOwnCounters(stores.counters),
    digestText,
    challengeLife: settings.challengeLife,
    observeFacts: (request) => observeFacts(facts, request, { now: clock() }),
    card: serverCard,
    dialects,
    random,
    issuer: settings.issuer,
    life: settings.verdictLife,
    retention: settings.retention,
    unpaidRetention: BRIEF_RECORD,
    sketchLife: settings.sketchLife,
    crowds: createCrowds(),
    awaited: createAwaited(),
    revealShare: settings.revealShare,
    observer: deps.dashboard ? bothObservers(deps.telemetry, observeByRollups(stores.rollups, clock)) : deps.telemetry,
  }
}

/** @returns what counts the scores of a surface for the operator's page; undefined where there is none. */
const scoresOf = (engine: 'behaviour' | 'requests', { dashboard, stores: { rollups }, clock }: AppDeps) =>
  dashboard && ((projectId: string, score: number) => countScore(engine, projectId, score, clock(), rollups))

/** All that is served, in the order in which it is documented. The first surface speaks for addresses that are nobody's. */
export function surfacesOf(deps: AppDeps): readonly [Surface, ...Surface[]] {
  const { settings, stores, keys, client, crawlers, lookAlikes, assets, docsFiles, clock, random, isDraining } = deps
  const attest = attestDeps(deps)
  const identityOf = createIdentityOf({ identify: createIdentify(deps), settings: stores.settings, http: settings, clock })
  const asking = { identityOf, describe: (http: HttpFacts) => describeClient(http, client), clock }
  const revocations = createRevocationList(stores.revocations, keys, settings.issuer, clock)
  const readiness = { check: () => Promise.all([stores.check(), keys.current()]), isDraining }
  const control = composeControl(deps)
  const dashboard = deps.dashboard?.(deps, control)
  const served = [
    attestSurface({
      challenge: { ...attest, pow: settings.pow },
      attest,
      verdicts: stores.verdicts,
      http: settings,
      ...asking,
    }),
    noscriptSurface({ noscript: attest, http: settings, ...asking }),
    siteverifySurface({
      openVerdict: createVerdictOpener(keys),
      isRevoked: revocations.has,
      projects: stores.projects,
      replays: stores.replays,
      clock,
    }),
    controlSurface(control),
    crawlersSurface({ crawlers, trustedProxies: settings.trustedProxies }),
    verifiedBotsSurface({ crawlers, accounts: stores.accounts }),
    ...requestSurfaces({
      settings: settings.requests,
      http: settings,
      labels: stores.labels,
      reported: { ...stores, revocationLife: OVERLAP },
      lookAlikes,
      client,
      identityOf: describedIdentity(deps, settings.issuer),
      clock,
      random,
      onScored: scoresOf('requests', deps),
    }),
    behaviourSurface(behaviourDeps({ ...deps, onScored: scoresOf('behaviour', deps) })),
    ...deps.sessions.surfaces(settings),
    operationsSurface({ jwks: () => keys.jwks(), revocations: revocations.signed, assets, issuer: settings.issuer, readiness }),
  ] as const
  const documented = [...served, openApiSurface(served, { url: settings.issuer, files: docsFiles })] as const
  // Private to its page: it stands in no document.
  return dashboard ? [...documented, dashboardSurface(dashboard)] : documented
}

/** The server without a socket: `app.request(…)` is all that a test needs. Building it does no I/O. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const { settings, stores, apiKeys, digestAddress, clock, stopwatch, random, log, telemetry } = deps
  const surfaces = surfacesOf(deps)
  const faultsAt = faultsByPrefix(surfaces)
  // Each request is looked up in one step. It refuses, at the first of them, addresses that it cannot tell apart (`mount`).
  const app = new Hono<AppEnv>({ router: new RegExpRouter() })
  app.use(observeRequests({ log, random, stopwatch, answered: telemetry.answered }))
  app.onError((error, c) => {
    const requestId = c.get('requestId')
    return (c.get('faultResponse') ?? faultsAt(c.req.path))(exceptionFault(error, requestId, log), requestId)
  })
  const dashboard = deps.dashboard?.(deps, composeControl(deps))
  const page = pageAt(dashboard?.files ?? [])
  app.notFound((c) => page(c) ?? faultsAt(c.req.path)({ code: 'not-found' }, c.get('requestId')))
  mount(app, surfaces, {
    callers: createCallers(apiKeys, stores.projects, dashboard?.logins.owner),
    limiter: createLimiter(stores.counters, clock),
    addressOf(c) {
      const address = requestAddress(c, settings.trustedProxies)
      return address === undefined ? undefined : digestAddress(limitedAddress(address))
    },
  })
  return app
}
