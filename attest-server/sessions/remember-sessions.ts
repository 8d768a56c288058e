import type { EpochSeconds } from '../../shared/units.js'
import { type FindSessionDeps, findSession } from '../core/sessions/find-session.js'
import type { KnownSession } from '../core/sessions/verdict/read-verdict.js'
import { createMemory } from '../stores/remembered/create-memory.js'

/** As long as a verdict is cached (BOT-37), which counts from when its session was looked up; some 10 KB each. */
const LIMITS = { life: 60, most: 2000 }

/** What verdicts are made of: a visitor's pages are asked for one after another, each in another context. */
export interface RememberedSessions {
  find(projectId: string, session: string): Promise<KnownSession | undefined>
  /** For whoever has changed it. */
  forget(projectId: string, session: string): void
}

const nameOf = (projectId: string, session: string): string => `${projectId} ${session}`

export function rememberSessions(deps: FindSessionDeps, clock: () => EpochSeconds): RememberedSessions {
  const memory = createMemory<KnownSession>(clock, LIMITS)

  async function look(projectId: string, session: string): Promise<KnownSession | undefined> {
    const at = clock()
    const found = await findSession(projectId, session, deps)
    return found && { found, at }
  }

  return {
    async find(projectId, session) {
      const name = nameOf(projectId, session)
      const known = await memory.find(name, () => look(projectId, session))
      // Not scored yet: a score is told as soon as there is one, whoever makes it.
      if (known && !known.found.judgement) memory.forget(name)
      return known
    },
    forget: (projectId, session) => memory.forget(nameOf(projectId, session)),
  }
}
