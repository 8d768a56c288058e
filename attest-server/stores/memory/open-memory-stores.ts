import { SESSION_PREFIX, type StoreLimits, type Stores } from '../ports.js'
import { LIMITS } from '../retention.js'
import { createMemoryAccounts } from './accounts.js'
import { createMemoryApiKeys } from './api-keys.js'
import { createMemoryCounters } from './counters.js'
import { createMemoryCredentials } from './credentials.js'
import { createMemoryDevices } from './devices.js'
import { createMemoryEventInbox } from './event-inbox.js'
import { createMemoryExceptions } from './exceptions.js'
import { createMemoryKeptTexts } from './kept-texts.js'
import { createMemoryLabels } from './labels.js'
import { createMemoryLiveSessions } from './live-sessions.js'
import { createMemoryOutbox } from './outbox.js'
import { createMemoryProjects } from './projects.js'
import { createMemoryReplayGuard } from './replay-guard.js'
import { createMemoryRevocations } from './revocations.js'
import { createMemoryRollups } from './rollups.js'
import { createMemoryRuleBook } from './rule-book.js'
import { createMemorySessions } from './sessions.js'
import { createMemorySettings } from './settings.js'
import { createMemorySigningKeys } from './signing-keys.js'
import { createMemorySketches } from './sketches.js'
import { createMemoryVerdicts } from './verdicts.js'

/** Parts that hold what expires, or what names a session. */
function createStreams(limits: StoreLimits) {
  return {
    replays: createMemoryReplayGuard(),
    sessions: createMemorySessions(),
    devices: createMemoryDevices(limits.devices),
    sketches: createMemorySketches(limits.sketches),
    verdicts: createMemoryVerdicts(limits.verdictRecords),
    signingKeys: createMemorySigningKeys(),
    counters: createMemoryCounters(limits.counters),
    inbox: createMemoryEventInbox(limits),
    liveSessions: createMemoryLiveSessions(limits.liveSessions),
    labels: createMemoryLabels(limits.labels),
    outbox: createMemoryOutbox(limits.messages),
    exceptions: createMemoryExceptions(limits.exceptions),
    revocations: createMemoryRevocations(limits.revocations),
    credentials: createMemoryCredentials(),
    rollups: createMemoryRollups(),
  }
}

/** Everything in this process, gone with it: for tests and trials. */
export function openMemoryStores(limits: StoreLimits = LIMITS): Stores {
  const streams = createStreams(limits)
  const { sessions, sketches, verdicts, inbox, liveSessions, labels, outbox, exceptions } = streams
  const settings = createMemorySettings()
  const apiKeys = createMemoryApiKeys(limits.apiKeys)
  const texts = createMemoryKeptTexts(limits.keptTexts)
  const accounts = createMemoryAccounts(limits, (id) => {
    apiKeys.dropAll(id)
    streams.credentials.dropAll(id)
  })
  return {
    ...streams,
    projects: createMemoryProjects(),
    apiKeys,
    accounts,
    settings,
    rules: createMemoryRuleBook(settings, limits.rules),
    texts,
    async erase(projectId, session) {
      const own = [session, ...verdicts.namesOf(projectId, session)]
      const chosen = await Promise.all(
        inbox.requestIds(projectId, session).map(async (id) => {
          // What looks like a session's name is one, wherever sessions are kept.
          const isOfOthers = id.startsWith(SESSION_PREFIX) || (await verdicts.find(projectId, id))
          return own.includes(id) || isOfOthers ? [] : [id]
        }),
      )
      const names = { subjects: new Set([...own, ...chosen.flat()]), references: new Set(own) }
      const parts = [sessions, sketches, verdicts, inbox, liveSessions, labels, outbox, exceptions]
      return parts.reduce((sum, part) => sum + part.erase(projectId, session, names), 0)
    },
    prune: async (now) => [...Object.values(streams), accounts, texts].reduce((sum, part) => sum + part.prune(now), 0),
    check: async () => undefined,
    close: async () => undefined,
  }
}
