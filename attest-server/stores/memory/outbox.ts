import { fromAfter, takeInTurns } from '../fairness/take-in-turns.js'
import { type ClaimedMessage, type Delivery, FULL_PROJECTS, MOST_DELIVERIES, MOST_MESSAGE, type Outbox } from '../ports.js'
import { MESSAGE_RETENTION } from '../retention.js'
import { type Erasable, type Prunable, pruneMap } from './prune-map.js'

type Waiting = Delivery & { readonly dueAt: number }

const lastOf = ({ triedAt, createdAt }: Delivery): number => triedAt ?? createdAt
const untried = { attempts: 0, outcome: undefined, triedAt: undefined, nextAt: undefined }

/** @param most messages of one project that wait. */
export function createMemoryOutbox(most: number): Outbox & Prunable & Erasable {
  const waiting = new Map<string, Waiting>()
  let ended: readonly Delivery[] = []
  let last = ''
  const isFull = (projectId: string): boolean => {
    const own = [...waiting.values()].filter((message) => message.projectId === projectId)
    return own.length >= most || waiting.size >= most * FULL_PROJECTS
  }
  return {
    async add(message) {
      if (message.body.length > MOST_MESSAGE || isFull(message.projectId)) return false
      waiting.set(message.id, { ...message, ...untried, dueAt: message.createdAt })
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
          for (const message of taken) {
            const { dueAt: _, outcome, triedAt, nextAt, ...claimed } = { ...message, attempts: message.attempts + 1 }
            waiting.set(message.id, { ...claimed, outcome, triedAt, nextAt, dueAt: until })
            messages.push(claimed)
          }
          return taken.length
        }) ?? last
      return messages
    },
    async done(id, outcome, now) {
      const message = waiting.get(id)
      waiting.delete(id)
      if (!message || outcome === undefined) return
      const { dueAt: _, ...rest } = message
      const others = ended.filter((one) => one.projectId !== message.projectId)
      const own = ended.filter((one) => one.projectId === message.projectId && one.id !== id)
      ended = [...others, { ...rest, outcome, triedAt: now, nextAt: undefined }, ...own.slice(0, MOST_DELIVERIES - 1)]
    },
    async fail(id, retryAt, outcome, now) {
      const message = waiting.get(id)
      if (message) waiting.set(id, { ...message, dueAt: retryAt, outcome, triedAt: now })
    },
    async list(projectId, most) {
      const open = [...waiting.values()].map(({ dueAt, ...message }) => ({ ...message, nextAt: dueAt }))
      const own = [...open, ...ended].filter((message) => message.projectId === projectId)
      return own.sort((a, b) => lastOf(b) - lastOf(a)).slice(0, most)
    },
    async find(projectId, id) {
      const isIt = (message: Delivery): boolean => message.id === id && message.projectId === projectId
      const open = waiting.get(id)
      if (!open || !isIt(open)) return ended.find(isIt)
      const { dueAt, ...message } = open
      return { ...message, nextAt: dueAt }
    },
    async replay(projectId, id, now) {
      const message = ended.find((one) => one.projectId === projectId && one.id === id)
      if (!message || isFull(projectId)) return false
      ended = ended.filter((one) => one !== message)
      waiting.set(id, { ...message, ...untried, createdAt: now, dueAt: now })
      return true
    },
    erase(projectId, session) {
      const isOf = (message: Delivery): boolean => message.projectId === projectId && message.session === session
      const before = ended.length
      ended = ended.filter((message) => !isOf(message))
      return before - ended.length + pruneMap(waiting, isOf)
    },
    prune(now) {
      const before = ended.length
      ended = ended.filter((message) => lastOf(message) > now - MESSAGE_RETENTION)
      return before - ended.length + pruneMap(waiting, ({ createdAt }) => createdAt <= now - MESSAGE_RETENTION)
    },
  }
}
