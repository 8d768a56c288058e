import { fromAfter, takeInTurns } from '../fairness/take-in-turns.js'
import { type ClaimedMessage, FULL_PROJECTS, MOST_MESSAGE, type Outbox } from '../ports.js'
import { MESSAGE_RETENTION } from '../retention.js'
import { type Erasable, type Prunable, pruneMap } from './prune-map.js'

type Waiting = ClaimedMessage & { readonly dueAt: number }

/** @param most messages of one project that wait. */
export function createMemoryOutbox(most: number): Outbox & Prunable & Erasable {
  const waiting = new Map<string, Waiting>()
  let last = ''
  return {
    async add(message) {
      const own = [...waiting.values()].filter(({ projectId }) => projectId === message.projectId)
      if (message.body.length > MOST_MESSAGE || own.length >= most || waiting.size >= most * FULL_PROJECTS) return false
      waiting.set(message.id, { ...message, attempts: 0, dueAt: message.createdAt })
      return true
    },
    async claim(most, now, until, roomFor = () => Infinity) {
      const messages: ClaimedMessage[] = []
      const projects = new Set([...waiting.values()].map(({ projectId }) => projectId))
      last =
        takeInTurns(fromAfter([...projects], last), most, (projectId, share) => {
          const isOwn = (message: { projectId: string }) => message.projectId === projectId
          const due = [...waiting.values()].filter((message) => isOwn(message) && message.dueAt <= now).sort((a, b) => a.dueAt - b.dueAt)
          const taken = due.slice(0, Math.max(0, Math.min(share, roomFor(projectId) - messages.filter(isOwn).length)))
          for (const { dueAt: _, ...message } of taken) {
            const claimed = { ...message, attempts: message.attempts + 1 }
            waiting.set(message.id, { ...claimed, dueAt: until })
            messages.push(claimed)
          }
          return taken.length
        }) ?? last
      return messages
    },
    async done(id) {
      waiting.delete(id)
    },
    async fail(id, retryAt) {
      const message = waiting.get(id)
      if (message) waiting.set(id, { ...message, dueAt: retryAt })
    },
    erase: (projectId, session) => pruneMap(waiting, (message) => message.projectId === projectId && message.session === session),
    prune: (now) => pruneMap(waiting, ({ createdAt }) => createdAt <= now - MESSAGE_RETENTION),
  }
}
