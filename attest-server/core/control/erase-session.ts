import type { Stores } from '../../stores/ports.js'
import { forgetKeptSession } from '../behaviour/continuous/kept-sessions.js'

/** Forgets all that is kept of a session, whichever surface it was of. @returns how many entries went. */
export async function eraseSession(
  { erase, liveSessions }: Pick<Stores, 'erase' | 'liveSessions'>,
  projectId: string,
  session: string,
): Promise<number> {
  return (await forgetKeptSession(liveSessions, projectId, session)) + (await erase(projectId, session))
}
